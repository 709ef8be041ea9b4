import type { MetricsSpec } from '../../../lib/core/model/telemetry';
import { CRON_JOB, DEPLOYMENT, JOB, making, makingOf } from '../sample-workload';

const PORTS = { http: { containerPort: 3000, protocol: 'http' }, dns: { containerPort: 53, protocol: 'udp' } } as const;

function measuring(metrics: Partial<MetricsSpec>): () => void {
  return making({ ports: PORTS, telemetry: { metrics: { port: 'http', ...metrics } } });
}

describe('the metrics of a workload', () => {
  test('are refused on a port that it has not', () => {
    expect(measuring({ port: 'htp' })).toThrow(
      "test/backend: 'telemetry.metrics.port' must be a port of the workload, got 'htp'; did you mean 'http'? (dns, http)",
    );
  });

  test('are refused on a port of UDP', () => {
    expect(measuring({ port: 'dns' })).toThrow(
      "test/backend: 'telemetry.metrics.port' must be a port of TCP, over which Prometheus asks, got 'dns'",
    );
  });

  test('are refused through the Service that a job has not', () => {
    const telemetry = { metrics: { port: 'http', discovery: 'service' } } as const;
    expect(makingOf({ ...JOB, ports: PORTS, telemetry })).toThrow(
      "test/sample: 'telemetry.metrics.discovery' must be 'pod': a Job has no Service, got 'service'",
    );
    expect(makingOf({ ...CRON_JOB, ports: PORTS, telemetry })).toThrow(
      "test/sample: 'telemetry.metrics.discovery' must be 'pod': a CronJob has no Service, got 'service'",
    );
  });

  test('are refused through a Service while new versions are watched', () => {
    const telemetry = { metrics: { port: 'http', discovery: 'service' } } as const;
    const analysis = { metrics: { errors: { kind: 'prometheus', query: 'errors', max: 0 } } } as const;
    const rollout = { strategy: 'BlueGreen', analysis } as const;
    expect(makingOf({ ...DEPLOYMENT, rollout, telemetry })).toThrow(
      "test/sample: 'telemetry.metrics.discovery' must be 'pod': while a new version is watched, a Service leads to one version only, got 'service'",
    );
  });

  test('are refused at a path without its slash', () => {
    expect(measuring({ path: 'metrics' })).toThrow(
      "test/backend: 'telemetry.metrics.path' must begin with a slash, got 'metrics'",
    );
  });

  test('are refused where Prometheus cannot count the seconds', () => {
    expect(measuring({ intervalSeconds: 0.5, timeoutSeconds: 0 })).toThrow(
      [
        "test/backend: 'telemetry.metrics.intervalSeconds' must be a whole number of seconds, 1 or more, got 0.5",
        "test/backend: 'telemetry.metrics.timeoutSeconds' must be a whole number of seconds, 1 or more, got 0",
      ].join('\n'),
    );
  });

  test('are refused where the next scrape begins before the last one gave up', () => {
    expect(measuring({ timeoutSeconds: 31 })).toThrow(
      "test/backend: 'telemetry.metrics.timeoutSeconds' must be at most telemetry.metrics.intervalSeconds (30), got 31",
    );
    expect(measuring({ intervalSeconds: 9 })).toThrow(
      "test/backend: 'telemetry.metrics.timeoutSeconds' must be at most telemetry.metrics.intervalSeconds (9), got 10",
    );
  });

  test('may take as long as the interval', () => {
    expect(measuring({ intervalSeconds: 10, timeoutSeconds: 10 })).not.toThrow();
  });
});
