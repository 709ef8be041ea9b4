import type { Connection } from '../../lib/core/model/connection';
import type { DisruptionSchedule } from '../../lib/core/model/disruption';
import { http } from '../../lib/core/model/probe';
import { SESSION_SCALE_DOWN, sessionScaling } from '../../lib/core/model/session-scaling';
import type { ServiceDefinition } from '../../lib/core/model/system';
import { secret } from '../../lib/core/secret-ref';

const MCP_PORT = 4000;
const ADMIN_PORT = 4001;
const SESSIONS = '/var/lib/claude-talk/sessions';

/** While people work, their sessions are moved for hardly anything. */
const WORKING_HOURS: DisruptionSchedule = {
  timeZone: 'Europe/Berlin',
  start: '0 7 * * 1-5',
  end: '0 19 * * 1-5',
  limit: { minAvailable: '90%' },
};

/** The MCP server: sessions on one port, health and metrics on another, which no gateway leads to. */
export function claudeTalk(connectsTo: readonly Connection[]): ServiceDefinition {
  return {
    image: { name: 'claude-talk' },
    ports: {
      mcp: { containerPort: MCP_PORT, protocol: 'http' },
      admin: { containerPort: ADMIN_PORT, protocol: 'http' },
    },
    env: { MCP_PORT: String(MCP_PORT), ADMIN_PORT: String(ADMIN_PORT), SESSION_DIR: SESSIONS },
    secretEnv: { ANTHROPIC_API_KEY: secret('claude', 'api-key') },
    scratch: ['/tmp'],
    // A session goes on with whichever replica its next request reaches.
    volumes: { sessions: { mountPath: SESSIONS, claim: { size: '1Ti', storageClass: 'shared' } } },
    resources: { requests: { cpu: '250m', memory: '512Mi' }, limits: { cpu: '1', memory: '1Gi' } },
    probes: {
      startup: http('/health', 'admin', { periodSeconds: 5, timeoutSeconds: 5, failureThreshold: 24 }),
      liveness: http('/health', 'admin', { periodSeconds: 30, timeoutSeconds: 10, failureThreshold: 3 }),
      readiness: http('/ready', 'admin', { periodSeconds: 10, timeoutSeconds: 5, failureThreshold: 3 }),
    },
    runAs: { user: 1000 },
    replicas: { min: 2, max: 10 },
    autoscaling: {
      cpuUtilizationPercent: 70,
      memoryUtilizationPercent: 80,
      metrics: sessionScaling({
        service: 'claude-talk',
        activeSessionsPerReplica: 50,
        queueDepthPerReplica: 100,
        responseTimeMilliseconds: 2000,
      }),
      scaleDown: SESSION_SCALE_DOWN,
    },
    rollout: {
      strategy: 'Canary',
      steps: [
        { weight: 10, pauseSeconds: 600 },
        { weight: 50, pauseSeconds: 600 },
      ],
      analysis: {
        metrics: {
          'success-rate': { kind: 'success-rate', minPercent: 99 },
          latency: { kind: 'latency', percentile: 95, maxMilliseconds: 2000 },
        },
      },
    },
    disruption: { limit: { maxUnavailable: 1 }, schedule: WORKING_HOURS },
    placement: { pools: ['mcp-server'] },
    priority: 'high',
    permissions: [
      { action: 'queue:publish', queues: ['runs'] },
      { action: 'bucket:read', buckets: ['artifacts'] },
    ],
    telemetry: { metrics: { port: 'admin' }, logs: { format: 'json' }, traces: {} },
    connectsTo,
    // A session's stream stays open for as long as the client listens.
    exposure: [{ host: 'talk', path: '/', port: 'mcp', timeoutSeconds: 3600 }],
    preStopSeconds: 15,
  };
}
