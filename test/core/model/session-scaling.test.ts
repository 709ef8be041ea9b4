import { SESSION_SCALE_DOWN, sessionScaling } from '../../../lib/core/model/session-scaling';

const SESSIONS = { service: 'claude-talk', activeSessionsPerReplica: 50 };
const ALL = { ...SESSIONS, queueDepthPerReplica: 100, responseTimeMilliseconds: 2000 };

describe('scaling by sessions', () => {
  test('follows the sessions alone where nothing else is named', () => {
    expect(Object.keys(sessionScaling(SESSIONS))).toEqual(['active_sessions']);
    expect(Object.keys(sessionScaling({ ...SESSIONS, pipeline: 'adapter' }))).toEqual(['active_sessions']);
  });

  test('asks Prometheus through KEDA', () => {
    expect(sessionScaling(ALL)).toEqual({
      active_sessions: {
        type: 'prometheus',
        query: 'sum(max without (service, job) (active_sessions{container="claude-talk"}))',
        threshold: 50,
      },
      queue_depth: {
        type: 'prometheus',
        query: 'sum(max without (service, job) (queue_depth{container="claude-talk"}))',
        threshold: 100,
      },
      response_time_p95: {
        type: 'prometheus',
        query:
          '1000 * histogram_quantile(0.95, sum by (le) ' +
          '(rate(request_duration_seconds_bucket{container="claude-talk"}[120s]))) > 0 or vector(0)',
        threshold: 2000,
        target: 'Value',
      },
    });
  });

  test('looks in one namespace where one is named', () => {
    expect(sessionScaling({ ...SESSIONS, namespace: 'genesis' })).toHaveProperty(
      'active_sessions.query',
      'sum(max without (service, job) (active_sessions{namespace="genesis",container="claude-talk"}))',
    );
  });

  test('has the adapter make metrics of each pod', () => {
    expect(sessionScaling({ ...ALL, pipeline: 'adapter' })).toEqual({
      active_sessions: {
        type: 'pods',
        averageValue: '50',
        from: { series: 'active_sessions', measure: 'value' },
      },
      queue_depth: { type: 'pods', averageValue: '100', from: { series: 'queue_depth', measure: 'value' } },
      response_time_p95: {
        type: 'pods',
        averageValue: '2000m',
        from: { series: 'request_duration_seconds', measure: 'rate', windowSeconds: 120, percentile: 95 },
      },
    });
  });

  test.each(['keda', 'adapter'] as const)('reads series of other names by %s', (pipeline) => {
    const series = { activeSessions: 'mcp_sessions', requestDuration: 'mcp_seconds' };
    const text = JSON.stringify(sessionScaling({ ...ALL, pipeline, series }));
    expect(text).toContain('mcp_sessions');
    expect(text).toContain('mcp_seconds');
    expect(text).toContain('queue_depth');
    expect(text).not.toContain('request_duration_seconds');
  });

  test('takes away one pod at a time, and only what nobody needed for ten minutes', () => {
    expect(SESSION_SCALE_DOWN).toEqual({
      stabilizationWindowSeconds: 600,
      policies: [{ type: 'Pods', value: 1, periodSeconds: 300 }],
    });
  });
});
