import type { Connection } from '../../lib/core/model/connection';
import { http } from '../../lib/core/model/probe';
import type { ServiceDefinition } from '../../lib/core/model/system';
import { secret } from '../../lib/core/secret-ref';
import type { Agent } from './agents';

const PORT = 8080;
const WORKSPACE = '/workspace';

/** How much more than promised an agent may use while it works. */
const BURST = 2;

/** Name of the service and the image of an agent. */
export function agentName(type: string): string {
  return `agent-${type}`;
}

/** A specialised agent: asks the model what to do, has code run in agent-cage, and keeps its work on a disk of its own. */
export function specialisedAgent(type: string, agent: Agent, connectsTo: readonly Connection[]): ServiceDefinition {
  const { cpuMillicores: cpu, memoryMebibytes: memory, workspaceGibibytes, pools, gpus = 0 } = agent;
  return {
    kind: 'StatefulSet',
    image: { name: agentName(type) },
    ports: { http: { containerPort: PORT, protocol: 'http' } },
    env: { AGENT_TYPE: type, PORT: String(PORT), WORKSPACE },
    secretEnv: { ANTHROPIC_API_KEY: secret('claude', 'api-key') },
    scratch: ['/tmp'],
    storage: { workspace: { mountPath: WORKSPACE, size: `${workspaceGibibytes}Gi` } },
    resources: {
      requests: { cpu: `${cpu}m`, memory: `${memory}Mi` },
      limits: { cpu: `${cpu * BURST}m`, memory: `${memory * BURST}Mi` },
      ...(gpus === 0 ? {} : { gpu: { count: gpus } }),
    },
    probes: {
      // Toolchains are put in place at the first start.
      startup: http('/health', 'http', { periodSeconds: 10, timeoutSeconds: 5, failureThreshold: 30 }),
      liveness: http('/health', 'http', { periodSeconds: 30, timeoutSeconds: 10 }),
      readiness: http('/ready', 'http', { periodSeconds: 10, timeoutSeconds: 5 }),
    },
    runAs: { user: 1000 },
    placement: { pools },
    priority: 'standard',
    permissions: [{ action: 'bucket:write', buckets: ['artifacts'] }],
    telemetry: { metrics: { port: 'http' }, logs: { format: 'json' }, traces: {} },
    connectsTo,
    // A step that was begun is brought to its end.
    terminationGracePeriodSeconds: 300,
  };
}
