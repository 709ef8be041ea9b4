import { http } from '../../lib/core/model/probe';
import type { Connection } from '../../lib/core/model/connection';
import type { ServiceDefinition } from '../../lib/core/model/system';
import { secret } from '../../lib/core/secret-ref';

const MCP_PORT = 4000;
const ADMIN_PORT = 4001;

/** The MCP server: sessions on one port, health and metrics on another, which no gateway leads to. */
export function claudeTalk(connectsTo: readonly Connection[]): ServiceDefinition {
  return {
    image: { name: 'claude-talk' },
    ports: {
      mcp: { containerPort: MCP_PORT, protocol: 'http' },
      admin: { containerPort: ADMIN_PORT, protocol: 'http' },
    },
    env: { MCP_PORT: String(MCP_PORT), ADMIN_PORT: String(ADMIN_PORT) },
    secretEnv: { ANTHROPIC_API_KEY: secret('claude', 'api-key') },
    scratch: ['/tmp'],
    resources: { requests: { cpu: '250m', memory: '512Mi' }, limits: { cpu: '1', memory: '1Gi' } },
    probes: {
      liveness: http('/health', 'admin', { periodSeconds: 30, timeoutSeconds: 10, failureThreshold: 3 }),
      readiness: http('/ready', 'admin', { periodSeconds: 10, timeoutSeconds: 5, failureThreshold: 3 }),
    },
    runAs: { user: 1000 },
    replicas: { min: 2, max: 10 },
    telemetry: { metrics: { port: 'admin', path: '/metrics' }, logs: { format: 'json' } },
    connectsTo,
    // A session's stream stays open for as long as the client listens.
    exposure: [{ host: 'talk', path: '/', port: 'mcp', timeoutSeconds: 3600 }],
  };
}
