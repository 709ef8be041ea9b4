import { ApiObject, App, Chart } from 'cdk8s';
import type { Manifest } from '../../lib/core/manifest';
import type { Mesh } from '../../lib/platform/mesh/mesh';
import { NamespaceIsolation } from '../../lib/platform/tenancy/namespace-isolation';
import { Workload } from '../../lib/workloads/workload';
import type { WorkloadProps } from '../../lib/workloads/workload-props';
import type { GraphService, ServiceGraph } from './service-graph';

const DECIDING = ['AuthorizationPolicy', 'NetworkPolicy'];

const AMOUNTS = { cpu: '100m', memory: '64Mi' };

/** The objects that decide on connections among a graph of services, made by the library alone. */
export function renderGraph({ services, edges, outside }: ServiceGraph, mesh?: Mesh): readonly Manifest[] {
  const app = new App();
  const charts = new Map(
    [...new Set(services.map(({ namespace }) => namespace))].map((it) => [it, chartOf(app, it, mesh)]),
  );
  const workloads = new Map(
    services.map((service) => [
      service,
      new Workload(charts.get(service.namespace) ?? app, service.name, propsOf(service, mesh)),
    ]),
  );
  const workload = (service: GraphService): Workload => {
    const found = workloads.get(service);
    if (found === undefined) throw new Error(`no such service: ${service.name}`);
    return found;
  };
  for (const { from, to, port } of edges) workload(from).connections.allowTo(workload(to), port);
  for (const { from, port } of outside) workload(from).connections.allowToExternal('api.example.com', port);
  // Turning pods into data would take most of the time, and decides nothing.
  return app.node
    .findAll()
    .filter(
      (construct): construct is ApiObject => ApiObject.isApiObject(construct) && DECIDING.includes(construct.kind),
    )
    .map((object) => object.toJson() as Manifest);
}

function chartOf(app: App, namespace: string, mesh?: Mesh): Chart {
  const chart = new Chart(app, namespace, { namespace, disableResourceNameHashes: true });
  new NamespaceIsolation(chart, 'Isolation', { namespace, ...(mesh === undefined ? {} : { mesh }) });
  mesh?.isolate(chart, 'Mesh', namespace);
  return chart;
}

function propsOf({ name, kind, ports }: GraphService, mesh?: Mesh): WorkloadProps {
  const common = {
    image: `registry.example.com/${name}:v1`,
    ports: Object.fromEntries(
      Object.entries(ports).map(([port, { number, protocol }]) => [
        port,
        { containerPort: number, protocol: protocol === 'UDP' ? ('udp' as const) : ('tcp' as const) },
      ]),
    ),
    resources: { requests: AMOUNTS, limits: AMOUNTS },
    runAs: { user: 1000 },
    ...(mesh === undefined ? {} : { mesh }),
  };
  switch (kind) {
    case 'StatefulSet':
      return { ...common, kind, storage: {} };
    case 'CronJob':
      return { ...common, kind, schedule: '0 2 * * *' };
    default:
      return { ...common, kind };
  }
}
