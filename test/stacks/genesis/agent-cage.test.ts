import { value } from '../../../lib/checks/output';
import { agentCage } from '../../../stacks/genesis/agent-cage';
import { clusterFiles } from '../cluster-files';
import { environmentOf } from '../environments';

describe('agentCage', () => {
  const service = agentCage([]);

  test('gives each replica a workspace of 20 GiB', () => {
    expect(service).toMatchObject({
      kind: 'StatefulSet',
      storage: { workspace: { mountPath: '/workspace', size: '20Gi' } },
    });
  });

  test('is told where it listens and where agents work', () => {
    expect(JSON.parse(service.config?.files['runtime.json'] ?? '{}')).toEqual({
      port: service.ports?.['http']?.containerPort,
      workspace: '/workspace',
      languages: ['python', 'node', 'go'],
    });
  });

  test('runs between one and ten replicas, as many as runs wait for', () => {
    expect(service).toMatchObject({
      replicas: { min: 1, max: 10 },
      autoscaling: { metrics: { runs: { type: 'queue', queue: 'runs' } } },
    });
  });
});

describe('agent-cage on a cluster', () => {
  const files = clusterFiles(environmentOf('genesis/production'), 'us-central1');
  const pod = value(files.file('40-agent-cage/statefulset-agent-cage'), 'spec', 'template');

  test('runs apart from the kernel of its node, on nodes that nobody else has', () => {
    expect(pod).toMatchObject({
      spec: {
        runtimeClassName: 'gvisor',
        tolerations: expect.arrayContaining([
          expect.objectContaining({ key: 'workload-type', value: 'agent-runtime' }),
        ]) as unknown,
      },
    });
  });

  test('takes no part in the mesh, which does not reach into a sandbox, and is held to hosts by the network', () => {
    expect(pod).toMatchObject({ metadata: { labels: { 'sidecar.istio.io/inject': 'false' } } });
    expect(files.paths.filter((path) => path.startsWith('40-agent-cage/sidecar-'))).toEqual([]);
    expect(files.file('40-agent-cage/fqdnnetworkpolicy-agent-cage-to-github-com-443')).toMatchObject({
      spec: { egress: [{ matches: [{ name: 'github.com' }] }] },
    });
  });
});
