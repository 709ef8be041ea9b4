import { telemetryAnnotations } from '../../../lib/workloads/telemetry/annotations';
import { contextOf } from './contexts';

describe('the log of a workload', () => {
  test('is taken apart where its lines are JSON', () => {
    const context = contextOf({ telemetry: { logs: { format: 'json' } } });
    expect(telemetryAnnotations(context)).toEqual({ 'fluentbit.io/parser': 'json' });
  });

  test('is left as it is where its lines are text, or nobody said', () => {
    expect(telemetryAnnotations(contextOf({ telemetry: { logs: { format: 'text' } } }))).toEqual({});
    expect(telemetryAnnotations(contextOf())).toEqual({});
  });
});
