import type { Port } from './network';
import { Random } from './random';

const NAMESPACES = ['front', 'back'] as const;
const KINDS = ['Deployment', 'StatefulSet', 'DaemonSet', 'Job', 'CronJob'] as const;
const FIRST_PORT = 8000;

/** A service of a graph. Its name may be another's in the other namespace. */
export interface GraphService {
  readonly name: string;
  readonly namespace: (typeof NAMESPACES)[number];
  readonly kind: (typeof KINDS)[number];
  readonly ports: Readonly<Record<string, Port>>;
}

/** A connection of a service to a port of another, or of itself. */
export interface GraphEdge {
  readonly from: GraphService;
  readonly to: GraphService;
  readonly port: string;
}

/** Services and what they may reach. */
export interface ServiceGraph {
  readonly services: readonly GraphService[];
  readonly edges: readonly GraphEdge[];
  /** Ports on any public address that services may reach. */
  readonly outside: readonly { readonly from: GraphService; readonly port: number }[];
}

/** A graph of two to five services over two namespaces, by chance, the same for a seed. */
export function randomGraph(seed: number, protocols: readonly [Port['protocol'], ...Port['protocol'][]]): ServiceGraph {
  const random = new Random(seed);
  const services = Array.from({ length: 2 + random.below(4) }, (_, index): GraphService => {
    const ports = Array.from({ length: 1 + random.below(2) }, (_each, port): [string, Port] => [
      `port-${port}`,
      { number: FIRST_PORT + random.below(4) + 10 * port, protocol: random.pick(protocols) },
    ]);
    return {
      name: `s${index >> 1}`,
      namespace: NAMESPACES[index % 2] ?? 'front',
      kind: random.pick(KINDS),
      ports: Object.fromEntries(ports),
    };
  });
  return {
    services,
    edges: services.flatMap((from) =>
      services.flatMap((to) =>
        Object.keys(to.ports)
          // Nobody calls a job.
          .filter(() => to.kind !== 'Job' && to.kind !== 'CronJob' && random.chance(40))
          .map((port) => ({ from, to, port })),
      ),
    ),
    outside: services.filter(() => random.chance(20)).map((from) => ({ from, port: random.pick([443, 5432]) })),
  };
}
