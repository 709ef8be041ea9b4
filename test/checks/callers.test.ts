import { callers, type Caller, type Guard } from '../../lib/checks/callers';
import { servicePods } from '../../lib/checks/service-pods';
import { controller, inNamespace, model, service } from './fixtures';

const system = model(
  service('web', {
    connectsTo: [
      { service: 'api', port: 'http' },
      { external: 'api.example.com', portNumber: 443 },
    ],
  }),
  service('api', { exposure: [{ host: 'api', port: 'http' }] }),
);
const everybody = callers(system, servicePods(system, [controller('web'), controller('api')]));
const GUARDS: readonly Guard[] = ['network policies', 'mesh authorisation'];

const named = (name: string): Caller | undefined => everybody.find((caller) => caller.name === name);

test('everybody is looked at: services, the gateway, strangers, and those who pose as somebody', () => {
  expect(everybody.map(({ name, namespace, serviceAccount }) => `${name}: ${namespace}/${serviceAccount}`)).toEqual([
    'web: shop/web',
    'api: shop/api',
    'the ingress gateway: istio-ingress/istio-ingressgateway',
    'Prometheus: monitoring/prometheus',
    'an unknown pod of its namespace: shop/default',
    'a pod of another namespace: elsewhere/default',
    'a pod beside the ingress gateway: istio-ingress/default',
    'a pod beside Prometheus: monitoring/default',
    'a pod that poses as web: elsewhere/web',
    'a pod that poses as api: elsewhere/api',
    'a pod that poses as the ingress gateway: elsewhere/istio-ingressgateway',
    'a pod that poses as Prometheus: elsewhere/prometheus',
  ]);
});

const reaches = (caller: Caller | undefined, to: string): readonly (readonly string[] | undefined)[] =>
  GUARDS.map((guard) => caller?.mayReach(to, guard));

test('a service may reach what it connects to', () => {
  expect(reaches(named('web'), 'api')).toEqual([['http'], ['http']]);
  expect(reaches(named('web'), 'web')).toEqual([[], []]);
  expect(reaches(named('api'), 'web')).toEqual([[], []]);
});

test('the gateway may reach what is exposed', () => {
  expect(reaches(named('the ingress gateway'), 'api')).toEqual([['http'], ['http']]);
  expect(reaches(named('the ingress gateway'), 'web')).toEqual([[], []]);
});

test('Prometheus may reach the port of the metrics', () => {
  const measured = model(service('web', { telemetry: { metrics: { port: 'http' } } }), service('api'));
  const prometheus = callers(measured, []).find(({ name }) => name === 'Prometheus');

  expect(reaches(prometheus, 'web')).toEqual([['http'], ['http']]);
  expect(reaches(prometheus, 'api')).toEqual([[], []]);
});

test('nobody else may reach anything', () => {
  const strangers = everybody.slice(4);

  expect(strangers.flatMap((caller) => [...reaches(caller, 'api'), ...reaches(caller, 'web')].flat())).toEqual([]);
});

test('who poses as a service has its labels', () => {
  expect(named('a pod that poses as web')?.labels).toEqual({ app: 'web', 'app.kubernetes.io/name': 'web' });
});

test('every namespace of the system has a pod that nobody knows', () => {
  const agent = service('log', { namespace: 'shop-log' });
  const found = callers(model(service('web'), agent), []);

  expect(found.filter(({ name }) => name.startsWith('an unknown pod')).map(({ namespace }) => namespace)).toEqual([
    'shop',
    'shop-log',
  ]);
});

test('pods without a service account run as the default one', () => {
  const files = [controller('web', { pod: { serviceAccountName: undefined } })];
  const [caller] = callers(system, servicePods(system, files));

  expect(caller?.serviceAccount).toBe('default');
});

describe('whom a service accepts from another namespace', () => {
  const acceptance = { namespace: 'billing', labels: { app: 'invoices' }, serviceAccount: 'invoices', port: 'http' };
  const accepting = model(service('api', { acceptsFrom: [acceptance] }), service('web'));
  const found = callers(accepting, []);
  const at = (name: string): Caller | undefined => found.find((caller) => caller.name === name);

  test.each([
    ['may reach the port', 'whom api accepts from billing', [['http'], ['http']]],
    ['is not who stands beside them', 'a pod beside those whom api accepts from billing', [[], []]],
    [
      'is known to the network by labels, and not to the mesh',
      'a pod with the labels of those whom api accepts from billing',
      [['http'], []],
    ],
    [
      'is known to the mesh by service account, and not to the network',
      'a pod with the service account of those whom api accepts from billing',
      [[], ['http']],
    ],
    ['is not who looks like them elsewhere', 'a pod that poses as those whom api accepts from billing', [[], []]],
  ])('%s', (_, name, expected) => {
    expect(reaches(at(name), 'api')).toEqual(expected);
    expect(reaches(at(name), 'web')).toEqual([[], []]);
  });

  test('may be a whole namespace, to the network', () => {
    const { labels: _labels, ...whole } = acceptance;
    const open = model(service('api', { acceptsFrom: [whole] }));
    const beside = callers(open, []).find(({ name }) => name === 'a pod beside those whom api accepts from billing');

    expect(reaches(beside, 'api')).toEqual([['http'], []]);
  });

  test('may be a service of ours in a namespace of its own', () => {
    const log = service('log', { namespace: 'shop-log' });
    const from = { namespace: 'shop-log', serviceAccount: 'log', port: 'http' };
    const both = model(log, service('api', { acceptsFrom: [from] }));
    const [caller] = callers(both, servicePods(both, [inNamespace(controller('log'), 'shop-log')]));

    expect(caller?.name).toBe('log');
    expect(reaches(caller, 'api')).toEqual([['http'], ['http']]);
  });
});
