import type { MetricsSpec } from '../../../lib/core/model/telemetry';
import { IstioMesh } from '../../../lib/platform/mesh/istio-mesh';
import { Workload } from '../../../lib/workloads/workload';
import { synth } from '../../support/manifests';
import { backendObjects, CRON_JOB, DAEMON_SET, JOB, objectsOf, postgresObjects } from '../sample-workload';

const METRICS: MetricsSpec = { port: 'metrics', path: '/stats' };
const PORTS = { metrics: { containerPort: 9464, protocol: 'http' } } as const;
const MEASURED = { ports: PORTS, telemetry: { metrics: METRICS } };
const TRACED = { telemetry: { traces: {} } };
const HOST = { reason: 'reads the traffic of the node', network: true } as const;

describe('the metrics of a workload', () => {
  test('are scraped through its Service', () => {
    const objects = backendObjects(MEASURED);
    expect(objects.one('ServiceMonitor')).toMatchObject({
      metadata: { name: 'backend', namespace: 'funlynk', labels: { 'app.kubernetes.io/part-of': 'funlynk' } },
      spec: {
        selector: { matchLabels: { 'app.kubernetes.io/name': 'backend' } },
        endpoints: [{ port: 'metrics', path: '/stats', interval: '30s', scrapeTimeout: '10s' }],
      },
    });
    expect(objects.names('PodMonitor')).toEqual([]);
  });

  test('are scraped once where two Services lead to the pods', () => {
    const objects = postgresObjects(MEASURED);
    const labels = objects.all.filter(({ kind }) => kind === 'Service').map(({ metadata }) => metadata.labels);
    expect(labels.filter((own) => own?.['app.kubernetes.io/name'] === 'postgres')).toHaveLength(1);
  });

  test.each([
    ['DaemonSet', DAEMON_SET],
    ['Job', JOB],
    ['CronJob', CRON_JOB],
  ])('are scraped from the pods of a %s', (_, props) => {
    const objects = objectsOf({ ...props, ...MEASURED });
    expect(objects.one('PodMonitor')).toMatchObject({
      metadata: { name: 'sample', labels: { 'app.kubernetes.io/name': 'sample' } },
      spec: { selector: { matchLabels: { 'app.kubernetes.io/name': 'sample' } } },
    });
    expect(objects.names('ServiceMonitor')).toEqual([]);
  });

  test('may be read by Prometheus, in the network and in the mesh', () => {
    const objects = backendObjects({ ...MEASURED, mesh: new IstioMesh() });
    expect(objects.names('NetworkPolicy')).toContain('backend-metrics-from-prometheus');
    expect(objects.one('AuthorizationPolicy')).toMatchObject({
      spec: { rules: [{ to: [{ operation: { methods: ['GET'], paths: ['/stats'], ports: ['9464'] } }] }] },
    });
    expect(objects.one('ServiceMonitor')).toHaveProperty('spec.endpoints.0.scheme', 'https');
  });

  test('are read without the mutual TLS of a mesh that the pods take no part in', () => {
    const mesh = new IstioMesh();
    const onHost = objectsOf({ ...DAEMON_SET, ...MEASURED, host: HOST, mesh });
    expect(onHost.one('PodMonitor')).not.toHaveProperty('spec.scrapeClass');
    expect(objectsOf({ ...DAEMON_SET, ...MEASURED, mesh }).one('PodMonitor')).toHaveProperty('spec.scrapeClass');
  });
});

describe('the traces of a workload', () => {
  test('reach the collector, in the network and in the mesh', () => {
    const objects = backendObjects({ ...TRACED, mesh: new IstioMesh() });
    expect(objects.one('NetworkPolicy')).toMatchObject({
      spec: {
        podSelector: { matchLabels: { 'app.kubernetes.io/name': 'backend' } },
        egress: [
          {
            to: [
              {
                namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'monitoring' } },
                podSelector: { matchLabels: { 'app.kubernetes.io/name': 'opentelemetry-collector' } },
              },
            ],
            ports: [{ port: 4317, protocol: 'TCP' }],
          },
        ],
      },
    });
    expect(objects.yaml('Sidecar')).toContain('otel-collector.monitoring.svc.cluster.local');
  });

  test('reach the port of the protocol', () => {
    const objects = backendObjects({ telemetry: { traces: { protocol: 'http/protobuf' } } });
    expect(objects.one('NetworkPolicy')).toHaveProperty('spec.egress.0.ports.0.port', 4318);
  });

  test('need no leave on the network of the node, where no policy is', () => {
    expect(objectsOf({ ...DAEMON_SET, ...TRACED, host: HOST }).names('NetworkPolicy')).toEqual([]);
  });

  test('are told to the main container and to no other', () => {
    const sidecars = { proxy: { image: 'proxy:1', resources: DAEMON_SET.resources } };
    const pod = backendObjects({ ...TRACED, sidecars }).one('Deployment');
    expect(pod).toHaveProperty('spec.template.spec.containers.0.env.0.name', 'OTEL_SERVICE_NAME');
    expect(pod).toHaveProperty('spec.template.spec.initContainers.0.env', []);
  });
});

describe('the log of a workload', () => {
  test('is told to Fluent Bit by the pod', () => {
    const object = backendObjects({ telemetry: { logs: { format: 'json' } } }).one('Deployment');
    expect(object).toHaveProperty(['spec', 'template', 'metadata', 'annotations', 'fluentbit.io/parser'], 'json');
  });
});

test('a workload without telemetry is not scraped and sends nothing', () => {
  const objects = backendObjects();
  expect(objects.all.map(({ kind }) => kind)).not.toContain('ServiceMonitor');
  expect(objects.names('NetworkPolicy')).toEqual([]);
});

test('a workload of another system in the namespace has its own labels on its monitor', () => {
  const props = { ...DAEMON_SET, ...MEASURED, namespace: 'funlynk-agent', system: 'funlynk' };
  const objects = synth((chart) => new Workload(chart, 'agent', props));
  expect(objects.one('PodMonitor')).toHaveProperty(['metadata', 'labels', 'app.kubernetes.io/part-of'], 'funlynk');
});
