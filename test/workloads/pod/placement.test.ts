import { backendObjects, DAEMON_SET, DEPLOYMENT, objectsOf, type PropsOf } from '../sample-workload';
import { AUTOPILOT, EKS_POOLS, GKE_POOLS, GKE_SANDBOX } from './sample-clusters';

const POD = 'spec.template.spec';
const AFFINITY = `${POD}.affinity.nodeAffinity`;
const REQUIRED = `${AFFINITY}.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms`;
const PREFERRED = `${AFFINITY}.preferredDuringSchedulingIgnoredDuringExecution`;

type Changes = Parameters<typeof backendObjects>[0];

function deployment(changes: Changes = {}): object {
  return backendObjects(changes).one('Deployment');
}

function agent(changes: Partial<PropsOf<'DaemonSet'>> = {}): object {
  return objectsOf({ ...DAEMON_SET, ...changes }).one('DaemonSet');
}

function inPools(...values: readonly string[]): object {
  return { matchExpressions: [{ key: 'node-pool', operator: 'In', values }] };
}

describe('a pod', () => {
  test('runs on any nodes without taints where nothing is said', () => {
    for (const field of ['affinity', 'nodeSelector', 'tolerations', 'runtimeClassName', 'priorityClassName']) {
      expect(deployment({ cluster: GKE_POOLS })).not.toHaveProperty(`${POD}.${field}`);
    }
  });

  test('runs on the pool that it names, whatever keeps others away', () => {
    const object = deployment({ placement: { pools: ['batch'] }, cluster: EKS_POOLS });
    expect(object).toHaveProperty(REQUIRED, [inPools('batch')]);
    expect(object).not.toHaveProperty(PREFERRED);
    expect(object).toHaveProperty(`${POD}.tolerations`, [
      { key: 'dedicated', operator: 'Equal', value: 'batch', effect: 'NoSchedule' },
    ]);
  });

  test('prefers the first of several pools, and tolerates each taint once', () => {
    const object = deployment({ placement: { pools: ['general', 'batch', 'gpu'] }, cluster: GKE_POOLS });
    expect(object).toHaveProperty(REQUIRED, [inPools('general', 'batch', 'gpu')]);
    expect(object).toHaveProperty(PREFERRED, [
      { weight: 3, preference: inPools('general') },
      { weight: 2, preference: inPools('batch') },
      { weight: 1, preference: inPools('gpu') },
    ]);
    expect(object).toHaveProperty(`${POD}.tolerations`, [
      { key: 'dedicated', operator: 'Equal', value: 'batch', effect: 'NoSchedule' },
      { key: 'nvidia.com/gpu', operator: 'Equal', value: 'present', effect: 'NoSchedule' },
    ]);
  });

  test('runs on those of its pools that have the GPUs that it asks for', () => {
    const resources = { ...DEPLOYMENT.resources, gpu: { count: 1 } };
    const object = deployment({ resources, placement: { pools: ['general', 'gpu'] }, cluster: GKE_POOLS });
    expect(object).toHaveProperty(REQUIRED, [inPools('gpu')]);
  });

  test('has nodes made for its pool in Autopilot', () => {
    const object = deployment({ placement: { pools: ['batch'] }, cluster: AUTOPILOT });
    expect(object).not.toHaveProperty(`${POD}.affinity`);
    expect(object).toHaveProperty(`${POD}.nodeSelector`, { 'node-pool': 'batch' });
    expect(object).toHaveProperty(`${POD}.tolerations`, [
      { key: 'node-pool', operator: 'Equal', value: 'batch', effect: 'NoSchedule' },
    ]);
  });

  test('runs on the architecture that its image was built for', () => {
    expect(deployment({ placement: { architecture: 'arm64' } })).toHaveProperty(`${POD}.nodeSelector`, {
      'kubernetes.io/arch': 'arm64',
    });
  });

  test.each([
    ['pools', GKE_SANDBOX],
    ['Autopilot', AUTOPILOT],
  ])('runs in gVisor where it says so, on %s', (_, cluster) => {
    expect(deployment({ placement: { sandbox: true }, cluster })).toHaveProperty(`${POD}.runtimeClassName`, 'gvisor');
    expect(deployment({ placement: { sandbox: false }, cluster })).not.toHaveProperty(`${POD}.runtimeClassName`);
  });

  test('has the class of its priority', () => {
    expect(deployment({ priority: 'high' })).toHaveProperty(`${POD}.priorityClassName`, 'priority-high');
  });
});

describe('an agent', () => {
  test('runs on every node, whatever its taints', () => {
    expect(agent()).toHaveProperty(`${POD}.tolerations`, [{ operator: 'Exists' }]);
  });

  test('leaves nodes alone that are kept for others where it says so', () => {
    expect(agent({ everyNode: false })).not.toHaveProperty(`${POD}.tolerations`);
  });

  test('runs on every node of the pools that it names', () => {
    const object = agent({ placement: { pools: ['gpu'] }, cluster: GKE_POOLS });
    expect(object).toHaveProperty(REQUIRED, [inPools('gpu')]);
    expect(object).toHaveProperty(`${POD}.tolerations`, [{ operator: 'Exists' }]);
  });
});
