import type { TraceSpec } from '../../../lib/core/model/telemetry';
import { secret } from '../../../lib/core/secret-ref';
import { EKS } from '../../support/manifests';
import { making } from '../sample-workload';

function tracing(traces: TraceSpec): () => void {
  return making({ telemetry: { traces } });
}

describe('the traces of a workload', () => {
  test.each([-1, 101])('are refused with a share of %d %%', (samplePercent) => {
    expect(tracing({ samplePercent })).toThrow(
      `test/backend: 'telemetry.traces.samplePercent' must be from 0 to 100, got ${samplePercent}`,
    );
  });

  test.each(['', 'Team', 'team.', 'team name', 'team=a'])("are refused with the attribute '%s'", (key) => {
    expect(tracing({ attributes: { [key]: 'x' } })).toThrow(
      `test/backend: 'telemetry.traces.attributes.${key}' must be named in lower-case letters, digits, dots, dashes and underscores, such as team.name, got '${key}'`,
    );
  });

  test.each(['service.name', 'service.version', 'k8s.pod.name'])(
    'are refused with %s, which is told already',
    (key) => {
      expect(tracing({ attributes: { [key]: 'x' } })).toThrow(
        `test/backend: 'telemetry.traces.attributes.${key}' must be another attribute than those that the platform tells, got '${key}'`,
      );
    },
  );

  test('are refused where the workload sets their variables itself, in whichever list', () => {
    const name = 'OTEL_SERVICE_NAME';
    const changes = {
      configEnv: { OTEL_TRACES_SAMPLER: 'always_on' },
      env: { OTEL_SERVICE_NAME: 'other' },
      fieldEnv: { OTEL_RESOURCE_ATTRIBUTES_POD_NAME: 'metadata.name' },
      secretEnv: { OTEL_EXPORTER_OTLP_ENDPOINT: secret('collector', 'endpoint') },
      cluster: EKS,
    } as const;
    expect(making({ ...changes, telemetry: { traces: {} } })).toThrow(
      [
        "test/backend: 'configEnv.OTEL_TRACES_SAMPLER' must be left out where telemetry.traces sets it, got 'OTEL_TRACES_SAMPLER'",
        `test/backend: 'env.${name}' must be left out where telemetry.traces sets it, got '${name}'`,
        "test/backend: 'fieldEnv.OTEL_RESOURCE_ATTRIBUTES_POD_NAME' must be left out where telemetry.traces sets it, got 'OTEL_RESOURCE_ATTRIBUTES_POD_NAME'",
        "test/backend: 'secretEnv.OTEL_EXPORTER_OTLP_ENDPOINT' must be left out where telemetry.traces sets it, got 'OTEL_EXPORTER_OTLP_ENDPOINT'",
      ].join('\n'),
    );
    expect(making(changes)).not.toThrow();
  });

  test('may have other variables of OpenTelemetry', () => {
    expect(making({ env: { OTEL_LOGS_EXPORTER: 'none' }, telemetry: { traces: {} } })).not.toThrow();
  });
});
