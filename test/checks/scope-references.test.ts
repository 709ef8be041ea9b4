import { ClusterIndex } from '../../lib/checks/cluster-index';
import { scopeReferences } from '../../lib/checks/scope-references';
import { canary, clusterObject, controller, object } from './fixtures';

const written = [
  clusterObject('Namespace', 'shop'),
  controller('web'),
  canary('web'),
  object('Service', 'api'),
  object('ServiceEntry', 'stripe', { spec: { hosts: ['api.stripe.com'] } }),
];
const check = (kind: string, spec: unknown): readonly string[] => {
  const file = object(kind, 'it', { spec });
  return scopeReferences(new ClusterIndex({ manifests: [...written, file] }), file.manifest);
};
const unknown = (host: string): readonly string[] => [
  `shows its pods ${host}, which is no Service and no host that is written`,
];

describe.each(['Sidecar', 'ServiceEntry'])('a %s', (kind) => {
  test.each([
    ['every pod', {}, []],
    ['pods that are written', { workloadSelector: { labels: { app: 'web' } } }, []],
    ['pods that are not', { workloadSelector: { labels: { app: 'gone' } } }, ['selects no pods']],
  ])('is about %s', (_, spec, expected) => {
    expect(check(kind, spec)).toEqual(expected);
  });
});

test.each([
  'shop/api.shop.svc.cluster.local',
  './api.shop.svc.cluster.local',
  'shop/web-canary.shop.svc.cluster.local',
  'shop/api.stripe.com',
  './*.stripe.com',
  './*',
  '~/*',
  '*/api.stripe.com',
  'istio-system/*',
  'istio-system/istiod.istio-system.svc.cluster.local',
  'monitoring/otel-collector.monitoring.svc.cluster.local',
  'default/kubernetes.default.svc.cluster.local',
  'elsewhere/api.example.com',
])('a scope may show %s', (host) => {
  expect(check('Sidecar', { egress: [{ hosts: [host] }] })).toEqual([]);
});

test.each([
  'shop/gone.shop.svc.cluster.local',
  'shop/api.example.com',
  './*.example.com',
  'elsewhere/api.shop.svc.cluster.local',
])('a scope that shows %s shows nothing', (host) => {
  expect(check('Sidecar', { egress: [{ hosts: [host] }] })).toEqual(unknown(host));
});
