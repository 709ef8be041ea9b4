import { Lazy } from 'cdk8s';
import { type Construct } from 'constructs';
import {
  ServiceEntry,
  ServiceEntrySpecLocation,
  ServiceEntrySpecResolution,
  Sidecar,
  SidecarSpecOutboundTrafficPolicyMode,
} from '../../../imports/istio-networking.istio.io';
import {
  AuthorizationPolicy,
  AuthorizationPolicySpecAction,
  PeerAuthentication,
  PeerAuthenticationSpecMtlsMode,
} from '../../../imports/istio-security.istio.io';
import { INGRESS_GATEWAY, INGRESS_NAMESPACE } from '../../core/model/system-model';
import { ISTIO_REQUESTS } from './istio-requests';
import { ISTIO_SPLITTING } from './istio-splitting';
import type { Mesh, MeshExternalHost, MeshPrincipal, MeshRule, MeshScope } from './mesh';

const CONTROL_PLANE_NAMESPACE = 'istio-system';
const TRUST_DOMAIN = 'cluster.local';
const HTTPS_PORT = 443;

/** What every proxy knows of. */
const CONTROL_PLANE_HOSTS = `${CONTROL_PLANE_NAMESPACE}/*`;

/** Names of Services, whose namespace is their second part. */
const SERVICE_HOST = /^[^.]+\.([^.]+)\.svc\.cluster\.local$/;

/** Folder in which Istio's sidecar leaves its certificates for Prometheus. */
const PROMETHEUS_CERTIFICATES = '/etc/prom-certs';

/** Requests and limits of each proxy: small, because a quota counts one for every pod. */
const PROXY_RESOURCES = {
  requests: { cpu: '10m', memory: '64Mi' },
  limits: { cpu: '100m', memory: '128Mi' },
} as const;

const KNOWN_HOSTS_ONLY = { mode: SidecarSpecOutboundTrafficPolicyMode.REGISTRY_UNDERSCORE_ONLY } as const;

/** Istio with sidecars; version 1.30 with its CNI plugin, so that pods need no privilege. */
export class IstioMesh implements Mesh {
  public readonly namespaceLabels = { 'istio-injection': 'enabled' };
  public readonly outsideLabels = { 'sidecar.istio.io/inject': 'false' };
  public readonly podAnnotations = {
    'proxy.istio.io/config': '{"holdApplicationUntilProxyStarts":true}',
    'sidecar.istio.io/proxyCPU': PROXY_RESOURCES.requests.cpu,
    'sidecar.istio.io/proxyCPULimit': PROXY_RESOURCES.limits.cpu,
    'sidecar.istio.io/proxyMemory': PROXY_RESOURCES.requests.memory,
    'sidecar.istio.io/proxyMemoryLimit': PROXY_RESOURCES.limits.memory,
  };
  public readonly controlPlane = {
    peer: { namespace: CONTROL_PLANE_NAMESPACE, labels: { app: ['istiod'] } },
    port: 15012,
  };
  public readonly gateway = {
    namespace: INGRESS_NAMESPACE,
    labels: { istio: [INGRESS_GATEWAY.labels.istio] },
    serviceAccount: INGRESS_GATEWAY.serviceAccount,
  };
  public readonly scrapeTls = {
    caFile: `${PROMETHEUS_CERTIFICATES}/root-cert.pem`,
    certFile: `${PROMETHEUS_CERTIFICATES}/cert-chain.pem`,
    keyFile: `${PROMETHEUS_CERTIFICATES}/key.pem`,
  };
  public readonly splitting = ISTIO_SPLITTING;
  public readonly requests = ISTIO_REQUESTS;

  public isolate(scope: Construct, id: string, namespace: string): void {
    new PeerAuthentication(scope, `${id}MutualTls`, {
      metadata: { name: 'default', namespace },
      spec: { mtls: { mode: PeerAuthenticationSpecMtlsMode.STRICT } },
    });
    // An empty policy allows nothing, and from then on only what another policy allows.
    new AuthorizationPolicy(scope, `${id}AllowNothing`, { metadata: { name: 'allow-nothing', namespace }, spec: {} });
    // For pods that are no workloads: these have a scope of their own.
    new Sidecar(scope, `${id}Scope`, {
      metadata: { name: 'default', namespace },
      spec: { egress: [{ hosts: [CONTROL_PLANE_HOSTS] }], outboundTrafficPolicy: KNOWN_HOSTS_ONLY },
    });
  }

  public authorize(scope: Construct, id: string, rule: MeshRule): void {
    new AuthorizationPolicy(scope, id, {
      metadata: { name: rule.name, namespace: rule.namespace },
      spec: {
        selector: { matchLabels: rule.selector },
        action: AuthorizationPolicySpecAction.ALLOW,
        rules: [
          {
            from: [{ source: { principals: [spiffeId(rule.from)] } }],
            to: [
              {
                operation: {
                  ports: rule.ports.map(String),
                  ...(rule.methods === undefined ? {} : { methods: [...rule.methods] }),
                  ...(rule.paths === undefined ? {} : { paths: [...rule.paths] }),
                },
              },
            ],
          },
        ],
      },
    });
  }

  public allowExternal(scope: Construct, id: string, { name, namespace, host, port }: MeshExternalHost): void {
    const protocol = port === HTTPS_PORT ? 'TLS' : 'TCP';
    new ServiceEntry(scope, id, {
      // Istio merges the entries of one host in one namespace, so each workload can have its own.
      metadata: { name, namespace },
      spec: {
        hosts: [host],
        exportTo: ['.'],
        location: ServiceEntrySpecLocation.MESH_UNDERSCORE_EXTERNAL,
        // A wildcard cannot be looked up: the proxy keeps the address that the pod found.
        resolution: host.startsWith('*') ? ServiceEntrySpecResolution.NONE : ServiceEntrySpecResolution.DNS,
        ports: [{ name: `${protocol.toLowerCase()}-${port}`, number: port, protocol }],
      },
    });
  }

  public scope(scope: Construct, id: string, { name, namespace, selector, hosts }: MeshScope): void {
    const visible = (): readonly string[] => [CONTROL_PLANE_HOSTS, ...hosts().map(inNamespace)];
    new Sidecar(scope, id, {
      metadata: { name, namespace },
      spec: {
        workloadSelector: { labels: { ...selector } },
        egress: [{ hosts: Lazy.any({ produce: visible }) as string[] }],
        outboundTrafficPolicy: KNOWN_HOSTS_ONLY,
      },
    });
  }

  /** The CNI plugin reads it: https://istio.io/latest/docs/reference/config/annotations/ */
  public podAnnotationsFor({ ranges }: { readonly ranges: readonly string[] }): Readonly<Record<string, string>> {
    return ranges.length === 0 ? {} : { 'traffic.sidecar.istio.io/excludeOutboundIPRanges': ranges.join() };
  }
}

/** A host as a Sidecar names it: below its namespace, where an entry for a host outside is the pods' own. */
function inNamespace(host: string): string {
  return `${SERVICE_HOST.exec(host)?.[1] ?? '.'}/${host}`;
}

function spiffeId({ namespace, serviceAccount }: MeshPrincipal): string {
  return `${TRUST_DOMAIN}/ns/${namespace}/sa/${serviceAccount}`;
}
