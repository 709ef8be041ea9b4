import { foreignPods, reachesForeign } from '../../lib/checks/foreign-pods';
import { model, service } from './fixtures';

const labels = { app: 'vault' };
const vault = { namespace: 'vault', labels, serviceName: 'vault', portNumber: 8200 };
const collector = {
  name: 'the collector',
  namespace: 'monitoring',
  labels: { 'app.kubernetes.io/name': 'opentelemetry-collector' },
};

test('those that services connect to are tried, who stands beside them, and who is unknown', () => {
  const found = foreignPods(model(service('web', { connectsTo: [vault] })));

  expect(found.map(({ name, namespace, port }) => `${name} ${namespace}:${port}`)).toEqual([
    'the collector monitoring:4317',
    'the collector monitoring:4318',
    'vault in vault vault:8200',
    'vault in vault vault:65535',
    'a pod beside vault in vault vault:8200',
    'a pod of another namespace elsewhere:443',
    'a pod of another namespace elsewhere:65535',
  ]);
});

test.each([
  ['the port of the pods', { labels, port: 8200 }, true],
  ['another port', { labels, port: 443 }, false],
  ['other pods of the namespace', { labels: {}, port: 8200 }, false],
])('a connection is to %s', (_, at, expected) => {
  expect(reachesForeign({ connectsTo: [vault] }, { name: 'x', namespace: 'vault', ...at })).toBe(expected);
});

test('a connection may be to every pod of a namespace', () => {
  const { labels: _labels, ...every } = vault;

  expect(reachesForeign({ connectsTo: [every] }, { name: 'x', namespace: 'vault', labels: {}, port: 8200 })).toBe(true);
});

test.each([
  ['no traces', {}, [false, false]],
  ['traces', { traces: {} }, [true, false]],
  ['traces over HTTP', { traces: { protocol: 'http/protobuf' as const } }, [false, true]],
])('a service with %s reaches the collector accordingly', (_, telemetry, expected) => {
  expect([4317, 4318].map((port) => reachesForeign({ telemetry }, { ...collector, port }))).toEqual(expected);
});
