import type { Connection } from '../../lib/core/model/connection';
import { http } from '../../lib/core/model/probe';
import type { ServiceDefinition } from '../../lib/core/model/system';
import { secret } from '../../lib/core/secret-ref';

const PORT = 3000;

/** The API: three replicas that scale to ten, on the API's host and below `/api/` on the dashboard's. */
export function backend(connectsTo: readonly Connection[]): ServiceDefinition {
  return {
    image: { name: 'backend' },
    ports: { http: { containerPort: PORT, servicePort: 80, protocol: 'http' } },
    env: { NODE_ENV: 'production' },
    secretEnv: {
      DATABASE_URL: secret('database', 'url'),
      REDIS_URL: secret('redis', 'url'),
      JWT_SECRET: secret('app', 'jwt-secret'),
    },
    config: {
      mountPath: '/app/config',
      files: {
        'default.json': `${JSON.stringify({ server: { port: PORT }, log: { format: 'json' } }, null, 2)}\n`,
      },
    },
    scratch: ['/tmp'],
    resources: { requests: { cpu: '250m', memory: '256Mi' }, limits: { cpu: '500m', memory: '512Mi' } },
    probes: {
      liveness: http('/health', 'http', {
        initialDelaySeconds: 30,
        periodSeconds: 10,
        timeoutSeconds: 5,
        failureThreshold: 3,
      }),
      readiness: http('/ready', 'http', {
        initialDelaySeconds: 5,
        periodSeconds: 5,
        timeoutSeconds: 3,
        failureThreshold: 3,
      }),
    },
    runAs: { user: 1001 },
    priority: 'high',
    replicas: { min: 3, max: 10 },
    autoscaling: {
      cpuUtilizationPercent: 70,
      memoryUtilizationPercent: 80,
      scaleDown: {
        stabilizationWindowSeconds: 300,
        policies: [{ type: 'Percent', value: 10, periodSeconds: 60 }],
      },
      scaleUp: {
        stabilizationWindowSeconds: 0,
        policies: [
          { type: 'Percent', value: 100, periodSeconds: 15 },
          { type: 'Pods', value: 4, periodSeconds: 15 },
        ],
        selectPolicy: 'Max',
      },
    },
    telemetry: {
      metrics: { port: 'http', path: '/metrics', intervalSeconds: 30, timeoutSeconds: 10 },
      logs: { format: 'json' },
      traces: {},
    },
    connectsTo,
    exposure: [exposed('api', '/'), exposed('admin', '/api/')],
  };
}

function exposed(host: string, path: string): NonNullable<ServiceDefinition['exposure']>[number] {
  return {
    host,
    path,
    port: 'http',
    timeoutSeconds: 30,
    retries: { attempts: 3, perTryTimeoutSeconds: 10 },
    methods: ['GET', 'POST', 'PUT', 'DELETE'],
  };
}
