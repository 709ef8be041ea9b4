/** How the kubelet asks a container how it is. */
export interface Probe {
  readonly httpGet?: { readonly path: string; readonly port: string };
  readonly tcpSocket?: { readonly port: string };
  /** `service` is what the standard health service is asked about; without it, the server as a whole. */
  readonly grpc?: { readonly port: string; readonly service?: string };
  readonly exec?: { readonly command: readonly string[] };
  /** @default 0 */
  readonly initialDelaySeconds?: number;
  /** @default 10 */
  readonly periodSeconds?: number;
  /** @default 1 */
  readonly timeoutSeconds?: number;
  /** @default 3 */
  readonly failureThreshold?: number;
  /**
   * How often a probe has to succeed after it failed; of startup and liveness, once.
   *
   * @default 1
   */
  readonly successThreshold?: number;
}

/** Timing of a probe, without what it asks. */
export type ProbeTiming = Omit<Probe, 'httpGet' | 'tcpSocket' | 'grpc' | 'exec'>;

/** The probes of a container. */
export interface Probes {
  /** Holds back the other two until it succeeds once. */
  readonly startup?: Probe;
  /** Takes the pod out of its service while it fails. */
  readonly readiness?: Probe;
  /** Restarts the container when it fails. */
  readonly liveness?: Probe;
}

/** Asks over HTTP; any status from 200 to 399 is well. `port` names one of the service's ports. */
export function http(path: string, port = 'http', timing: ProbeTiming = {}): Probe {
  return { httpGet: { path, port }, ...timing };
}

/** Asks whether a TCP port accepts connections. */
export function tcp(port: string, timing: ProbeTiming = {}): Probe {
  return { tcpSocket: { port }, ...timing };
}

/** Asks gRPC's standard health service. */
export function grpc(port: string, timing: ProbeTiming & { readonly service?: string } = {}): Probe {
  const { service, ...rest } = timing;
  return { grpc: { port, ...(service === undefined ? {} : { service }) }, ...rest };
}

/** Runs a command in the container; exit code 0 is well. */
export function exec(command: readonly string[], timing: ProbeTiming = {}): Probe {
  return { exec: { command }, ...timing };
}
