import { Construct } from 'constructs';
import type { IstioMesh } from '../../../lib/platform/mesh/istio-mesh';
import { Workload } from '../../../lib/workloads/workload';
import { emptyChart, synth, type Objects } from '../../support/manifests';
import { backend, DEPLOYMENT, postgres } from '../sample-workload';
import { mesh, pods, visible } from './connection-samples';

/** `backend` connected to `postgres`, with or without a mesh. */
function connected(props: { readonly mesh?: IstioMesh } = { mesh }): Objects {
  return synth((chart) => backend(chart, props).connections.allowTo(postgres(chart, props), 'sql'));
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
      "test/backend/Connections: 'port' must be connected once, got 'sql'; leave one of the two out",
    );
  });

  test('shows the other to the proxies of the one, and nothing to the other', () => {
    const objects = connected();
    expect(visible(objects, 'backend')).toEqual([
      'funlynk/postgres-headless.funlynk.svc.cluster.local',
      'funlynk/postgres.funlynk.svc.cluster.local',
    ]);
    expect(visible(objects, 'postgres')).toEqual([]);
  });

  test('shows a workload of another namespace below that namespace', () => {
    const objects = synth((chart) => {
      const target = backend(chart, { mesh, namespace: 'data' });
      postgres(chart, { mesh }).connections.allowTo(target, 'http');
    });
    expect(visible(objects, 'postgres')).toEqual(['data/backend.data.svc.cluster.local']);
  });

  test('is named within the limits of a file, however long the names are', () => {
    const long = 'a'.repeat(60);
    const objects = synth((chart) => {
      const target = new Workload(chart, `${long}-a`, { ...DEPLOYMENT, mesh, namespace: `${long}-n` });
      const source = new Workload(chart, `${long}-b`, { ...DEPLOYMENT, mesh });
      source.connections.allowTo(target, 'http');
    });
    const names = [...objects.names('NetworkPolicy'), ...objects.names('AuthorizationPolicy')];
    expect(names.map((name) => name.length <= 150)).toEqual([true, true, true]);
    expect(names.some((name) => /-[0-9a-f]{6}$/.test(name))).toBe(true);
  });
});

describe('a connection by UDP', () => {
  const DNS = { ...DEPLOYMENT, mesh, ports: { dns: { containerPort: 53, protocol: 'udp' } } } as const;
  const objects = synth((chart) => {
    const target = new Workload(chart, 'resolver', DNS);
    backend(chart, { mesh }).connections.allowTo(target, 'dns');
  });

  test('is let through by the network', () => {
    const ports = [{ port: 53, protocol: 'UDP' }];
    expect(objects.one('NetworkPolicy', 'backend-to-resolver-dns')).toHaveProperty('spec.egress.0.ports', ports);
    expect(objects.one('NetworkPolicy', 'resolver-dns-from-backend')).toHaveProperty('spec.ingress.0.ports', ports);
  });

  test('passes the mesh by, which has nothing to say of it', () => {
    expect(objects.names('AuthorizationPolicy')).toEqual([]);
    expect(visible(objects, 'backend')).toEqual([]);
  });

  test('leads into a mesh from outside it', () => {
    const outside = synth((chart) => backend(chart).connections.allowTo(new Workload(chart, 'resolver', DNS), 'dns'));
    expect(outside.names('NetworkPolicy')).toHaveLength(2);
  });
});
