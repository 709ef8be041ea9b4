import { type Construct } from 'constructs';
import type { PodPeer } from '../network/peer';
import type { MeshRequestMetrics } from './request-metrics';
import type { MeshSplitting } from './traffic-split';

/** Who opens a connection, as the mesh proves it: a service account. */
export interface MeshPrincipal {
  readonly namespace: string;
  readonly serviceAccount: string;
}

/** Whom the mesh lets reach a workload, and on what. */
export interface MeshRule {
  readonly name: string;
  readonly namespace: string;
  /** Labels of the pods that are reached. */
  readonly selector: Readonly<Record<string, string>>;
  readonly from: MeshPrincipal;
  /** Ports of the pods. */
  readonly ports: readonly number[];
  /** @default - every method */
  readonly methods?: readonly string[];
  /** @default - every path */
  readonly paths?: readonly string[];
}

/** One port of a host outside the cluster. */
export interface MeshExternalHost {
  /** Name of the object, unique in the namespace; several may be about one host. */
  readonly name: string;
  readonly namespace: string;
  /** Name of the host; one that begins with `*.` stands for every name below. */
  readonly host: string;
  readonly port: number;
}

/** What some pods may know of. */
export interface MeshScope {
  readonly name: string;
  readonly namespace: string;
  /** Labels of the pods. */
  readonly selector: Readonly<Record<string, string>>;
  /** Full names of hosts, of the cluster and outside it. Asked for only when manifests are written. */
  readonly hosts: () => readonly string[];
}

/** Files in which Prometheus keeps the mesh's certificates, to reach pods that accept mutual TLS only. */
export interface MeshScrapeTls {
  readonly caFile: string;
  readonly certFile: string;
  readonly keyFile: string;
}

/** What the rest of the platform may know of a service mesh, whichever it is. */
export interface Mesh {
  /** Labels of a namespace whose pods take part. */
  readonly namespaceLabels: Readonly<Record<string, string>>;
  /** Annotations of a pod that takes part. */
  readonly podAnnotations: Readonly<Record<string, string>>;
  /** Labels of a pod that takes no part though its namespace does. */
  readonly outsideLabels: Readonly<Record<string, string>>;
  /** Where proxies fetch their configuration and certificates. */
  readonly controlPlane: { readonly peer: PodPeer; readonly port: number };
  /** Pods that traffic from outside the cluster comes in through. */
  readonly gateway: PodPeer & MeshPrincipal;
  /** @default - Prometheus scrapes without TLS */
  readonly scrapeTls?: MeshScrapeTls;
  /** @default - new versions get no share of the requests but that of their pods */
  readonly splitting?: MeshSplitting;
  /** @default - nothing is known of the requests that pods answer */
  readonly requests?: MeshRequestMetrics;
  /** Demands mutual TLS in a namespace and denies what no rule allows. */
  isolate(scope: Construct, id: string, namespace: string): void;
  /** Lets a principal reach a workload. */
  authorize(scope: Construct, id: string, rule: MeshRule): void;
  /** Makes a host outside the cluster known to a namespace, which otherwise reaches none. */
  allowExternal(scope: Construct, id: string, host: MeshExternalHost): void;
  /** Makes hosts known to some pods of a namespace, and nothing else but the control plane. */
  scope(scope: Construct, id: string, visible: MeshScope): void;
  /** Annotations of a pod whose connections to some ranges go past its proxy; without them the mesh needs none. */
  podAnnotationsFor?(bypass: { readonly ranges: readonly string[] }): Readonly<Record<string, string>>;
}
