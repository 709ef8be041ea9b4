import type { TraceSpec } from '../../../lib/core/model/telemetry';
import { traceVariables, TRACE_VARIABLES } from '../../../lib/workloads/telemetry/trace-variables';
import type { WorkloadProps } from '../../../lib/workloads/workload-props';
import { EKS, GKE } from '../../support/manifests';
import { contextOf } from './contexts';

function variables(
  traces: TraceSpec = {},
  changes: Partial<WorkloadProps> = {},
): Readonly<Record<string, string | undefined>> {
  const context = contextOf({ telemetry: { traces }, ...changes });
  return Object.fromEntries(traceVariables(context).map(({ name, value }) => [name, value]));
}

function attributes(traces: TraceSpec = {}, changes: Partial<WorkloadProps> = {}): readonly string[] {
  return (variables(traces, changes)['OTEL_RESOURCE_ATTRIBUTES'] ?? '').split(',');
}

describe('the variables for traces', () => {
  test('tell the service, the collector, the share that is kept, and what the traces are of', () => {
    expect(traceVariables(contextOf({ telemetry: { traces: {} }, cluster: EKS }))).toEqual([
      { name: 'OTEL_SERVICE_NAME', value: 'backend' },
      { name: 'OTEL_EXPORTER_OTLP_ENDPOINT', value: 'http://otel-collector.monitoring.svc.cluster.local:4317' },
      { name: 'OTEL_EXPORTER_OTLP_PROTOCOL', value: 'grpc' },
      { name: 'OTEL_TRACES_SAMPLER', value: 'parentbased_traceidratio' },
      { name: 'OTEL_TRACES_SAMPLER_ARG', value: '0.1' },
      { name: 'OTEL_RESOURCE_ATTRIBUTES_POD_NAME', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
      { name: 'OTEL_RESOURCE_ATTRIBUTES_NODE_NAME', valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } },
      {
        name: 'OTEL_RESOURCE_ATTRIBUTES',
        value: [
          'service.namespace=funlynk',
          'service.version=v1.4.2',
          'deployment.environment.name=production',
          'k8s.namespace.name=funlynk-agents',
          'k8s.pod.name=$(OTEL_RESOURCE_ATTRIBUTES_POD_NAME)',
          'k8s.node.name=$(OTEL_RESOURCE_ATTRIBUTES_NODE_NAME)',
        ].join(),
      },
    ]);
  });

  test('are those that are refused elsewhere', () => {
    expect(Object.keys(variables())).toEqual(TRACE_VARIABLES);
  });

  test('are none where there are no traces', () => {
    expect(traceVariables(contextOf({ telemetry: { logs: { format: 'json' } } }))).toEqual([]);
    expect(traceVariables(contextOf())).toEqual([]);
  });

  test('follow the protocol', () => {
    expect(variables({ protocol: 'http/protobuf' })).toMatchObject({
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://otel-collector.monitoring.svc.cluster.local:4318',
      OTEL_EXPORTER_OTLP_PROTOCOL: 'http/protobuf',
    });
  });

  test.each([
    [0, '0'],
    [0.7, '0.007'],
    [29, '0.29'],
    [100, '1'],
  ])('keep %d %% as a share of %s', (samplePercent, share) => {
    expect(variables({ samplePercent })['OTEL_TRACES_SAMPLER_ARG']).toBe(share);
  });

  test('take attributes of the workload in', () => {
    expect(attributes({ attributes: { 'team.name': 'payments' } })).toContain('team.name=payments');
  });

  test('take the name of the environment from the workload rather than from the cluster', () => {
    const traces = { attributes: { 'deployment.environment.name': 'staging' } };
    const told = attributes(traces, { cluster: GKE }).filter((attribute) => attribute.startsWith('deployment'));
    expect(told).toEqual(['deployment.environment.name=staging']);
  });

  test('leave out the environment where no cluster tells it', () => {
    expect(attributes().join()).not.toContain('deployment.environment.name');
  });

  test('encode what would end a value, or be taken for a variable', () => {
    expect(attributes({ attributes: { note: 'a,b=c; 100 % "Zoë" $(X)' } })).toContain(
      'note=a%2Cb%3Dc%3B%20100%20%25%20%22Zo%C3%AB%22%20%24(X)',
    );
  });
});

describe('the version in the traces', () => {
  test.each([
    ['ghcr.io/funlynk/backend:v1.4.2@sha256:' + 'a'.repeat(64), 'service.version=v1.4.2'],
    ['localhost:5000/backend:7', 'service.version=7'],
  ])('is the tag of %s', (image, attribute) => {
    expect(attributes({}, { image })).toContain(attribute);
  });

  test.each(['localhost:5000/backend', 'ghcr.io/funlynk/backend@sha256:' + 'a'.repeat(64)])(
    'is left out of %s, which has none',
    (image) => {
      expect(attributes({}, { image }).join()).not.toContain('service.version');
    },
  );
});
