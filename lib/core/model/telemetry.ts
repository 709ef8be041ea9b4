/** Where a service publishes metrics for Prometheus. */
export interface MetricsSpec {
  /** Name of the port. */
  readonly port: string;
  /** @default '/metrics' */
  readonly path?: string;
  /** @default 30 */
  readonly intervalSeconds?: number;
  /** @default 10 */
  readonly timeoutSeconds?: number;
  /**
   * Whether Prometheus finds the pods through their Service, or by themselves, as it has to where there is none.
   *
   * @default 'service'; 'pod' for a DaemonSet, a Job and a CronJob, and where new versions are watched, since a Service
   * leads to one version only
   */
  readonly discovery?: 'service' | 'pod';
}

/** How a service writes its log. */
export interface LogSpec {
  /** What a line is. */
  readonly format: 'json' | 'text';
}

/** Traces that a service sends to the cluster's OpenTelemetry collector. */
export interface TraceSpec {
  /**
   * Share of the traces that begin here and are kept, in percent.
   *
   * @default 10
   */
  readonly samplePercent?: number;
  /** @default 'grpc' */
  readonly protocol?: 'grpc' | 'http/protobuf';
  /**
   * Attributes of the resource besides the service's name, namespace and version: `{ 'team.name': 'payments' }`.
   *
   * @default {} - the environment's name is told as `deployment.environment.name` where the cluster's contract has it
   */
  readonly attributes?: Readonly<Record<string, string>>;
}

/** What can be known of a service while it runs. */
export interface Telemetry {
  /** @default - nothing is scraped */
  readonly metrics?: MetricsSpec;
  /** @default - lines are taken as text */
  readonly logs?: LogSpec;
  /** @default - no traces */
  readonly traces?: TraceSpec;
}
