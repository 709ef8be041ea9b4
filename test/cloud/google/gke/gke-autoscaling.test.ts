import { autoscaling, autoscalingRefusals } from '../../../../lib/cloud/google/gke/gke-autoscaling';
import { hardenedNode } from '../../../../lib/cloud/google/gke/gke-node-config';
import { GkeNodeIdentity } from '../../../../lib/cloud/google/gke/gke-node-identity';
import { KmsKey } from '../../../../lib/cloud/google/keys/kms-key';
import { googleStack, PROJECT, REGION } from '../synth';

const LIMITS = { cpu: { max: 64 }, memoryGib: { max: 256 } };
const identity = new GkeNodeIdentity(googleStack(), 'nodes', { project: PROJECT, clusterName: 'main' });
const NODE = hardenedNode(identity, KmsKey.fromId('projects/p/key'), 'main-node');

describe('autoscaling', () => {
  test('is of the pools that are added, and of pods, by default', () => {
    expect(autoscaling({}, NODE)).toEqual({
      clusterAutoscaling: { enabled: false, autoscalingProfile: 'BALANCED' },
      verticalPodAutoscaling: { enabled: true },
    });
  });

  test('may take idle nodes away soon, and leave pods as they are', () => {
    expect(autoscaling({ autoscalingProfile: 'OPTIMIZE_UTILIZATION', verticalPodAutoscaling: false }, NODE)).toEqual({
      clusterAutoscaling: { enabled: false, autoscalingProfile: 'OPTIMIZE_UTILIZATION' },
      verticalPodAutoscaling: { enabled: false },
    });
  });

  test('may be by pools that GKE makes, whose nodes the firewall knows', () => {
    expect(autoscaling({ nodeAutoProvisioning: LIMITS }, NODE)).toMatchObject({
      clusterAutoscaling: { enabled: true, autoscalingProfile: 'BALANCED' },
      nodePoolAutoConfig: {
        networkTags: { tags: ['main-node'] },
        nodeKubeletConfig: { insecureKubeletReadonlyPortEnabled: 'FALSE' },
      },
    });
  });
});

describe('autoscalingRefusals', () => {
  const cluster = { location: REGION, region: REGION, nodeLimit: 33 };

  test('accept limits that the network has pod addresses for', () => {
    expect(autoscalingRefusals({ nodeAutoProvisioning: LIMITS }, cluster)).not.toContainEqual(expect.anything());
    expect(autoscalingRefusals({}, cluster)).toEqual([]);
  });

  test('refuse limits that are none', () => {
    const refusals = autoscalingRefusals({ nodeAutoProvisioning: { ...LIMITS, cpu: { max: 0 } } }, cluster);
    expect(refusals).toContainEqual(expect.objectContaining({ property: 'nodeAutoProvisioning.cpu.max', got: 0 }));
  });

  test('refuse more nodes than the network has pod addresses for', () => {
    expect(autoscalingRefusals({ nodeAutoProvisioning: LIMITS }, { ...cluster, nodeLimit: 32 })).toContainEqual({
      property: 'nodeAutoProvisioning.cpu.max',
      rule: 'must leave the nodes, 33 where each has two processors, within the 32 that the network has pod addresses for',
      got: 64,
      remedy: 'lower it, lower maxPodsPerNode, or give the network a larger cidr',
    });
  });
});
