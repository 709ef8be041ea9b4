/** One port of another service of the system. */
export interface ServiceConnection {
  readonly service: string;
  readonly port: string;
}

/** One port of a host outside the cluster. */
export interface ExternalConnection {
  readonly external: string;
  readonly portNumber: number;
}

/** One port of pods in another namespace of the cluster, such as an add-on's. */
export interface NamespaceConnection {
  readonly namespace: string;
  /**
   * Labels of the pods.
   *
   * @default - every pod of the namespace
   */
  readonly labels?: Readonly<Record<string, string>>;
  /** Name of the Service in front of them, which the mesh knows them by. */
  readonly serviceName: string;
  /** Port of the pods. */
  readonly portNumber: number;
}

/** Something a service may open a connection to. What is not listed is denied. */
export type Connection = ServiceConnection | ExternalConnection | NamespaceConnection;

/** Pods of another namespace that may open a connection to a service. */
export interface Acceptance {
  readonly namespace: string;
  /**
   * Labels of the pods.
   *
   * @default - every pod of the namespace
   */
  readonly labels?: Readonly<Record<string, string>>;
  /** Service account that the pods run as, which the mesh proves. */
  readonly serviceAccount: string;
  /** Name of the service's port. */
  readonly port: string;
}
