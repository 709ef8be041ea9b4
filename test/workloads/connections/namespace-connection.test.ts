import { Construct } from 'constructs';
import { Workload } from '../../../lib/workloads/workload';
import { emptyChart, synth } from '../../support/manifests';
import { backend, DEPLOYMENT } from '../sample-workload';
import { mesh, pods, visible } from './connection-samples';

const COLLECTOR = {
  namespace: 'monitoring',
  labels: { app: 'collector' },
  serviceName: 'otel-collector',
  portNumber: 4317,
};
const ETL = { namespace: 'data', labels: { app: 'etl' }, serviceAccount: 'etl-runner', port: 'http' };

describe('a connection to another namespace', () => {
  const objects = synth((chart) => backend(chart, { mesh }).connections.allowToNamespace(COLLECTOR));

  test('is let out to the pods of the labels, on their port', () => {
    expect(objects.one('NetworkPolicy', 'backend-to-monitoring-otel-collector-4317')).toMatchObject({
      metadata: { namespace: 'funlynk' },
      spec: {
        podSelector: { matchLabels: { 'app.kubernetes.io/name': 'backend' } },
        policyTypes: ['Egress'],
        egress: [{ to: [pods('monitoring', { app: 'collector' })], ports: [{ port: 4317, protocol: 'TCP' }] }],
      },
    });
  });

  test('shows the Service in front of them', () => {
    expect(visible(objects, 'backend')).toEqual(['monitoring/otel-collector.monitoring.svc.cluster.local']);
  });

  test('opens nothing on the other side, which is somebody else’s', () => {
    expect(objects.names('NetworkPolicy')).toHaveLength(1);
    expect(objects.names('AuthorizationPolicy')).toEqual([]);
  });

  test('leads to every pod of the namespace where no label is named', () => {
    const { labels: _, ...everyPod } = COLLECTOR;
    const written = synth((chart) => backend(chart).connections.allowToNamespace(everyPod));
    expect(written.one('NetworkPolicy')).toHaveProperty('spec.egress.0.to.0.podSelector', {});
  });

  test('is refused a second time', () => {
    const { connections } = backend(emptyChart());
    connections.allowToNamespace(COLLECTOR);
    expect(() => connections.allowToNamespace(COLLECTOR)).toThrow(
      "test/backend/Connections: 'portNumber' must be connected once, got 4317; leave one of the two out",
    );
  });

  test('is refused with all that is wrong with it', () => {
    const wrong = { namespace: 'My Data', serviceName: 'db.data', portNumber: 70000 };
    expect(() => backend(emptyChart()).connections.allowToNamespace(wrong)).toThrow(
      [
        "test/backend/Connections: 'namespace' must be lower-case letters, digits and dashes, 63 at most, got 'My Data'",
        "test/backend/Connections: 'serviceName' must be lower-case letters, digits and dashes, 63 at most, got 'db.data'",
        "test/backend/Connections: 'portNumber' must be from 1 to 65535, got 70000",
      ].join('\n'),
    );
  });
});

describe('a connection from another namespace', () => {
  const objects = synth((chart) => backend(chart, { mesh }).connections.allowFromNamespace(ETL));

  test('is let in from the pods of the labels', () => {
    expect(objects.one('NetworkPolicy', 'backend-http-from-data-etl-runner')).toHaveProperty('spec', {
      podSelector: { matchLabels: { 'app.kubernetes.io/name': 'backend' } },
      policyTypes: ['Ingress'],
      ingress: [{ from: [pods('data', { app: 'etl' })], ports: [{ port: 3000, protocol: 'TCP' }] }],
    });
  });

  test('is authorised to their service account', () => {
    expect(objects.one('AuthorizationPolicy', 'backend-http-from-data-etl-runner')).toHaveProperty('spec.rules', [
      {
        from: [{ source: { principals: ['cluster.local/ns/data/sa/etl-runner'] } }],
        to: [{ operation: { ports: ['3000'] } }],
      },
    ]);
  });

  test('shows nothing to this workload', () => {
    expect(visible(objects, 'backend')).toEqual([]);
  });

  test('is let in from every pod of the namespace where no label is named', () => {
    const { labels: _, ...everyPod } = ETL;
    const written = synth((chart) => backend(chart).connections.allowFromNamespace(everyPod));
    expect(written.one('NetworkPolicy')).toHaveProperty('spec.ingress.0.from.0.podSelector', {});
  });

  test('is refused to a workload that is connected by itself', () => {
    const chart = emptyChart();
    const target = backend(chart);
    const source = new Workload(new Construct(chart, 'data'), 'etl-runner', { ...DEPLOYMENT, namespace: 'data' });
    source.connections.allowTo(target, 'http');
    expect(() => target.connections.allowFromNamespace(ETL)).toThrow(
      "test/backend/Connections: 'port' must be connected once, got 'http'; leave one of the two out",
    );
  });

  test('is refused with all that is wrong with it', () => {
    const wrong = { namespace: 'data_1', serviceAccount: 'ETL', port: 'htp' };
    expect(() => backend(emptyChart()).connections.allowFromNamespace(wrong)).toThrow(
      [
        "test/backend/Connections: 'namespace' must be lower-case letters, digits and dashes, 63 at most, got 'data_1'",
        "test/backend/Connections: 'serviceAccount' must be lower-case letters, digits and dashes, 63 at most, got 'ETL'",
        "test/backend/Connections: 'port' must be a port of the workload, got 'htp'; did you mean 'http'? (http)",
      ].join('\n'),
    );
  });
});
