import type { Connection } from '../../lib/core/model/connection';
import { http } from '../../lib/core/model/probe';
import type { ServiceDefinition } from '../../lib/core/model/system';
import { secret } from '../../lib/core/secret-ref';

const PORT = 8080;

/** Grows by half a minute by minute, and shrinks by a tenth every five. */
const AUTOSCALING = {
  cpuUtilizationPercent: 70,
  memoryUtilizationPercent: 80,
  metrics: {
    http_requests_per_second: {
      type: 'pods',
      averageValue: '1000',
      from: { series: 'http_requests_total', measure: 'rate' },
    },
    queue_depth: { type: 'pods', averageValue: '100', from: { series: 'queue_depth', measure: 'value' } },
    active_connections: { type: 'pods', averageValue: '500', from: { series: 'active_connections', measure: 'value' } },
  },
  scaleUp: {
    stabilizationWindowSeconds: 60,
    policies: [{ type: 'Percent', value: 50, periodSeconds: 60 }],
  },
  scaleDown: {
    stabilizationWindowSeconds: 300,
    policies: [{ type: 'Percent', value: 10, periodSeconds: 300 }],
  },
} as const;

/** The API: keeps nothing, and asks the consensus for every decision. */
export function api(connectsTo: readonly Connection[]): ServiceDefinition {
  return {
    image: { name: 'api' },
    ports: { http: { containerPort: PORT, protocol: 'http' } },
    env: { PORT: String(PORT) },
    secretEnv: { API_SIGNING_KEY: secret('api', 'signing-key') },
    scratch: ['/tmp'],
    resources: { requests: { cpu: '500m', memory: '512Mi' }, limits: { cpu: '2', memory: '2Gi' } },
    probes: {
      startup: http('/startup', 'http', { periodSeconds: 5, timeoutSeconds: 3, failureThreshold: 30 }),
      liveness: http('/healthz', 'http', {
        initialDelaySeconds: 30,
        periodSeconds: 10,
        timeoutSeconds: 5,
        failureThreshold: 3,
      }),
      readiness: http('/ready', 'http', {
        initialDelaySeconds: 10,
        periodSeconds: 5,
        timeoutSeconds: 3,
        failureThreshold: 3,
      }),
    },
    runAs: { user: 1000 },
    replicas: { min: 3, max: 100 },
    autoscaling: AUTOSCALING,
    // 80 % stay. Said the other way round, two pods would have to stay of two.
    disruption: { limit: { maxUnavailable: '20%' } },
    priority: 'high',
    telemetry: { metrics: { port: 'http' }, logs: { format: 'json' }, traces: {} },
    connectsTo,
    exposure: [{ host: 'api', path: '/', port: 'http', timeoutSeconds: 10 }],
    terminationGracePeriodSeconds: 60,
    preStopSeconds: 30,
  };
}
