import { Construct } from 'constructs';
import type { Cluster } from '../../lib/core/cluster';
import {
  INGRESS_GATEWAY,
  INGRESS_NAMESPACE,
  secretReaders,
  serviceNamespaces,
  type SystemModel,
} from '../../lib/core/model/system-model';
import { adapterConfig, MetricsAdapterRules } from '../../lib/platform/autoscaling/metrics-adapter-rules';
import { IstioMesh } from '../../lib/platform/mesh/istio-mesh';
import type { Mesh } from '../../lib/platform/mesh/mesh';
import { allowIngress } from '../../lib/platform/network/network-policy';
import { GrafanaDashboard } from '../../lib/platform/observability/grafana-dashboard';
import { PriorityClasses } from '../../lib/platform/scheduling/priority-classes';
import { ExternalSecret, tlsSecretData } from '../../lib/platform/secrets/external-secret';
import { SecretStore } from '../../lib/platform/secrets/secret-store';
import { StorageClasses } from '../../lib/platform/storage/storage-class';
import { NamespaceBounds } from '../../lib/platform/tenancy/namespace-bounds';
import { NamespaceIsolation } from '../../lib/platform/tenancy/namespace-isolation';
import { TenantNamespace, type TenantNamespaceProps } from '../../lib/platform/tenancy/tenant-namespace';
import { clusterComponent, COMPONENT_ORDER, component } from './component';
import { addServices, PULL_SECRET } from './services';
import { addTraffic, exposes, tlsSecretName } from './traffic';

/** Port on which a gateway's proxy answers the load balancer's health checks. */
const GATEWAY_HEALTH_PORT = 15021;

/** Everything that runs of one system on one cluster, component by component. */
export class ClusterManifests extends Construct {
  private readonly mesh: Mesh = new IstioMesh();

  constructor(
    scope: Construct,
    id: string,
    private readonly model: SystemModel,
    private readonly cluster: Cluster,
  ) {
    super(scope, id);
    this.addNamespaces();
    this.addStorage();
    this.addScheduling();
    this.addTenancy();
    this.addSecrets();
    this.addMesh();
    this.addMetrics();
    addServices(this, this.model, this.cluster, this.mesh);
    if (exposes(model)) addTraffic(this, this.model, this.mesh);
    this.addObservability();
  }

  private addNamespaces(): void {
    const chart = clusterComponent(this, COMPONENT_ORDER.namespaces, 'namespaces', this.model);
    for (const name of this.namespaces()) new TenantNamespace(chart, name, this.namespaceProps(name));
  }

  /** An agent of the nodes has a namespace to itself, which admits what it says it needs, and no mesh. */
  private namespaceProps(name: string): TenantNamespaceProps {
    const agent = Object.values(this.model.services).find((service) => service.namespace === name);
    if (name === this.model.namespace || agent?.kind !== 'DaemonSet' || agent.host === undefined) {
      return { name, labels: this.mesh.namespaceLabels };
    }
    return { name, podSecurity: 'privileged', podSecurityReason: agent.host.reason };
  }

  private addStorage(): void {
    const chart = clusterComponent(this, COMPONENT_ORDER.storage, 'storage', this.model);
    new StorageClasses(chart, 'StorageClasses', this.cluster);
  }

  private addScheduling(): void {
    const priorities = Object.values(this.model.services).flatMap(({ priority }) => priority ?? []);
    if (priorities.length === 0) return;
    const chart = clusterComponent(this, COMPONENT_ORDER.scheduling, 'scheduling', this.model);
    new PriorityClasses(chart, 'PriorityClasses', { priorities });
  }

  private addTenancy(): void {
    const chart = component(this, COMPONENT_ORDER.tenancy, 'tenancy', this.model);
    const { name, namespace, quota } = this.model;
    for (const isolated of this.namespaces()) {
      new NamespaceIsolation(chart, isolated, { namespace: isolated, mesh: this.mesh });
    }
    if (quota !== undefined) new NamespaceBounds(chart, 'Bounds', { name, namespace, quota });
    if (exposes(this.model)) this.openGateway(chart);
  }

  /** The one place that strangers may knock at. */
  private openGateway(scope: Construct): void {
    allowIngress(scope, 'Gateway', {
      name: 'gateway-from-anywhere',
      namespace: INGRESS_NAMESPACE,
      selector: INGRESS_GATEWAY.labels,
      ports: [{ port: 80 }, { port: 443 }, { port: GATEWAY_HEALTH_PORT }],
    });
  }

  private addSecrets(): void {
    const chart = component(this, COMPONENT_ORDER.secrets, 'secrets', this.model);
    const { namespace, registry, tls } = this.model;
    const store = this.cluster.secretStore;
    for (const reader of secretReaders(this.model)) {
      new SecretStore(chart, reader.name, { cluster: this.cluster, reader });
    }
    if (registry !== 'cluster' && registry.pullSecret !== undefined) {
      new ExternalSecret(chart, 'PullSecret', {
        name: PULL_SECRET,
        namespace,
        store,
        type: 'kubernetes.io/dockerconfigjson',
        data: { '.dockerconfigjson': registry.pullSecret },
      });
    }
    if (exposes(this.model) && tls !== undefined) {
      new ExternalSecret(chart, 'Certificate', {
        name: tlsSecretName(this.model),
        namespace: INGRESS_NAMESPACE,
        store,
        type: 'kubernetes.io/tls',
        data: tlsSecretData(tls),
      });
    }
  }

  private addMesh(): void {
    const chart = component(this, COMPONENT_ORDER.mesh, 'mesh', this.model);
    for (const namespace of serviceNamespaces(this.model)) {
      this.mesh.isolate(chart, namespace === this.model.namespace ? 'Mesh' : `Mesh-${namespace}`, namespace);
    }
  }

  /** What autoscalers follow beside CPU and memory, and KEDA's metrics, comes through the metrics adapter. */
  private addMetrics(): void {
    const scaled = Object.values(this.model.services).flatMap((service) =>
      'autoscaling' in service && service.autoscaling !== undefined
        ? [{ name: service.name, autoscaling: service.autoscaling }]
        : [],
    );
    const { rules, externalRules } = adapterConfig(scaled);
    if (rules.length + externalRules.length === 0) return;
    const chart = component(this, COMPONENT_ORDER.metrics, 'metrics', this.model);
    new MetricsAdapterRules(chart, 'AdapterRules', { services: scaled });
  }

  private addObservability(): void {
    const dashboards = Object.entries(this.model.dashboards);
    if (dashboards.length === 0) return;
    const chart = component(this, COMPONENT_ORDER.observability, 'observability', this.model);
    for (const [name, definition] of dashboards) {
      new GrafanaDashboard(chart, name, { name, namespace: this.model.namespace, definition });
    }
  }

  private namespaces(): readonly string[] {
    const own = serviceNamespaces(this.model);
    return exposes(this.model) ? [...own, INGRESS_NAMESPACE] : own;
  }
}
