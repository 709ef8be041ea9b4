import {
  gatewaySplits,
  IstioGateway,
  type GatewayRoute,
  type IstioGatewayProps,
} from '../../../lib/platform/mesh/istio-gateway';
import { IstioMesh } from '../../../lib/platform/mesh/istio-mesh';
import { synth, type Objects } from '../../support/manifests';

const API: GatewayRoute = { host: 'api', service: 'backend', servicePort: 3000 };
const ADMIN: GatewayRoute = { host: 'admin', service: 'admin-dashboard', servicePort: 80 };

function gateway(routes: readonly GatewayRoute[], props: Partial<IstioGatewayProps> = {}): Objects {
  return synth(
    (chart) =>
      new IstioGateway(chart, 'gateway', {
        name: 'funlynk-gateway',
        namespace: 'funlynk',
        domain: 'funlynk.com',
        tlsSecret: 'funlynk-tls',
        mesh: new IstioMesh(),
        routes,
        ...props,
      }),
  );
}

describe('IstioGateway', () => {
  test('takes TLS 1.2 at least on the ingress gateway, and redirects plain HTTP', () => {
    expect(gateway([API]).yaml('Gateway')).toMatchSnapshot();
  });

  test('serves each host once, sorted', () => {
    const { one } = gateway([API, ADMIN, { ...API, path: '/v2' }]);
    expect(one('Gateway')).toHaveProperty('spec.servers.0.hosts', ['admin.funlynk.com', 'api.funlynk.com']);
    expect(one('Gateway')).toHaveProperty('spec.servers.1.hosts', ['admin.funlynk.com', 'api.funlynk.com']);
  });

  test('routes a host to its service by full name, so that the namespace of the gateway does not matter', () => {
    expect(gateway([API]).yaml('VirtualService')).toMatchInlineSnapshot(`
      "apiVersion: networking.istio.io/v1
      kind: VirtualService
      metadata:
        name: api-funlynk-com
        namespace: funlynk
      spec:
        gateways:
          - funlynk-gateway
        hosts:
          - api.funlynk.com
        http:
          - match:
              - uri:
                  prefix: /
            name: backend
            route:
              - destination:
                  host: backend.funlynk.svc.cluster.local
                  port:
                    number: 3000
      "
    `);
  });

  test('has a VirtualService for each host', () => {
    expect(gateway([API, ADMIN]).names('VirtualService')).toEqual(['admin-funlynk-com', 'api-funlynk-com']);
  });

  test('tries longer prefixes of a host first, in whatever order they come', () => {
    const routes = [API, { ...ADMIN, host: 'api', path: '/admin' }, { ...API, path: '/admin/reports' }];
    for (const order of [routes, [...routes].reverse()]) {
      const { spec } = gateway(order).one('VirtualService');
      expect(spec).toMatchObject({
        http: ['/admin/reports', '/admin', '/'].map((prefix) => ({ match: [{ uri: { prefix } }] })),
      });
    }
  });

  test('bounds the time of a request, and repeats a failed one, where the route says so', () => {
    const route = { ...API, timeoutSeconds: 30, retries: { attempts: 3, perTryTimeoutSeconds: 10 } };
    expect(gateway([route]).one('VirtualService')).toMatchObject({
      spec: { http: [{ timeout: '30s', retries: { attempts: 3, perTryTimeout: '10s' } }] },
    });
  });

  test('leaves time and retries to the mesh where the route says nothing', () => {
    const object = gateway([API]).one('VirtualService');
    expect(object).not.toHaveProperty('spec.http.0.timeout');
    expect(object).not.toHaveProperty('spec.http.0.retries');
  });

  test('does not repeat a failed request where the route says none', () => {
    const route = { ...API, retries: { attempts: 0, perTryTimeoutSeconds: 10 } };
    expect(gateway([route]).one('VirtualService')).toHaveProperty('spec.http.0.retries.attempts', 0);
  });

  test('stands on the pods of the mesh’s gateway', () => {
    expect(gateway([API]).one('Gateway')).toHaveProperty('spec.selector', { istio: 'ingressgateway' });
  });
});

describe('a route of a service with a new version', () => {
  const split: GatewayRoute = { ...API, canaryService: 'backend-canary' };

  test('has both versions as destinations, and the new one gets nothing', () => {
    expect(gateway([split]).one('VirtualService')).toHaveProperty('spec.http.0.route', [
      { destination: { host: 'backend.funlynk.svc.cluster.local', port: { number: 3000 } }, weight: 100 },
      { destination: { host: 'backend-canary.funlynk.svc.cluster.local', port: { number: 3000 } }, weight: 0 },
    ]);
  });

  test('has no weights where there is one version', () => {
    expect(gateway([API]).one('VirtualService')).not.toHaveProperty('spec.http.0.route.0.weight');
  });

  test('is left to somebody else’s VirtualService where he writes one, with its own match and bounds', () => {
    const object = gateway([{ ...API, path: '/v1', timeoutSeconds: 5, delegate: 'backend' }]).one('VirtualService');
    expect(object).toHaveProperty('spec.http', [
      {
        name: 'backend',
        match: [{ uri: { prefix: '/v1' } }],
        delegate: { name: 'backend', namespace: 'funlynk' },
        timeout: '5s',
      },
    ]);
  });
});

describe('the name of a route', () => {
  const namesOf = (routes: readonly GatewayRoute[]) => {
    const { http } = gateway(routes).one('VirtualService').spec as { http: { name: string }[] };
    return http.map(({ name }) => name);
  };

  test('is its service, with a number from the second on', () => {
    expect(namesOf([API, { ...API, path: '/v2' }, { ...API, path: '/v2/beta' }])).toEqual([
      'backend',
      'backend-2',
      'backend-3',
    ]);
  });

  test('is never that of another service', () => {
    const second = { ...ADMIN, host: 'api', service: 'backend-2', path: '/second' };
    expect(namesOf([API, { ...API, path: '/v2' }, second])).toEqual(['backend-2', 'backend', 'backend-3']);
  });
});

describe('the routes in which a gateway splits requests of a service', () => {
  const split: GatewayRoute = { ...API, canaryService: 'backend-canary' };

  test('are named by host, as the gateway writes them', () => {
    const routes = [split, { ...split, path: '/v2' }, { ...split, host: 'app' }, ADMIN];
    expect(gatewaySplits({ domain: 'funlynk.com', routes }, 'backend')).toEqual([
      { name: 'api-funlynk-com', routes: ['backend', 'backend-2'] },
      { name: 'app-funlynk-com', routes: ['backend'] },
    ]);
    expect(gateway(routes).names('VirtualService')).toContain('api-funlynk-com');
  });

  test('leave out those of other services, and those without a new version', () => {
    const routes = [
      { ...API, path: '/v2' },
      { ...split, path: '/v3' },
      { ...ADMIN, canaryService: 'admin-canary' },
    ];
    expect(gatewaySplits({ domain: 'funlynk.com', routes }, 'backend')).toEqual([
      { name: 'api-funlynk-com', routes: ['backend-2'] },
    ]);
    expect(gatewaySplits({ domain: 'funlynk.com', routes: [API] }, 'backend')).toEqual([]);
  });
});
