import { Construct } from 'constructs';
import type { Cluster } from '../../lib/core/cluster';
import { INGRESS_GATEWAY, INGRESS_NAMESPACE, secretReaders, type SystemModel } from '../../lib/core/model/system-model';
import { IstioMesh } from '../../lib/platform/mesh/istio-mesh';
import type { Mesh } from '../../lib/platform/mesh/mesh';
import { allowIngress } from '../../lib/platform/network/network-policy';
import { GrafanaDashboard } from '../../lib/platform/observability/grafana-dashboard';
import { ExternalSecret, tlsSecretData } from '../../lib/platform/secrets/external-secret';
import { SecretStore } from '../../lib/platform/secrets/secret-store';
import { StorageClasses } from '../../lib/platform/storage/storage-class';
import { NamespaceBounds } from '../../lib/platform/tenancy/namespace-bounds';
import { NamespaceIsolation } from '../../lib/platform/tenancy/namespace-isolation';
import { TenantNamespace } from '../../lib/platform/tenancy/tenant-namespace';
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
    this.addTenancy();
    this.addSecrets();
    this.addMesh();
    addServices(this, this.model, this.cluster, this.mesh);
    if (exposes(model)) addTraffic(this, this.model, this.mesh);
    this.addObservability();
  }

  private addNamespaces(): void {
    const chart = clusterComponent(this, COMPONENT_ORDER.namespaces, 'namespaces', this.model);
    for (const name of this.namespaces()) {
      new TenantNamespace(chart, name, { name, labels: this.mesh.namespaceLabels });
    }
  }

  private addStorage(): void {
    const chart = clusterComponent(this, COMPONENT_ORDER.storage, 'storage', this.model);
    new StorageClasses(chart, 'StorageClasses', this.cluster);
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
    this.mesh.isolate(chart, 'Mesh', this.model.namespace);
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
    return exposes(this.model) ? [this.model.namespace, INGRESS_NAMESPACE] : [this.model.namespace];
  }
}
