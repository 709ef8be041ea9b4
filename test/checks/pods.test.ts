import { containerPorts, namespaceOf, pods } from '../../lib/checks/pods';
import { controller, NAMESPACE, object } from './fixtures';

test.each(['Deployment', 'ReplicaSet', 'StatefulSet', 'DaemonSet', 'Job', 'Rollout'])(
  'finds the pods of a %s',
  (kind) => {
    const [found] = pods([controller('web', { kind, annotations: { note: 'a' } })]);

    expect(found).toMatchObject({
      name: 'web',
      namespace: NAMESPACE,
      labels: { app: 'web' },
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

test('ports are known by name, those without one by number', () => {
  const [found] = pods([
    controller('web', { container: { ports: [{ name: 'http', containerPort: 80 }, { containerPort: 9090 }] } }),
  ]);

  expect(found && containerPorts(found)).toEqual({ http: 80, '9090': 9090 });
});
