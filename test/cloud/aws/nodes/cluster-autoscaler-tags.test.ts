import {
  autoscalerRefusals,
  autoscalerTags,
  ClusterAutoscalerTags,
  type ClusterAutoscalerNodes,
} from '../../../../lib/cloud/aws/nodes/cluster-autoscaler-tags';
import { CLUSTER, synth } from '../harness';
import { refusedText } from './refused';

const nodes: ClusterAutoscalerNodes = {
  clusterName: CLUSTER.clusterName,
  diskSizeGib: 50,
  labels: { 'example.com/tier': 'batch' },
  taints: [
    { key: 'batch', value: 'true', effect: 'NO_SCHEDULE' },
    { key: 'rather-not', value: '', effect: 'PREFER_NO_SCHEDULE' },
    { key: 'never', value: 'true', effect: 'NO_EXECUTE' },
  ],
};

describe('autoscalerTags', () => {
  test('say whose the group is, and what its nodes will be like', () => {
    expect(autoscalerTags(nodes)).toMatchInlineSnapshot(`
      {
        "k8s.io/cluster-autoscaler/enabled": "true",
        "k8s.io/cluster-autoscaler/funlynk-production-us-east-1": "owned",
        "k8s.io/cluster-autoscaler/node-template/label/example.com/tier": "batch",
        "k8s.io/cluster-autoscaler/node-template/resources/ephemeral-storage": "50Gi",
        "k8s.io/cluster-autoscaler/node-template/taint/batch": "true:NoSchedule",
        "k8s.io/cluster-autoscaler/node-template/taint/never": "true:NoExecute",
        "k8s.io/cluster-autoscaler/node-template/taint/rather-not": ":PreferNoSchedule",
      }
    `);
  });
});

describe('ClusterAutoscalerTags', () => {
  test('are on the Auto Scaling group, and on no machine', () => {
    const { all } = synth(
      (stack) => new ClusterAutoscalerTags(stack, 'tags', { ...nodes, autoScalingGroupName: 'asg' }),
    );
    const made = Object.values(all('aws_autoscaling_group_tag'));
    expect(made).toHaveLength(7);
    expect(made).toContainEqual({
      autoscaling_group_name: 'asg',
      tag: { key: 'k8s.io/cluster-autoscaler/enabled', value: 'true', propagate_at_launch: false },
    });
  });
});

describe('autoscalerRefusals', () => {
  test('take labels and taints that fit', () => {
    expect(refusedText(autoscalerRefusals(nodes))).toBe('');
  });

  test('want tags that are short enough', () => {
    const clusterName = 'a'.repeat(103);
    expect(refusedText(autoscalerRefusals({ ...nodes, clusterName }))).toBe(
      `nodes: 'clusterAutoscaler' must come with tags of at most 128 characters, ` +
        `got 'k8s.io/cluster-autoscaler/${clusterName}'; shorten the key of the label or taint`,
    );
  });

  test('want no more tags than there is room for', () => {
    const labels = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`a${index}`, 'a']));
    expect(refusedText(autoscalerRefusals({ ...nodes, labels, taints: [] }))).toBe(
      "nodes: 'clusterAutoscaler' must come with at most 42 tags, one for each label and taint, got 43",
    );
  });

  test('want one taint of a key, since a tag has one value', () => {
    const taints = [
      { key: 'a', value: 'b', effect: 'NO_SCHEDULE' },
      { key: 'a', value: 'b', effect: 'NO_EXECUTE' },
    ] as const;
    expect(refusedText(autoscalerRefusals({ ...nodes, taints }))).toBe("nodes: 'taints' must name each once, got 'a'");
  });
});
