import { checkIsolation } from '../../lib/checks/isolation';
import type { EnvironmentOutput } from '../../lib/checks/output';
import type { Finding } from '../../lib/core/finding';
import type { ManifestFile } from '../../lib/core/manifest';
import { controller, environment, meshNamespace, model, object, service } from './fixtures';

/** Peer of a NetworkPolicy: pods of its own namespace. */
export const pod = (app: string): Readonly<Record<string, unknown>> => ({ podSelector: { matchLabels: { app } } });
/** Peer of a NetworkPolicy: the ingress gateway. */
export const gateway = {
  namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'istio-ingress' } },
  podSelector: { matchLabels: { istio: 'ingressgateway' } },
};
export const ports = [{ port: 8080 }];
/** A NetworkPolicy about the pods of an app. */
export const network = (name: string, app: string, spec: Readonly<Record<string, unknown>>): ManifestFile =>
  object('NetworkPolicy', name, { spec: { podSelector: { matchLabels: { app } }, ...spec } });
/** An AuthorizationPolicy that lets somebody reach a port of an app. */
export const mesh = (name: string, app: string, principal: string, port = '8080'): ManifestFile =>
  object('AuthorizationPolicy', name, {
    spec: {
      selector: { matchLabels: { app } },
      rules: [{ from: [{ source: { principals: [principal] } }], to: [{ operation: { ports: [port] } }] }],
    },
  });

/** The gateway reaches web, web reaches api, and nobody else anybody. */
export const system = model(
  service('web', { connectsTo: [{ service: 'api', port: 'http' }], exposure: [{ host: 'www', port: 'http' }] }),
  service('api'),
);
/** The objects of that system, as they should be. */
export const sound: Readonly<Record<string, ManifestFile>> = {
  namespace: meshNamespace(),
  web: controller('web'),
  api: controller('api'),
  denyAll: object('NetworkPolicy', 'deny', { spec: { podSelector: {}, policyTypes: ['Ingress', 'Egress'] } }),
  allowNothing: object('AuthorizationPolicy', 'nothing', { spec: {} }),
  webToApi: network('web-to-api', 'web', { policyTypes: ['Egress'], egress: [{ to: [pod('api')], ports }] }),
  apiFromWeb: network('api-from-web', 'api', { ingress: [{ from: [pod('web')], ports }] }),
  webFromGateway: network('web-from-gateway', 'web', { ingress: [{ from: [gateway], ports }] }),
  apiAdmitsWeb: mesh('api-admits-web', 'api', 'cluster.local/ns/shop/sa/web'),
  webAdmitsGateway: mesh('web-admits-gateway', 'web', 'cluster.local/ns/istio-ingress/sa/istio-ingressgateway'),
};

/** What the rule finds in some objects of that system. */
export const check = (
  files: Readonly<Record<string, ManifestFile | undefined>>,
  fields: Partial<EnvironmentOutput> = {},
): readonly Finding[] =>
  checkIsolation(
    environment(
      Object.values(files).filter((file) => file !== undefined),
      { model: system, ...fields },
    ),
  );
