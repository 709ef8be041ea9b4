import { ConstructError } from '../../../lib/core/errors';
import { defineSystem, type ServiceDefinition, type SystemBuilder } from '../../../lib/core/model/system';
import { secret } from '../../../lib/core/secret-ref';

const OPTIONS = { registry: { host: 'ghcr.io/shop' } };

const WEB: ServiceDefinition = {
  image: { name: 'web' },
  ports: { http: { containerPort: 3000 }, metrics: { containerPort: 9090 } },
  resources: { requests: { cpu: '100m', memory: '64Mi' }, limits: { cpu: '200m', memory: '128Mi' } },
  runAs: { user: 1001 },
};
const DASHBOARD = { title: 'Traffic', panels: [] };

function refusals(describe: (builder: SystemBuilder) => void, name = 'shop'): string {
  try {
    defineSystem(name, OPTIONS, describe);
  } catch (error) {
    if (error instanceof ConstructError) return error.message;
    throw error;
  }
  return '';
}

test('a system is its name, its options, and what was described', () => {
  const options = { ...OPTIONS, tls: secret('shop-tls'), quota: { pods: '20' } };
  const system = defineSystem('shop', options, ({ service, dashboard }) => {
    service('web', WEB);
    service('store', WEB);
    dashboard('traffic', DASHBOARD);
  });

  expect(system).toStrictEqual({
    name: 'shop',
    ...options,
    services: { web: WEB, store: WEB },
    dashboards: { traffic: DASHBOARD },
    resources: { buckets: {}, queues: {}, topics: {} },
  });
});

test('services keep the order in which they were described', () => {
  const system = defineSystem('shop', OPTIONS, ({ service }) =>
    ['web', 'cache', 'api'].forEach((name) => service(name, WEB)),
  );

  expect(Object.keys(system.services)).toEqual(['web', 'cache', 'api']);
});

test('a service is connected to by one of its ports', () => {
  expect.assertions(2);
  defineSystem('shop', OPTIONS, ({ service }) => {
    const web = service('web', WEB);

    expect(web.name).toBe('web');
    expect(web.port('metrics')).toStrictEqual({ service: 'web', port: 'metrics' });
  });
});

test.each([
  ['api.stripe.com:443', { external: 'api.stripe.com', portNumber: 443 }],
  ['*.stripe.com:65535', { external: '*.stripe.com', portNumber: 65535 }],
])('%s is a host and a port outside the cluster', (hostAndPort, expected) => {
  expect.assertions(1);
  defineSystem('shop', OPTIONS, ({ external }) => {
    expect(external(hostAndPort)).toStrictEqual(expected);
  });
});

test('what is no host and port is refused under the name of the system', () => {
  expect(refusals(({ external }) => external('api.stripe.com'))).toBe(
    "shop: 'external' must be a host and a port such as api.stripe.com:443, got 'api.stripe.com'",
  );
  expect(refusals(({ external }) => external('10.0.0.5:443'))).toBe(
    "shop: 'external' must be the name of a host, not an address, got '10.0.0.5'; give the address a name in DNS",
  );
});

const LABEL = "'name' must be lower-case letters, digits and dashes, 63 at most";

test('a system whose name is no DNS label is refused', () => {
  expect(refusals(() => undefined, 'My Shop')).toBe(`My Shop: ${LABEL}, got 'My Shop'`);
});

test.each<[string, (builder: SystemBuilder) => void, string]>([
  ['a service whose name is no DNS label', ({ service }) => service('Web', WEB), `shop/Web: ${LABEL}, got 'Web'`],
  [
    'a dashboard whose name is no DNS label',
    ({ dashboard }) => dashboard('my traffic', DASHBOARD),
    `shop/my traffic: ${LABEL}, got 'my traffic'`,
  ],
  [
    'a service given twice',
    ({ service }) => [service('web', WEB), service('web', WEB)],
    "shop/web: 'name' must be unique, got 'web'",
  ],
  [
    'a dashboard given twice',
    ({ dashboard }) => [dashboard('web', DASHBOARD), dashboard('web', DASHBOARD)],
    "shop/web: 'name' must be unique, got 'web'",
  ],
  [
    'a connection to an unknown port',
    ({ service }) => service('web', WEB).port('htpt'),
    "shop/web: 'port' must be a port of the service, got 'htpt'; did you mean 'http'? (http, metrics)",
  ],
  [
    'a connection to a port that every object of JavaScript has',
    ({ service }) => service('web', WEB).port('constructor'),
    "shop/web: 'port' must be a port of the service, got 'constructor'; allowed: (http, metrics)",
  ],
])('%s is refused', (_, describe, message) => {
  expect(refusals(describe)).toBe(message);
});

test('what a system keeps in the cloud is part of it', () => {
  const system = defineSystem('shop', OPTIONS, ({ bucket, queue, topic }) => {
    bucket('images', { expireDays: 30 });
    bucket('exports');
    queue('orders', { maxDeliveryAttempts: 3 });
    topic('sold', { queues: ['orders'] });
  });

  expect(system.resources).toStrictEqual({
    buckets: { images: { expireDays: 30 }, exports: {} },
    queues: { orders: { maxDeliveryAttempts: 3 } },
    topics: { sold: { queues: ['orders'] } },
  });
});

test.each<[string, (builder: SystemBuilder) => void, string]>([
  [
    'a queue given twice',
    ({ queue }) => [queue('orders'), queue('orders')],
    "shop/orders: 'name' must be unique, got 'orders'",
  ],
  ['a bucket whose name is no DNS label', ({ bucket }) => bucket('My'), `shop/My: ${LABEL}, got 'My'`],
  [
    'a topic that hands messages to an unknown queue',
    ({ queue, topic }) => [queue('orders'), topic('sold', { queues: ['order'] })],
    "shop/sold: 'queues' must be queues of the system, got 'order'; did you mean 'orders'? (orders)",
  ],
  [
    'a permission on an unknown bucket',
    ({ bucket, service }) => [
      bucket('images'),
      service('web', { ...WEB, permissions: [{ action: 'bucket:read', buckets: ['image'] }] }),
    ],
    "shop/web: 'permissions' must name what the system has for bucket:read, got 'image'; " +
      "did you mean 'images'? (images)",
  ],
  [
    'a permission on an unknown queue',
    ({ service }) => service('web', { ...WEB, permissions: [{ action: 'queue:consume', queues: ['orders'] }] }),
    "shop/web: 'permissions' must name what the system has for queue:consume, got 'orders'; allowed: ()",
  ],
  [
    'a permission on an unknown topic',
    ({ service }) => service('web', { ...WEB, permissions: [{ action: 'topic:publish', topics: ['sold'] }] }),
    "shop/web: 'permissions' must name what the system has for topic:publish, got 'sold'; allowed: ()",
  ],
  [
    'scaling by an unknown queue',
    ({ queue, service }) => [
      queue('orders'),
      service('web', {
        ...WEB,
        autoscaling: { metrics: { waiting: { type: 'queue', queue: 'order', messagesPerReplica: 5 } } },
      }),
    ],
    "shop/web: 'autoscaling.metrics' must name a queue of the system, got 'order'; did you mean 'orders'? (orders)",
  ],
])('%s is refused', (_, describe, message) => {
  expect(refusals(describe)).toBe(message);
});

test('permissions on what the system has are its own affair, and secrets need no declaring', () => {
  const described = ({ bucket, queue, topic, service }: SystemBuilder): void => {
    bucket('images');
    queue('orders');
    topic('sold', { queues: ['orders'] });
    service('web', {
      ...WEB,
      permissions: [
        { action: 'bucket:write', buckets: ['images'] },
        { action: 'queue:publish', queues: ['orders'] },
        { action: 'topic:publish', topics: ['sold'] },
        { action: 'secret:read', secrets: ['app'] },
        { action: 'logs:write' },
      ],
    });
  };

  expect(refusals(described)).toBe('');
});

test('a service and a dashboard may share a name', () => {
  const both = ({ service, dashboard }: SystemBuilder): void => {
    service('web', WEB);
    dashboard('web', DASHBOARD);
  };

  expect(refusals(both)).toBe('');
});
