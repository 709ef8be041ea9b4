import { isHiddenOnHost, isOutsideMesh, servicePods } from '../../lib/checks/service-pods';
import { agentService, canary, controller, inNamespace, model, object, service } from './fixtures';

const system = model(service('web'), service('log', { namespace: 'shop-log' }));

test('pods are a service’s by their label, in its namespace', () => {
  const files = [controller('web'), controller('log'), inNamespace(controller('log'), 'shop-log'), controller('other')];

  expect(servicePods(system, files).map(({ namespace, service: own }) => `${namespace}/${own.name}`)).toEqual([
    'shop/web',
    'shop-log/log',
  ]);
});

test('pods without the label, or with one that is no service, are nobody’s', () => {
  const bare = object('Deployment', 'web', { spec: { template: { spec: {} } } });

  expect(servicePods(system, [bare, controller('constructor'), controller('toString')])).toEqual([]);
});

test('pods that Flagger makes are the service’s, whatever label it changes', () => {
  const matchLabels = { 'app.kubernetes.io/name': 'web' };
  const files = [controller('web', { spec: { selector: { matchLabels } } }), canary('web')];

  expect(servicePods(system, files).map(({ labels, service: own }) => [own.name, labels[LABEL]])).toEqual([
    ['web', 'web'],
    ['web', 'web-primary'],
  ]);
});

const LABEL = 'app.kubernetes.io/name';

test.each([
  ['the model says so', { reason: 'reads the log of the node', network: true }, true, false],
  ['the model says so of something else', { reason: 'reads the log of the node', pid: true }, true, true],
  ['the model does not say so', undefined, true, true],
  ['they are not', undefined, false, false],
])('pods on the network of the node, where %s', (_, host, hostNetwork, expected) => {
  const told = model(agentService('log', host === undefined ? {} : { host }));
  const [found] = servicePods(told, [controller('log', { kind: 'DaemonSet', pod: { hostNetwork } })]);

  expect(found && isHiddenOnHost(found)).toBe(expected);
});

test.each([
  ['in gVisor', { sandbox: true }, true],
  ['on the kernel of the node', { pools: ['general'] }, false],
])('pods %s are guarded by the mesh, or not', (_, placement, expected) => {
  const placed = model(service('web', { placement }));
  const [found] = servicePods(placed, [controller('web')]);

  expect(found && isOutsideMesh(found)).toBe(expected);
});
