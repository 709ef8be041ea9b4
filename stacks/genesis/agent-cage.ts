import type { Connection } from '../../lib/core/model/connection';
import { http } from '../../lib/core/model/probe';
import type { ServiceDefinition } from '../../lib/core/model/system';

const PORT = 8080;
const WORKSPACE = '/workspace';

/** What the runtime offers agents. */
const RUNTIME = { port: PORT, workspace: WORKSPACE, languages: ['python', 'node', 'go'] };

/** Runs of a queue that one replica works off in time. */
const RUNS_PER_REPLICA = 5;

/** The runtime that agents have code run in, apart from the node's kernel. Each replica keeps a workspace of its own. */
export function agentCage(connectsTo: readonly Connection[]): ServiceDefinition {
  return {
    kind: 'StatefulSet',
    image: { name: 'agent-cage' },
    ports: { http: { containerPort: PORT, protocol: 'http' } },
    config: { mountPath: '/etc/agent-cage', files: { 'runtime.json': `${JSON.stringify(RUNTIME, null, 2)}\n` } },
    scratch: ['/tmp'],
    storage: { workspace: { mountPath: WORKSPACE, size: '20Gi' } },
    // Any replica can take any run; none waits for another to start.
    podManagementPolicy: 'Parallel',
    resources: { requests: { cpu: '500m', memory: '1Gi' }, limits: { cpu: '2', memory: '4Gi' } },
    probes: {
      // Toolchains are put in place at the first start.
      startup: http('/health', 'http', { periodSeconds: 10, timeoutSeconds: 5, failureThreshold: 30 }),
      liveness: http('/health', 'http', { periodSeconds: 30, timeoutSeconds: 10, failureThreshold: 3 }),
      readiness: http('/ready', 'http', { periodSeconds: 10, timeoutSeconds: 5, failureThreshold: 3 }),
    },
    runAs: { user: 1000 },
    replicas: { min: 1, max: 10 },
    autoscaling: {
      cpuUtilizationPercent: 70,
      memoryUtilizationPercent: 80,
      metrics: { runs: { type: 'queue', queue: 'runs', messagesPerReplica: RUNS_PER_REPLICA } },
    },
    placement: { pools: ['agent-runtime'], sandbox: true },
    priority: 'standard',
    permissions: [
      { action: 'queue:consume', queues: ['runs'] },
      { action: 'bucket:write', buckets: ['artifacts'] },
    ],
    telemetry: { metrics: { port: 'http' }, logs: { format: 'json' } },
    connectsTo,
    // A run that was begun is brought to its end.
    terminationGracePeriodSeconds: 600,
  };
}
