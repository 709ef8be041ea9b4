/** Which requests are measured, and over how long. */
export interface RequestQuery {
  /** Labels that Prometheus knows the pods by which answered. */
  readonly pods: Readonly<Record<string, string>>;
  /** How far back. */
  readonly windowSeconds: number;
}

/** What a mesh's proxies count of the requests that pods answer, and how Prometheus is asked for it. */
export interface MeshRequestMetrics {
  /** Port of each pod on which its proxy publishes, outside of the mesh's mutual TLS. */
  readonly port: { readonly name: string; readonly number: number };
  readonly path: string;
  /** Names of the series that the queries read. */
  readonly series: readonly string[];
  /** Percent of the requests that do not fail; 100 where there is no request. */
  successPercent(query: RequestQuery): string;
  /** Milliseconds within which a share of the requests is answered, in percent; 0 where there is no request. */
  latencyMilliseconds(query: RequestQuery & { readonly percentile: number }): string;
}
