import { http } from '../../lib/core/model/probe';
import type { ServiceDefinition } from '../../lib/core/model/system';

const CLIENT_PORT = 8600;
const PEER_PORT = 8601;
const METRICS_PORT = 8602;
const DATA = '/var/lib/consensus';

const RESOURCES = { requests: { cpu: '500m', memory: '1Gi' }, limits: { cpu: '2', memory: '4Gi' } };

/** Timing of the Raft protocol. */
const RAFT = { engine: 'raft', heartbeat: '1s', electionTimeout: '5s', snapshotInterval: '1h', data: DATA };

/** The Raft group that agrees on the state: an odd number of members, so that a split leaves a majority. */
export const consensus: ServiceDefinition = {
  kind: 'StatefulSet',
  image: { name: 'consensus' },
  ports: {
    client: { containerPort: CLIENT_PORT, protocol: 'grpc' },
    peer: { containerPort: PEER_PORT, protocol: 'grpc' },
    metrics: { containerPort: METRICS_PORT, protocol: 'http' },
  },
  config: { mountPath: '/etc/consensus', files: { 'raft.json': `${JSON.stringify(RAFT, null, 2)}\n` } },
  scratch: ['/tmp'],
  storage: { data: { mountPath: DATA, size: '100Gi', storageClass: 'fast-ssd' } },
  resources: RESOURCES,
  probes: {
    // A member that was away reads the log up to where the others are.
    startup: http('/startup', 'metrics', { periodSeconds: 5, timeoutSeconds: 3, failureThreshold: 60 }),
    liveness: http('/healthz', 'metrics', { periodSeconds: 10, timeoutSeconds: 5, failureThreshold: 3 }),
    readiness: http('/ready', 'metrics', { periodSeconds: 5, timeoutSeconds: 3, failureThreshold: 3 }),
  },
  runAs: { user: 1000 },
  replicas: 5,
  quorum: {
    port: 'peer',
    bootstrap: {
      // Writes the first membership to an empty disk, and leaves one that is there alone.
      args: ['bootstrap', '--name=$(POD_NAME)', '--members=$(QUORUM_MEMBERS)', `--data=${DATA}`],
      mounts: { data: DATA, config: '/etc/consensus' },
      resources: RESOURCES,
    },
  },
  priority: 'critical',
  telemetry: { metrics: { port: 'metrics', path: '/metrics' }, logs: { format: 'json' } },
  connectsTo: [{ service: 'consensus', port: 'peer' }],
  terminationGracePeriodSeconds: 120,
};
