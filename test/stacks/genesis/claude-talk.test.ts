import { claudeTalk } from '../../../stacks/genesis/claude-talk';
import { clusterFiles } from '../cluster-files';
import { environmentOf } from '../environments';

describe('claudeTalk', () => {
  const service = claudeTalk([]);

  test('speaks MCP on 4000 and is administered on 4001', () => {
    expect(service.ports).toMatchObject({ mcp: { containerPort: 4000 }, admin: { containerPort: 4001 } });
    expect(service.env).toMatchObject({ MCP_PORT: '4000', ADMIN_PORT: '4001' });
  });

  test('is asked for its health where no gateway leads', () => {
    expect([service.probes?.liveness, service.probes?.readiness]).toMatchObject([
      { httpGet: { port: 'admin' } },
      { httpGet: { port: 'admin' } },
    ]);
    expect(service.exposure?.map(({ port }) => port)).toEqual(['mcp']);
  });

  test('keeps sessions where all its replicas find them', () => {
    expect(service.volumes).toMatchObject({ sessions: { claim: { storageClass: 'shared' } } });
    expect(service.volumes?.['sessions']?.mountPath).toBe(service.env?.['SESSION_DIR']);
  });
});

describe('claude-talk in production', () => {
  const files = clusterFiles(environmentOf('genesis/production'), 'us-central1');

  test('is scaled by sessions, by what waits, and by how long answers take', () => {
    expect(files.file('42-claude-talk/scaledobject-claude-talk')).toMatchObject({
      spec: {
        minReplicaCount: 2,
        maxReplicaCount: 10,
        triggers: [
          { type: 'cpu' },
          { type: 'memory' },
          { type: 'prometheus', name: 'active_sessions', metadata: { threshold: '50' } },
          { type: 'prometheus', name: 'queue_depth', metadata: { threshold: '100' } },
          { type: 'prometheus', name: 'response_time_p95', metricType: 'Value', metadata: { threshold: '2000' } },
        ],
      },
    });
  });

  test('gives a new version a tenth of the requests, then half, while it is watched', () => {
    expect(files.file('42-claude-talk/rollout-claude-talk')).toMatchObject({
      spec: {
        strategy: { canary: { steps: [{ setWeight: 10 }, { pause: {} }, { setWeight: 50 }, { pause: {} }] } },
      },
    });
  });
});

describe('claude-talk in development', () => {
  const files = clusterFiles(environmentOf('genesis/development'), 'us-central1');

  test('is one pod with a disk of its own, which ends before the next starts', () => {
    expect(files.file('42-claude-talk/deployment-claude-talk')).toMatchObject({
      spec: { replicas: 1, strategy: { type: 'Recreate' } },
    });
    expect(files.file('42-claude-talk/persistentvolumeclaim-claude-talk-sessions')).toMatchObject({
      spec: { accessModes: ['ReadWriteOnce'], storageClassName: 'standard-ssd' },
    });
  });
});
