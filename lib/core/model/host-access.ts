/** A folder of the node in a pod. */
export interface HostPath {
  /** Path on the node. */
  readonly path: string;
  readonly mountPath: string;
  /** @default true */
  readonly readOnly?: boolean;
  /**
   * What has to be there.
   *
   * @default 'Directory'
   */
  readonly type?: 'Directory' | 'DirectoryOrCreate' | 'File' | 'Socket' | 'CharDevice';
}

/** What an agent of the node gets of it, each thing by name. Everything that is not listed stays shut. */
export interface HostAccess {
  /** Why the node's own is needed; it is written on the objects. */
  readonly reason: string;
  /**
   * Whether the pod uses the node's network, where no NetworkPolicy and no mesh reaches it.
   *
   * @default false
   */
  readonly network?: boolean;
  /**
   * Whether the pod sees the node's processes.
   *
   * @default false
   */
  readonly pid?: boolean;
  /**
   * Folders of the node by name.
   *
   * @default {}
   */
  readonly paths?: Readonly<Record<string, HostPath>>;
  /**
   * Capabilities of Linux, without CAP_: NET_ADMIN.
   *
   * @default []
   */
  readonly capabilities?: readonly string[];
  /**
   * Whether the container runs as root.
   *
   * @default false
   */
  readonly root?: boolean;
  /**
   * Whether the container may do everything that the node may. Capabilities are the better way.
   *
   * @default false
   */
  readonly privileged?: boolean;
}
