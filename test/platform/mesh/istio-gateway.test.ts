import { IstioGateway, type GatewayRoute, type IstioGatewayProps } from '../../../lib/platform/mesh/istio-gateway';
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
