import { containerPorts, namespaceOf, onHostNetwork, podTemplate, pods, resourceName } from '../../lib/checks/pods';
import { controller, NAMESPACE, object } from './fixtures';

test.each(['Deployment', 'ReplicaSet', 'StatefulSet', 'DaemonSet', 'Job', 'Rollout'])(
  'finds the pods of a %s',
  (kind) => {
    const [found] = pods([controller('web', { kind, annotations: { note: 'a' } })]);

    expect(found).toMatchObject({
      name: 'web',
      namespace: NAMESPACE,
      labels: { app: 'web', 'app.kubernetes.io/name': 'web' },
      annotations: { note: 'a' },
      spec: { serviceAccountName: 'web' },
    });
  },
);

test('finds the pods of a CronJob, one level deeper', () => {
  const template = { metadata: { labels: { app: 'nightly' } }, spec: { containers: [{ name: 'run' }] } };
  const [found] = pods([object('CronJob', 'nightly', { spec: { jobTemplate: { spec: { template } } } })]);

  expect(found).toMatchObject({ labels: { app: 'nightly' }, containers: [{ name: 'run' }] });
});

test('finds a pod that no controller makes', () => {
  const [found] = pods([
    object('Pod', 'once', { spec: { containers: [{ name: 'run' }] } }, { labels: { app: 'once' } }),
  ]);

  expect(found).toMatchObject({ name: 'once', labels: { app: 'once' }, containers: [{ name: 'run' }] });
});

test('finds no pods in other objects, nor in a controller without a template', () => {
  expect(pods([object('Service', 'web'), object('Deployment', 'web', { spec: {} })])).toEqual([]);
});

test('init containers count as containers', () => {
  const [found] = pods([controller('web', { pod: { initContainers: [{ name: 'first' }] } })]);

  expect(found?.containers.map(({ name }) => name)).toEqual(['first', 'web']);
});

test('an object without a namespace is in default', () => {
  expect(namespaceOf({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web' } })).toBe('default');
});

test('ports are known by name, those without one by number, and by their protocol', () => {
  const ports = [
    { name: 'http', containerPort: 80 },
    { containerPort: 9090 },
    { name: 'dns', containerPort: 53, protocol: 'UDP' },
  ];
  const [found] = pods([controller('web', { container: { ports } })]);

  expect(found && containerPorts(found)).toEqual({
    http: { number: 80, protocol: 'TCP' },
    '9090': { number: 9090, protocol: 'TCP' },
    dns: { number: 53, protocol: 'UDP' },
  });
});

test('a Job is known by its service, whose name outlives the hash of a version', () => {
  const labels = { 'app.kubernetes.io/name': 'migrate' };
  const job = object('Job', 'migrate-1a2b3c4d', { spec: { template: { spec: {} } } }, { labels });

  expect(resourceName(job.manifest)).toBe('migrate');
  expect(pods([job])[0]?.name).toBe('migrate');
});

test.each([
  ['a Job without the label', object('Job', 'once'), 'once'],
  [
    'any other kind',
    object('Service', 'web-headless', {}, { labels: { 'app.kubernetes.io/name': 'web' } }),
    'web-headless',
  ],
])('%s is known by its own name', (_, { manifest }, expected) => {
  expect(resourceName(manifest)).toBe(expected);
});

test('pods on the network of the node are told apart', () => {
  const [agent] = pods([controller('log', { pod: { hostNetwork: true } })]);
  const [web] = pods([controller('web')]);

  expect(agent && onHostNetwork(agent)).toBe(true);
  expect(web && onHostNetwork(web)).toBe(false);
});

test('an object that makes no pods has no template of them', () => {
  expect(podTemplate(object('Service', 'web').manifest)).toBeUndefined();
});
