import { type Construct } from 'constructs';
import type { PodPeer } from '../network/peer';

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
  readonly host: string;
  readonly port: number;
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
  /** Where proxies fetch their configuration and certificates. */
  readonly controlPlane: { readonly peer: PodPeer; readonly port: number };
  /** Pods that traffic from outside the cluster comes in through. */
  readonly gateway: PodPeer & MeshPrincipal;
  /** @default - Prometheus scrapes without TLS */
  readonly scrapeTls?: MeshScrapeTls;
  /** Demands mutual TLS in a namespace and denies what no rule allows. */
  isolate(scope: Construct, id: string, namespace: string): void;
  /** Lets a principal reach a workload. */
  authorize(scope: Construct, id: string, rule: MeshRule): void;
  /** Makes a host outside the cluster known to a namespace, which otherwise reaches none. */
  allowExternal(scope: Construct, id: string, host: MeshExternalHost): void;
}
