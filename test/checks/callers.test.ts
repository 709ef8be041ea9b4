import { callers, type Caller } from '../../lib/checks/callers';
import { pods } from '../../lib/checks/pods';
import { controller, model, service } from './fixtures';

const system = model(
  service('web', {
    connectsTo: [
      { service: 'api', port: 'http' },
      { external: 'api.example.com', portNumber: 443 },
    ],
  }),
  service('api', { exposure: [{ host: 'api', port: 'http' }] }),
);
const everybody = callers(system, pods([controller('web'), controller('api')]));

const named = (name: string): Caller | undefined => everybody.find((caller) => caller.name === name);

test('everybody is looked at: services, the gateway, strangers, and those who pose as somebody', () => {
  expect(everybody.map(({ name, namespace, serviceAccount }) => `${name}: ${namespace}/${serviceAccount}`)).toEqual([
    'web: shop/web',
    'api: shop/api',
    'the ingress gateway: istio-ingress/istio-ingressgateway',
    'an unknown pod of its namespace: shop/default',
    'a pod of another namespace: elsewhere/default',
    'a pod beside the ingress gateway: istio-ingress/default',
    'a pod that poses as the ingress gateway: elsewhere/istio-ingressgateway',
    'a pod that poses as web: elsewhere/web',
    'a pod that poses as api: elsewhere/api',
  ]);
});

test('a service may reach what it connects to', () => {
  expect(named('web')?.mayReach('api')).toEqual(['http']);
  expect(named('web')?.mayReach('web')).toEqual([]);
  expect(named('api')?.mayReach('web')).toEqual([]);
});

test('the gateway may reach what is exposed', () => {
  expect(named('the ingress gateway')?.mayReach('api')).toEqual(['http']);
  expect(named('the ingress gateway')?.mayReach('web')).toEqual([]);
});

test('nobody else may reach anything', () => {
  const strangers = everybody.slice(3);

  expect(strangers.flatMap((caller) => [...caller.mayReach('api'), ...caller.mayReach('web')])).toEqual([]);
});

test('who poses as a service has its labels', () => {
  expect(named('a pod that poses as web')?.labels).toEqual({ app: 'web' });
});

test('pods without a service account run as the default one', () => {
  const [caller] = callers(model(), pods([controller('web', { pod: { serviceAccountName: undefined } })]));

  expect(caller?.serviceAccount).toBe('default');
});
