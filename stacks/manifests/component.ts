import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { systemLabels } from '../../lib/core/labels';
import type { SystemModel } from '../../lib/core/model/system-model';

/**
 * When a component is applied, from first to last: what later ones stand on comes earlier. Services follow each
 * other within their band, a service after those it connects to.
 */
export const COMPONENT_ORDER = {
  namespaces: 0,
  storage: 5,
  scheduling: 6,
  tenancy: 10,
  secrets: 20,
  mesh: 30,
  metrics: 35,
  services: 40,
  traffic: 80,
  observability: 90,
} as const;

/** Services whose dependencies run deeper than this share the last place of the band. */
const SERVICE_BAND = COMPONENT_ORDER.traffic - COMPONENT_ORDER.services - 1;

/** A component of a cluster: a chart, and a folder of manifests named by its place and its name. */
export function component(
  scope: Construct,
  order: number,
  name: string,
  model: SystemModel,
  namespace = model.namespace,
): Chart {
  return new Chart(scope, componentId(order, name), {
    namespace,
    labels: systemLabels(model.name),
    disableResourceNameHashes: true,
  });
}

/** A component whose objects belong to the cluster as a whole, and so to no namespace. */
export function clusterComponent(scope: Construct, order: number, name: string, model: SystemModel): Chart {
  return new Chart(scope, componentId(order, name), {
    labels: systemLabels(model.name),
    disableResourceNameHashes: true,
  });
}

function componentId(order: number, name: string): string {
  return `${String(order).padStart(2, '0')}-${name}`;
}

/** Place of each service: after all that it reaches. Members of a cycle reach each other, and stand side by side. */
export function serviceOrder(model: SystemModel): Readonly<Record<string, number>> {
  const names = Object.keys(model.services);
  const reached = new Map(names.map((name) => [name, reachedFrom(model, name)]));
  const depths = new Map<string, number>();
  const depth = (name: string): number => {
    const known = depths.get(name);
    if (known !== undefined) return known;
    const before = [...(reached.get(name) ?? [])].filter((other) => reached.get(other)?.has(name) !== true);
    const found = Math.max(-1, ...before.map(depth)) + 1;
    depths.set(name, found);
    return found;
  };
  return Object.fromEntries(
    names.map((name) => [name, COMPONENT_ORDER.services + Math.min(depth(name), SERVICE_BAND)]),
  );
}

/** Every service that connections lead to from one, the one itself only where they lead back to it. */
function reachedFrom({ services }: SystemModel, from: string): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (name: string): void => {
    for (const connection of services[name]?.connectsTo ?? []) {
      if (!('service' in connection) || found.has(connection.service)) continue;
      found.add(connection.service);
      visit(connection.service);
    }
  };
  visit(from);
  return found;
}
