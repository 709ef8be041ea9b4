import type { Connection } from '../../lib/core/model/connection';
import { http } from '../../lib/core/model/probe';
import type { ServiceDefinition } from '../../lib/core/model/system';
import { nginxConfiguration } from './nginx-configuration';

const PORT = 8080;

/** The dashboard: static files behind a hardened nginx that listens above 1024, for it is not root. */
export function adminDashboard(connectsTo: readonly Connection[]): ServiceDefinition {
  return {
    image: { name: 'admin-dashboard' },
    ports: { http: { containerPort: PORT, servicePort: 80, protocol: 'http' } },
    config: {
      mountPath: '/etc/nginx/nginx.conf',
      subPath: 'nginx.conf',
      files: { 'nginx.conf': nginxConfiguration(PORT) },
    },
    scratch: ['/tmp'],
    resources: { requests: { cpu: '50m', memory: '64Mi' }, limits: { cpu: '100m', memory: '128Mi' } },
    probes: {
      liveness: http('/healthz', 'http', { periodSeconds: 30, timeoutSeconds: 3 }),
      readiness: http('/healthz', 'http', { initialDelaySeconds: 5, timeoutSeconds: 3 }),
    },
    runAs: { user: 1001 },
    priority: 'standard',
    telemetry: { logs: { format: 'json' } },
    replicas: 2,
    connectsTo,
    exposure: [{ host: 'admin', port: 'http', timeoutSeconds: 30 }],
  };
}
