import type { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { IstioMesh } from '../../../lib/platform/mesh/istio-mesh';
import { emptyChart, synth, type Objects } from '../../support/manifests';
import { backend, postgres } from '../sample-workload';

const mesh = new IstioMesh();

/** `backend` connected to `postgres`, with or without a mesh. */
function connected(props: { readonly mesh?: IstioMesh } = { mesh }): Objects {
  return synth((chart) => backend(chart, props).connections.allowTo(postgres(chart, props), 'sql'));
}

function external(host: string, port: number, props: { readonly mesh?: IstioMesh } = { mesh }): Objects {
  return synth((chart) => backend(chart, props).connections.allowToExternal(host, port));
}

function fromGateway(methods?: readonly string[]): Objects {
  return synth((chart) => backend(chart, { mesh }).connections.allowFromGateway('http', methods));
}

/** Pods of a namespace, as a policy selects them. */
function pods(namespace: string, matchLabels: object): object {
  return {
    namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } },
    podSelector: { matchLabels },
  };
}

describe('a connection to another workload', () => {
  test('is let out of the one', () => {
    expect(connected().yaml('NetworkPolicy', 'backend-to-postgres-sql')).toMatchInlineSnapshot(`
      "apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: backend-to-postgres-sql
        namespace: funlynk
      spec:
        egress:
          - ports:
              - port: 5432
                protocol: TCP
            to:
              - namespaceSelector:
                  matchLabels:
                    kubernetes.io/metadata.name: funlynk
                podSelector:
                  matchLabels:
                    app.kubernetes.io/name: postgres
        podSelector:
          matchLabels:
            app.kubernetes.io/name: backend
        policyTypes:
          - Egress
      "
    `);
  });

  test('is let into the other', () => {
    expect(connected().one('NetworkPolicy', 'postgres-sql-from-backend')).toHaveProperty('spec', {
      podSelector: { matchLabels: { 'app.kubernetes.io/name': 'postgres' } },
      policyTypes: ['Ingress'],
      ingress: [
        {
          from: [pods('funlynk', { 'app.kubernetes.io/name': 'backend' })],
          ports: [{ port: 5432, protocol: 'TCP' }],
        },
      ],
    });
  });

  test('is authorised by the mesh to the service account of the one', () => {
    expect(connected().one('AuthorizationPolicy')).toMatchObject({
      metadata: { name: 'postgres-sql-from-backend' },
      spec: {
        selector: { matchLabels: { 'app.kubernetes.io/name': 'postgres' } },
        rules: [
          {
            from: [{ source: { principals: ['cluster.local/ns/funlynk/sa/backend'] } }],
            to: [{ operation: { ports: ['5432'] } }],
          },
        ],
      },
    });
  });

  test('is guarded by the network alone where there is no mesh', () => {
    const objects = connected({});
    expect(objects.names('NetworkPolicy')).toEqual(['backend-to-postgres-sql', 'postgres-sql-from-backend']);
    expect(objects.names('AuthorizationPolicy')).toEqual([]);
  });

  test('leads to the port of the container, whatever port the Service has', () => {
    const objects = synth((chart) => {
      const target = postgres(chart, { mesh, ports: { sql: { containerPort: 5432, servicePort: 80 } } });
      backend(chart, { mesh }).connections.allowTo(target, 'sql');
    });
    expect(objects.one('NetworkPolicy', 'backend-to-postgres-sql')).toHaveProperty('spec.egress.0.ports', [
      { port: 5432, protocol: 'TCP' },
    ]);
    expect(objects.one('NetworkPolicy', 'postgres-sql-from-backend')).toHaveProperty('spec.ingress.0.ports', [
      { port: 5432, protocol: 'TCP' },
    ]);
    expect(objects.one('AuthorizationPolicy')).toHaveProperty('spec.rules.0.to.0.operation.ports', ['5432']);
  });

  test('crosses namespaces: each side is opened in its own, under a name that says where the other is', () => {
    const objects = synth((chart) => {
      const target = postgres(chart, { mesh, namespace: 'data' });
      backend(chart, { mesh }).connections.allowTo(target, 'sql');
    });
    expect(objects.one('NetworkPolicy', 'backend-to-data-postgres-sql')).toMatchObject({
      metadata: { namespace: 'funlynk' },
      spec: { egress: [{ to: [pods('data', { 'app.kubernetes.io/name': 'postgres' })] }] },
    });
    expect(objects.one('NetworkPolicy', 'postgres-sql-from-funlynk-backend')).toMatchObject({
      metadata: { namespace: 'data' },
      spec: { ingress: [{ from: [pods('funlynk', { 'app.kubernetes.io/name': 'backend' })] }] },
    });
    expect(objects.one('AuthorizationPolicy')).toMatchObject({
      metadata: { namespace: 'data' },
      spec: { rules: [{ from: [{ source: { principals: ['cluster.local/ns/funlynk/sa/backend'] } }] }] },
    });
  });

  test('leads to one workload from two of one name in two namespaces', () => {
    const objects = synth((chart) => {
      const target = postgres(chart, { mesh });
      for (const namespace of ['funlynk', 'shop']) {
        const scope = new Construct(chart, namespace);
        backend(scope, { mesh, namespace }).connections.allowTo(target, 'sql');
      }
    });
    expect(objects.names('AuthorizationPolicy')).toEqual(
      expect.arrayContaining(['postgres-sql-from-backend', 'postgres-sql-from-shop-backend']),
    );
  });

  test('is opened one way only', () => {
    const policies = connected().all.filter(({ kind }) => kind === 'NetworkPolicy');
    expect(policies.map(({ metadata, spec }) => [metadata.name, spec])).toEqual([
      ['backend-to-postgres-sql', expect.objectContaining({ policyTypes: ['Egress'] })],
      ['postgres-sql-from-backend', expect.objectContaining({ policyTypes: ['Ingress'] })],
    ]);
  });

  test('may be made on several ports of one workload', () => {
    const objects = synth((chart) => {
      const target = postgres(chart, { ports: { sql: { containerPort: 5432 }, admin: { containerPort: 8080 } } });
      const { connections } = backend(chart);
      connections.allowTo(target, 'sql');
      connections.allowTo(target, 'admin');
    });
    expect(objects.names('NetworkPolicy')).toHaveLength(4);
  });

  test('may lead to the workload itself, as between members of a cluster', () => {
    const objects = synth((chart) => {
      const members = postgres(chart, { mesh });
      members.connections.allowTo(members, 'sql');
    });
    expect(objects.names('NetworkPolicy')).toEqual(['postgres-sql-from-postgres', 'postgres-to-postgres-sql']);
  });

  test('is refused to a port that the other has not', () => {
    const chart = emptyChart();
    expect(() => backend(chart).connections.allowTo(postgres(chart), 'sq')).toThrow(
      "test/postgres/Connections: 'port' must be a port of the workload, got 'sq'; did you mean 'sql'? (sql)",
    );
  });

  test('is refused a second time', () => {
    const chart = emptyChart();
    const [{ connections }, target] = [backend(chart), postgres(chart)];
    connections.allowTo(target, 'sql');
    expect(() => connections.allowTo(target, 'sql')).toThrow(
      "There is already a Construct with name 'To-funlynk-postgres-sql' in Connections",
    );
  });
});

describe('a connection to a host outside', () => {
  test('is let out to public addresses only', () => {
    expect(external('api.stripe.com', 443).yaml('NetworkPolicy')).toMatchInlineSnapshot(`
      "apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: backend-to-api-stripe-com-443
        namespace: funlynk
      spec:
        egress:
          - ports:
              - port: 443
                protocol: TCP
            to:
              - ipBlock:
                  cidr: 0.0.0.0/0
                  except:
                    - 10.0.0.0/8
                    - 100.64.0.0/10
                    - 169.254.0.0/16
                    - 172.16.0.0/12
                    - 192.168.0.0/16
        podSelector:
          matchLabels:
            app.kubernetes.io/name: backend
        policyTypes:
          - Egress
      "
    `);
  });

  test('is known to the mesh', () => {
    expect(external('api.stripe.com', 443).one('ServiceEntry')).toMatchObject({
      metadata: { name: 'backend-to-api-stripe-com-443', namespace: 'funlynk' },
      spec: { hosts: ['api.stripe.com'], ports: [{ number: 443 }] },
    });
  });

  test('needs nothing but the network where there is no mesh', () => {
    const objects = external('api.stripe.com', 443, {});
    expect(objects.names('NetworkPolicy')).toEqual(['backend-to-api-stripe-com-443']);
    expect(objects.names('ServiceEntry')).toEqual([]);
  });

  test('may be made by two workloads of one namespace', () => {
    const objects = synth((chart) => {
      backend(chart, { mesh }).connections.allowToExternal('api.stripe.com', 443);
      postgres(chart, { mesh }).connections.allowToExternal('api.stripe.com', 443);
    });
    expect(objects.names('ServiceEntry')).toEqual(['backend-to-api-stripe-com-443', 'postgres-to-api-stripe-com-443']);
  });
});

describe('a connection from the gateway', () => {
  test('is let into the workload from the pods of the gateway', () => {
    expect(fromGateway().one('NetworkPolicy', 'backend-http-from-gateway')).toMatchObject({
      metadata: { namespace: 'funlynk' },
      spec: { ingress: [{ from: [pods('istio-ingress', { istio: 'ingressgateway' })], ports: [{ port: 3000 }] }] },
    });
  });

  test('is let out of the gateway', () => {
    expect(fromGateway().one('NetworkPolicy', 'gateway-to-funlynk-backend-http')).toMatchObject({
      metadata: { namespace: 'istio-ingress' },
      spec: {
        podSelector: { matchLabels: { istio: 'ingressgateway' } },
        egress: [{ ports: [{ port: 3000 }] }],
      },
    });
  });

  test('is authorised by the mesh with every method', () => {
    expect(fromGateway().one('AuthorizationPolicy', 'backend-http-from-gateway')).toMatchObject({
      metadata: { namespace: 'funlynk' },
      spec: {
        rules: [
          {
            from: [{ source: { principals: ['cluster.local/ns/istio-ingress/sa/istio-ingressgateway'] } }],
            to: [{ operation: { ports: ['3000'] } }],
          },
        ],
      },
    });
    expect(fromGateway().one('AuthorizationPolicy')).not.toHaveProperty('spec.rules.0.to.0.operation.methods');
  });

  test('is authorised with the methods that are named', () => {
    expect(fromGateway(['GET', 'POST']).one('AuthorizationPolicy')).toHaveProperty(
      'spec.rules.0.to.0.operation.methods',
      ['GET', 'POST'],
    );
  });

  test('is refused where there is no mesh', () => {
    expect(() => backend(emptyChart()).connections.allowFromGateway('http')).toThrow(
      "test/backend/Connections: 'mesh' is needed to be reached by its gateway, got undefined",
    );
  });

  test('is refused to a port that the workload has not', () => {
    expect(() => backend(emptyChart(), { mesh }).connections.allowFromGateway('htp')).toThrow(
      "test/backend/Connections: 'port' must be a port of the workload, got 'htp'; did you mean 'http'? (http)",
    );
  });
});

describe('a connection from Prometheus', () => {
  const scraped = (build: (chart: Chart) => ReturnType<typeof backend>) =>
    synth((chart) => build(chart).connections.allowScraping('http', '/stats'));

  test('is let in from its pods in its own namespace', () => {
    const objects = scraped((chart) => backend(chart));
    expect(objects.one('NetworkPolicy')).toMatchObject({
      metadata: { name: 'backend-http-from-prometheus', namespace: 'funlynk' },
      spec: {
        ingress: [{ from: [pods('monitoring', { 'app.kubernetes.io/name': 'prometheus' })], ports: [{ port: 3000 }] }],
      },
    });
    expect(objects.names('AuthorizationPolicy')).toEqual([]);
  });

  test('may read the metrics through the mesh, and nothing else', () => {
    expect(scraped((chart) => backend(chart, { mesh })).one('AuthorizationPolicy')).toHaveProperty('spec.rules', [
      {
        from: [{ source: { principals: ['cluster.local/ns/monitoring/sa/prometheus'] } }],
        to: [{ operation: { ports: ['3000'], methods: ['GET'], paths: ['/stats'] } }],
      },
    ]);
  });
});
