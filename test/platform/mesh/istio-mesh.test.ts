import { IstioMesh } from '../../../lib/platform/mesh/istio-mesh';
import type { MeshRule } from '../../../lib/platform/mesh/mesh';
import { synth, type Objects } from '../../support/manifests';

const mesh = new IstioMesh();
const RULE: MeshRule = {
  name: 'postgres-sql-from-backend',
  namespace: 'funlynk',
  selector: { 'app.kubernetes.io/name': 'postgres' },
  from: { namespace: 'funlynk', serviceAccount: 'backend' },
  ports: [5432],
};

function isolated(): Objects {
  return synth((chart) => mesh.isolate(chart, 'Mesh', 'partners'));
}

function authorized(rule: Partial<MeshRule> = {}): object {
  return synth((chart) => mesh.authorize(chart, 'Rule', { ...RULE, ...rule })).one('AuthorizationPolicy');
}

function external(port: number): Objects {
  const host = { name: 'backend-to-example', namespace: 'funlynk', host: 'smtp.example.com', port };
  return synth((chart) => mesh.allowExternal(chart, 'Host', host));
}

const OPERATION = 'spec.rules.0.to.0.operation';

describe('IstioMesh', () => {
  test('puts its sidecars into namespaces by label', () => {
    expect(mesh.namespaceLabels).toEqual({ 'istio-injection': 'enabled' });
  });

  test('starts a pod’s containers after its proxy, which would otherwise miss their first connections', () => {
    expect(mesh.podAnnotations['proxy.istio.io/config']).toBe('{"holdApplicationUntilProxyStarts":true}');
  });

  test('asks for proxies of the size that quotas reckon with', () => {
    expect(mesh.podAnnotations).toMatchObject({
      'sidecar.istio.io/proxyCPU': '10m',
      'sidecar.istio.io/proxyMemory': '64Mi',
      'sidecar.istio.io/proxyCPULimit': '100m',
      'sidecar.istio.io/proxyMemoryLimit': '128Mi',
    });
  });

  test('tells where its control plane and its gateway are', () => {
    expect(mesh.controlPlane).toEqual({
      peer: { namespace: 'istio-system', labels: { app: ['istiod'] } },
      port: 15012,
    });
    expect(mesh.gateway).toEqual({
      namespace: 'istio-ingress',
      labels: { istio: ['ingressgateway'] },
      serviceAccount: 'istio-ingressgateway',
    });
  });
});

describe('a namespace that Istio isolates', () => {
  test('demands mutual TLS', () => {
    expect(isolated().one('PeerAuthentication')).toMatchObject({
      metadata: { name: 'default', namespace: 'partners' },
      spec: { mtls: { mode: 'STRICT' } },
    });
  });

  test('allows nothing by an empty policy', () => {
    expect(isolated().yaml('AuthorizationPolicy')).toMatchInlineSnapshot(`
      "apiVersion: security.istio.io/v1
      kind: AuthorizationPolicy
      metadata:
        name: allow-nothing
        namespace: partners
      spec: {}
      "
    `);
  });

  test('shows the control plane alone to pods that have no scope of their own', () => {
    expect(isolated().one('Sidecar')).toMatchObject({
      metadata: { name: 'default', namespace: 'partners' },
      spec: {
        egress: [{ hosts: ['istio-system/*'] }],
        outboundTrafficPolicy: { mode: 'REGISTRY_ONLY' },
      },
    });
  });
});

describe('a principal that Istio authorises', () => {
  test('reaches the selected pods as its service account', () => {
    expect(synth((chart) => mesh.authorize(chart, 'Rule', RULE)).yaml('AuthorizationPolicy')).toMatchInlineSnapshot(`
      "apiVersion: security.istio.io/v1
      kind: AuthorizationPolicy
      metadata:
        name: postgres-sql-from-backend
        namespace: funlynk
      spec:
        action: ALLOW
        rules:
          - from:
              - source:
                  principals:
                    - cluster.local/ns/funlynk/sa/backend
            to:
              - operation:
                  ports:
                    - "5432"
        selector:
          matchLabels:
            app.kubernetes.io/name: postgres
      "
    `);
  });

  test('reaches all ports that are named', () => {
    expect(authorized({ ports: [5432, 8080] })).toHaveProperty(`${OPERATION}.ports`, ['5432', '8080']);
  });

  test('uses the methods that are named, and every method where none is', () => {
    expect(authorized({ methods: ['GET'] })).toHaveProperty(`${OPERATION}.methods`, ['GET']);
    expect(authorized()).not.toHaveProperty(`${OPERATION}.methods`);
  });

  test('reaches the paths that are named, and every path where none is', () => {
    expect(authorized({ paths: ['/metrics'] })).toHaveProperty(`${OPERATION}.paths`, ['/metrics']);
    expect(authorized()).not.toHaveProperty(`${OPERATION}.paths`);
  });
});

describe('a host outside that Istio knows', () => {
  test('is known to its namespace alone', () => {
    expect(external(443).yaml('ServiceEntry')).toMatchInlineSnapshot(`
      "apiVersion: networking.istio.io/v1
      kind: ServiceEntry
      metadata:
        name: backend-to-example
        namespace: funlynk
      spec:
        exportTo:
          - "."
        hosts:
          - smtp.example.com
        location: MESH_EXTERNAL
        ports:
          - name: tls-443
            number: 443
            protocol: TLS
        resolution: DNS
      "
    `);
  });

  test.each([
    [443, { name: 'tls-443', number: 443, protocol: 'TLS' }],
    [587, { name: 'tcp-587', number: 587, protocol: 'TCP' }],
  ])('is spoken to on port %i as %j', (port, expected) => {
    expect(external(port).one('ServiceEntry')).toHaveProperty('spec.ports', [expected]);
  });
});

describe('a host outside below a wildcard', () => {
  test('is reached at the address that the pod found', () => {
    const host = { name: 'backend-to-example', namespace: 'funlynk', host: '*.example.com', port: 443 };
    expect(synth((chart) => mesh.allowExternal(chart, 'Host', host)).one('ServiceEntry')).toMatchObject({
      spec: { hosts: ['*.example.com'], resolution: 'NONE', ports: [{ number: 443, protocol: 'TLS' }] },
    });
  });
});

describe('the scope of some pods in Istio', () => {
  const scoped = (...hosts: string[]) =>
    synth((chart) => {
      const selector = { 'app.kubernetes.io/name': 'backend' };
      const visible: string[] = [];
      mesh.scope(chart, 'Scope', { name: 'backend', namespace: 'funlynk', selector, hosts: () => visible });
      visible.push(...hosts);
    });

  test('shows services below their namespaces, hosts outside as the namespace knows them, and the control plane', () => {
    expect(scoped('postgres.data.svc.cluster.local', '*.example.com').yaml('Sidecar')).toMatchSnapshot();
  });

  test('is written where it shows nothing else, or the pods would see what the namespace does', () => {
    expect(scoped().one('Sidecar')).toHaveProperty('spec.egress', [{ hosts: ['istio-system/*'] }]);
  });
});

describe('a pod that reaches addresses past its proxy', () => {
  test('names them to the CNI plugin', () => {
    expect(mesh.podAnnotationsFor({ ranges: ['169.254.170.23/32', '169.254.169.254/32'] })).toEqual({
      'traffic.sidecar.istio.io/excludeOutboundIPRanges': '169.254.170.23/32,169.254.169.254/32',
    });
  });

  test('has nothing to name where there is none', () => {
    expect(mesh.podAnnotationsFor({ ranges: [] })).toEqual({});
  });
});
