import type { GpuSpec, ResourceSpec } from '../../../lib/core/model/resources';
import { backendObjects, DEPLOYMENT, JOB, makingOf } from '../sample-workload';
import { AUTOPILOT, EKS_POOLS, GKE_POOLS } from './sample-clusters';

const POD = 'spec.template.spec';
const CONTAINER = `${POD}.containers.0`;

type Changes = Parameters<typeof backendObjects>[0];

function deployment(changes: Changes = {}): object {
  return backendObjects(changes).one('Deployment');
}

function having(gpu: GpuSpec): ResourceSpec {
  return { ...DEPLOYMENT.resources, gpu };
}

describe('the GPUs of a container', () => {
  test('are requested and limited alike, beside what else it uses', () => {
    expect(deployment({ resources: having({ count: 2 }), cluster: EKS_POOLS })).toHaveProperty(
      `${CONTAINER}.resources`,
      {
        requests: { cpu: '250m', memory: '256Mi', 'nvidia.com/gpu': 2 },
        limits: { cpu: '500m', memory: '512Mi', 'nvidia.com/gpu': 2 },
      },
    );
  });

  test('are none where their count is 0, with no cluster and no tolerations', () => {
    const object = deployment({ resources: having({ count: 0, type: 'nvidia-l4' }) });
    expect(object).toHaveProperty(`${CONTAINER}.resources.limits`, { cpu: '500m', memory: '512Mi' });
    expect(object).not.toHaveProperty(`${POD}.tolerations`);
    expect(object).not.toHaveProperty(`${POD}.nodeSelector`);
  });

  test('let the pod onto nodes that are kept for them', () => {
    expect(deployment({ resources: having({ count: 1 }), cluster: GKE_POOLS })).toHaveProperty(`${POD}.tolerations`, [
      { key: 'nvidia.com/gpu', operator: 'Exists', effect: 'NoSchedule' },
    ]);
  });

  test.each([
    ['Autopilot', AUTOPILOT],
    ['pools of Google', GKE_POOLS],
  ])('are of the type that is asked for on %s', (_, cluster) => {
    const object = deployment({ resources: having({ count: 1, type: 'nvidia-l4' }), cluster });
    expect(object).toHaveProperty(`${POD}.nodeSelector`, { 'cloud.google.com/gke-accelerator': 'nvidia-l4' });
  });

  test('are of the type that is asked for on AWS, where only the pools that have it tell', () => {
    const object = deployment({ resources: having({ count: 1, type: 'nvidia-l4' }), cluster: EKS_POOLS });
    expect(object).not.toHaveProperty(`${POD}.nodeSelector`);
    expect(object).toHaveProperty(
      `${POD}.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms`,
      [{ matchExpressions: [{ key: 'node-pool', operator: 'In', values: ['gpu'] }] }],
    );
  });

  test('count together where they run together, and not where one gives them back to the next', () => {
    const gpu = having({ count: 2 });
    const migrate = { resources: gpu };
    expect(makingOf({ ...JOB, resources: gpu, initContainers: { migrate }, cluster: GKE_POOLS })).not.toThrow();
    const many = { prepare: { resources: having({ count: 3 }) } };
    expect(makingOf({ ...JOB, resources: gpu, initContainers: many, cluster: GKE_POOLS })).toThrow(
      `test/sample: 'resources.gpu' must be had on a node of the cluster’s pools, got {"count":3}; gpu has 2 of nvidia-l4`,
    );
    expect(makingOf({ ...JOB, resources: gpu, sidecars: { migrate }, cluster: GKE_POOLS })).toThrow(
      `test/sample: 'resources.gpu' must be had on a node of the cluster’s pools, got {"count":4}; gpu has 2 of nvidia-l4`,
    );
  });
});
