import { DNS_PEER, NODE_LOCAL_DNS, peerSelectors, PROMETHEUS_PEER } from '../../../lib/platform/network/peer';

describe('peerSelectors', () => {
  test('selects a label with one value by equality', () => {
    expect(peerSelectors({ namespace: 'data', labels: { app: ['postgres'], tier: ['db'] } })).toEqual({
      namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'data' } },
      podSelector: { matchLabels: { app: 'postgres', tier: 'db' } },
    });
  });

  test('selects a label with several values by membership', () => {
    expect(peerSelectors({ namespace: 'data', labels: { app: ['postgres', 'redis'] } }).podSelector).toEqual({
      matchExpressions: [{ key: 'app', operator: 'In', values: ['postgres', 'redis'] }],
    });
  });

  test('selects by both at once', () => {
    expect(peerSelectors({ namespace: 'data', labels: { app: ['a', 'b'], tier: ['db'] } }).podSelector).toEqual({
      matchLabels: { tier: 'db' },
      matchExpressions: [{ key: 'app', operator: 'In', values: ['a', 'b'] }],
    });
  });

  test('selects every pod of the namespace where no label is named', () => {
    expect(peerSelectors({ namespace: 'data', labels: {} }).podSelector).toEqual({});
  });
});

describe('the peers of every cluster', () => {
  test('are its DNS servers, node-local caches among them', () => {
    expect(DNS_PEER).toEqual({ namespace: 'kube-system', labels: { 'k8s-app': ['kube-dns', 'node-local-dns'] } });
    expect(NODE_LOCAL_DNS).toBe('169.254.20.10/32');
  });

  test('are Prometheus, by its pods and by its service account', () => {
    expect(PROMETHEUS_PEER).toEqual({
      namespace: 'monitoring',
      labels: { 'app.kubernetes.io/name': ['prometheus'] },
      serviceAccount: 'prometheus',
    });
  });
});
