/** A port that a service listens on. */
export interface PortSpec {
  /** Port the container listens on. */
  readonly containerPort: number;
  /**
   * Port of the Kubernetes Service.
   *
   * @default - the container's port
   */
  readonly servicePort?: number;
  /**
   * What is spoken on it; the mesh and the metrics depend on it. Everything but `udp` runs over TCP.
   *
   * @default 'tcp'
   */
  readonly protocol?: 'http' | 'grpc' | 'tcp' | 'udp';
}

/** Ports by name. */
export type Ports = Readonly<Record<string, PortSpec>>;

/** The protocol that Kubernetes and the network know a port by. */
export function transport({ protocol }: PortSpec): 'TCP' | 'UDP' {
  return protocol === 'udp' ? 'UDP' : 'TCP';
}

/** Port of the Service for a port of the container. */
export function servicePort(port: PortSpec): number {
  return port.servicePort ?? port.containerPort;
}
