import type { Manifest } from '../core/manifest';
import { analysisReferences } from './analysis-references';
import type { ClusterIndex } from './cluster-index';
import { list, text, value } from './output';
import { namespaceOf } from './pods';

/** Services between which a Rollout moves its traffic, by strategy. */
const SERVICE_FIELDS: Readonly<Record<string, readonly string[]>> = {
  canary: ['stableService', 'canaryService'],
  blueGreen: ['activeService', 'previewService'],
};

/** What a Rollout of Argo names and nobody writes: Services, routes that it weighs, analyses. */
export function rolloutReferences(index: ClusterIndex, rollout: Manifest): readonly string[] {
  return [
    ...services(rollout).flatMap((name) => serviceFaults(index, rollout, name)),
    ...virtualServices(rollout).flatMap((ref) => virtualServiceFaults(index, rollout, ref)),
    ...analysisReferences(index, rollout),
  ];
}

function services(rollout: Manifest): readonly string[] {
  return Object.entries(SERVICE_FIELDS).flatMap(([strategy, fields]) =>
    fields.flatMap((field) => text(rollout, 'spec', 'strategy', strategy, field) ?? []),
  );
}

function serviceFaults(index: ClusterIndex, rollout: Manifest, name: string): readonly string[] {
  const service = index.find('Service', namespaceOf(rollout), name);
  if (service === undefined) return [`moves traffic by Service ${name}, which is not written`];
  const selected = index.selected(namespaceOf(rollout), { matchLabels: value(service, 'spec', 'selector') });
  return selected.some(({ file }) => file.manifest === rollout)
    ? []
    : [`moves traffic by Service ${name}, which selects other pods`];
}

function virtualServices(rollout: Manifest): readonly unknown[] {
  const istio = value(rollout, 'spec', 'strategy', 'canary', 'trafficRouting', 'istio');
  return [...list(istio, 'virtualService'), ...list(istio, 'virtualServices')];
}

/**
 * Routes of HTTP that a Rollout weighs. A VirtualService of another namespace is `name.namespace`, and its only route is
 * meant where none is named:
 * https://github.com/argoproj/argo-rollouts/blob/master/utils/istio/istio.go
 */
function virtualServiceFaults(index: ClusterIndex, rollout: Manifest, ref: unknown): readonly string[] {
  const given = text(ref, 'name') ?? '';
  const [name = '', namespace = namespaceOf(rollout)] = given.split('.');
  const found = index.find('VirtualService', namespace, name);
  if (found === undefined) return [`weighs VirtualService ${given}, which is not written`];
  const routes = list(found, 'spec', 'http');
  const named = list(ref, 'routes').map(String);
  if (named.length === 0 && routes.length > 1) {
    return [`weighs VirtualService ${given}, and does not say which of its routes`];
  }
  const wanted = named.length === 0 ? routes.map((route) => text(route, 'name') ?? '') : named;
  return wanted.flatMap((route) => {
    const own = named.length === 0 ? routes[0] : routes.find((it) => value(it, 'name') === route);
    if (own === undefined) return [`weighs route ${route} of VirtualService ${given}, which it lacks`];
    return services(rollout)
      .filter((service) => !leadsTo(own, namespace, service, namespaceOf(rollout)))
      .map((service) => `weighs route ${route} of VirtualService ${given}, which does not lead to Service ${service}`);
  });
}

/** A short host is one of the VirtualService's own namespace. */
function leadsTo(route: unknown, from: string, service: string, namespace: string): boolean {
  return list(route, 'route').some((it) => {
    const [name, own = from] = (text(it, 'destination', 'host') ?? '').split('.');
    return name === service && own === namespace;
  });
}
