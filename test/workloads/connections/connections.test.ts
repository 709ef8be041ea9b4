import type { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import type { Connections } from '../../../lib/workloads/connections/connections';
import { Workload } from '../../../lib/workloads/workload';
import { EKS, emptyChart, synth } from '../../support/manifests';
import { backend, DAEMON_SET, DEPLOYMENT, JOB } from '../sample-workload';
import { mesh, pods, visible } from './connection-samples';

describe('a connection from Prometheus', () => {
  const scraped = (build: (chart: Chart) => Workload) =>
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

  test('is refused a second time on a port', () => {
    const { connections } = backend(emptyChart());
    connections.allowScraping('http', '/stats');
    expect(() => connections.allowScraping('http', '/metrics')).toThrow(
      "test/backend/Connections: 'port' must be connected once, got 'http'; leave one of the two out",
    );
  });

  test('is refused to a port that the workload has not', () => {
    expect(() => backend(emptyChart()).connections.allowScraping('htp', '/stats')).toThrow(
      "test/backend/Connections: 'port' must be a port of the workload, got 'htp'; did you mean 'http'? (http)",
    );
  });

  test('is refused to a port of UDP', () => {
    const ports = { dns: { containerPort: 53, protocol: 'udp' } } as const;
    const { connections } = new Workload(emptyChart(), 'resolver', { ...DEPLOYMENT, ports });
    expect(() => connections.allowScraping('dns', '/stats')).toThrow(
      "test/resolver/Connections: 'port' must be one of TCP to be reached by Prometheus, got 'dns'",
    );
  });

  test('is let in to the pods of a job, which have no Service', () => {
    const job = { ...JOB, ports: { http: { containerPort: 3000 } } };
    const objects = synth((chart) => new Workload(chart, 'report', job).connections.allowScraping('http', '/stats'));
    expect(objects.names('NetworkPolicy')).toEqual(['report-http-from-prometheus']);
  });
});

describe('what the mesh shows', () => {
  test('is the control plane alone to a workload without connections', () => {
    expect(synth((chart) => backend(chart, { mesh })).one('Sidecar')).toMatchObject({
      metadata: { name: 'backend', namespace: 'funlynk' },
      spec: {
        workloadSelector: { labels: { 'app.kubernetes.io/name': 'backend' } },
        egress: [{ hosts: ['istio-system/*'] }],
        outboundTrafficPolicy: { mode: 'REGISTRY_ONLY' },
      },
    });
  });

  test('is said of no workload outside a mesh', () => {
    expect(synth((chart) => backend(chart)).names('Sidecar')).toEqual([]);
  });

  test('is sorted, and each host once, however the connections came', () => {
    const objects = synth((chart) => {
      const { connections } = backend(chart, { mesh });
      connections.allowToExternal('b.example.com:443');
      connections.allowToExternal('a.example.com:443');
      connections.allowToExternal('a.example.com:587');
    });
    expect(visible(objects, 'backend')).toEqual(['./a.example.com', './b.example.com']);
  });
});

describe('a workload on the network of its node', () => {
  const host = { reason: 'It answers for the node.', network: true };
  const AGENT = { ...DAEMON_SET, host, mesh, cluster: EKS, ports: { http: { containerPort: 3000 } } };
  const agent = (scope: Construct) => new Workload(scope, 'agent', AGENT);
  const MESSAGE =
    "test/agent/Connections: 'host.network' must be false where connections are declared: on the network of the node " +
    'nothing guards them, got true; pods there reach, and are reached by, what their node is';

  test.each<[string, (connections: Connections, chart: Chart) => void]>([
    ['opens no connection to another workload', (it, chart) => it.allowTo(backend(chart, { mesh }), 'http')],
    [
      'is connected to by none',
      (it, chart) => backend(chart, { mesh }).connections.allowTo({ connections: it }, 'http'),
    ],
    [
      'opens none to another namespace',
      (it) => it.allowToNamespace({ namespace: 'data', serviceName: 'db', portNumber: 1 }),
    ],
    [
      'is connected to by no namespace',
      (it) => it.allowFromNamespace({ namespace: 'data', serviceAccount: 'etl', port: 'http' }),
    ],
    ['opens none to a host outside', (it) => it.allowToExternal('api.stripe.com:443')],
    ['is reached by no gateway', (it) => it.allowFromGateway('http')],
  ])('%s', (_, connect) => {
    const chart = emptyChart();
    const { connections } = agent(chart);
    expect(() => connect(connections, chart)).toThrow(MESSAGE);
  });

  test('needs no policy for its cloud, the API server and Prometheus, and has no scope', () => {
    const objects = synth((chart) => {
      const { connections } = agent(chart);
      connections.allowToCloud([{ action: 'logs:write' }]);
      connections.allowToApiServer();
      connections.allowScraping('http', '/metrics');
    });
    const kinds = objects.all.map(({ kind }) => kind);
    expect(kinds.filter((kind) => /Policy|Sidecar|ServiceEntry/.test(kind))).toEqual([]);
  });
});
