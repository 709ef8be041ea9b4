import type { Construct } from 'constructs';

/** Routes whose requests two Services share, as an engine that moves their weights finds them. */
export interface SplitRoutes {
  /** Name of the object that the routes are in. */
  readonly name: string;
  /** Names of the routes. */
  readonly routes: readonly string[];
}

/** A Service whose callers inside the mesh may get another one's answers. */
export interface SplitService {
  /** Name of the Service that callers use. */
  readonly service: string;
  readonly namespace: string;
  /** Ports of the Service that requests are sent to, by name; the mesh cannot split connections of others. */
  readonly ports: Readonly<Record<string, number>>;
}

/** Requests that two Services share. */
export interface TrafficSplit extends SplitService {
  /** Service of the new version, with the same ports. It gets nothing until somebody moves the weights. */
  readonly canaryService: string;
}

/** Requests that an object of somebody else splits. */
export interface DelegatedSplit extends SplitService {
  /** Name of the port whose requests the other object splits; those of the others stay with the Service. */
  readonly port: string;
  /** Name of the other object, in the same namespace. */
  readonly delegate: string;
}

/** How a mesh lets two versions of a workload share requests. */
export interface MeshSplitting {
  /** Name by which the engines of rollouts know the mesh. */
  readonly provider: 'istio';
  /** Splits the calls of a Service by weights: all to the Service, none to that of the new version. */
  split(scope: Construct, id: string, split: TrafficSplit): SplitRoutes;
  /** Leaves the calls of a Service to an object that somebody else writes. */
  delegate(scope: Construct, id: string, split: DelegatedSplit): void;
}
