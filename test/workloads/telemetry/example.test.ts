import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EKS, synth } from '../../support/manifests';
import { readmeExample } from '../../support/readme-example';
import { example } from './example';

describe('the example of the README', () => {
  const objects = synth((chart) => example(chart, EKS));

  test('is the code that is tested here', () => {
    const readme = readFileSync(join(__dirname, '../../../lib/workloads/telemetry/README.md'), 'utf8');
    expect(readme).toContain(readmeExample(join(__dirname, 'example.ts')));
  });

  test('has the service scraped through its Service, and the agent by its pods', () => {
    expect(objects.names('ServiceMonitor')).toEqual(['backend']);
    expect(objects.names('PodMonitor')).toEqual(['log-agent']);
  });

  test('opens the way of metrics and traces, and no other', () => {
    expect(objects.names('NetworkPolicy').toSorted()).toEqual([
      'backend-http-from-prometheus',
      'backend-to-monitoring-otel-collector-4317',
      'log-agent-metrics-from-prometheus',
    ]);
  });

  test('tells the pods where their traces go, and Fluent Bit what their lines are', () => {
    const deployment = objects.yaml('Deployment');
    expect(deployment).toContain('http://otel-collector.monitoring.svc.cluster.local:4317');
    expect(deployment).toContain('team.name=payments');
    expect(deployment).toContain('fluentbit.io/parser: json');
  });
});
