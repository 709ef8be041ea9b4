import { http } from '../../lib/core/model/probe';
import type { Connection } from '../../lib/core/model/connection';
import type { ServiceDefinition } from '../../lib/core/model/system';

const PORT = 8080;
const WORKSPACE = '/workspace';

/** What the runtime offers agents. */
const RUNTIME = { port: PORT, workspace: WORKSPACE, languages: ['python', 'node', 'go'] };

/** The runtime that agents work in: each replica keeps a workspace of its own. */
export function agentCage(connectsTo: readonly Connection[]): ServiceDefinition {
  return {
    kind: 'StatefulSet',
    image: { name: 'agent-cage' },
    ports: { http: { containerPort: PORT, protocol: 'http' } },
    config: { mountPath: '/etc/agent-cage', files: { 'runtime.json': `${JSON.stringify(RUNTIME, null, 2)}\n` } },
    scratch: ['/tmp'],
    storage: { workspace: { mountPath: WORKSPACE, size: '20Gi' } },
    resources: { requests: { cpu: '500m', memory: '1Gi' }, limits: { cpu: '2', memory: '4Gi' } },
    probes: {
      // Toolchains are put in place at the first start.
      startup: http('/health', 'http', { periodSeconds: 10, timeoutSeconds: 5, failureThreshold: 30 }),
      liveness: http('/health', 'http', { periodSeconds: 30, timeoutSeconds: 10, failureThreshold: 3 }),
      readiness: http('/ready', 'http', { periodSeconds: 10, timeoutSeconds: 5, failureThreshold: 3 }),
    },
    runAs: { user: 1000 },
    replicas: 2,
    telemetry: { metrics: { port: 'http', path: '/metrics' }, logs: { format: 'json' } },
    connectsTo,
  };
}
