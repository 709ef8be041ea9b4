/** How a service is reached from outside the cluster. */
export interface Exposure {
  /** First part of the host name; the environment's domain follows: `api` gives `api.funlynk.com`. */
  readonly host: string;
  /**
   * Prefix of the paths that lead to the service. Where several services share a host, the longest prefix wins.
   *
   * @default '/'
   */
  readonly path?: string;
  /** Name of the service's port. */
  readonly port: string;
  /**
   * How long a request may take, all its attempts together.
   *
   * @default - the mesh sets no limit
   */
  readonly timeoutSeconds?: number;
  /** @default - a failed request is not repeated */
  readonly retries?: { readonly attempts: number; readonly perTryTimeoutSeconds: number };
  /**
   * HTTP methods that the gateway may use on the service.
   *
   * @default - every method
   */
  readonly methods?: readonly string[];
}
