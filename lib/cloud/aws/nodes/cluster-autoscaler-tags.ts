import { AutoscalingGroupTagA } from '@cdktf/provider-aws/lib/autoscaling-group-tag';
import { Construct } from 'constructs';
import type { Refusal } from '../../../core/errors';
import type { AwsConstructProps } from '../aws-construct';
import { repeatedRefusal } from './kubernetes-labels';
import type { EksNodeSchedulingOptions, NodeTaint } from './node-scheduling';

const PREFIX = 'k8s.io/cluster-autoscaler';
const TEMPLATE = `${PREFIX}/node-template`;
/** https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_Tag.html */
const MAX_KEY_LENGTH = 128;
const MAX_TAGS = 50;
/** Tags that EKS itself puts on the group, and room for those that it comes up with. */
const TAGS_OF_EKS = 8;

const EFFECTS = {
  NO_SCHEDULE: 'NoSchedule',
  PREFER_NO_SCHEDULE: 'PreferNoSchedule',
  NO_EXECUTE: 'NoExecute',
} as const satisfies Record<NodeTaint['effect'], string>;

/** What the autoscaler has to know of a node group. */
export interface ClusterAutoscalerNodes extends EksNodeSchedulingOptions {
  readonly clusterName: string;
  /** Size of the volume for images, logs and `emptyDir`s. */
  readonly diskSizeGib: number;
}

/** Properties for `ClusterAutoscalerTags`. */
export interface ClusterAutoscalerTagsProps extends ClusterAutoscalerNodes, AwsConstructProps {
  /** Name of the Auto Scaling group, known once created. */
  readonly autoScalingGroupName: string;
}

/**
 * Tags by which the cluster autoscaler finds a node group, and knows what its nodes will be like while there is none.
 * They are on the Auto Scaling group, which tags of the node group do not reach.
 */
export class ClusterAutoscalerTags extends Construct {
  constructor(scope: Construct, id: string, props: ClusterAutoscalerTagsProps) {
    super(scope, id);
    const { provider, autoScalingGroupName } = props;
    for (const [key, value] of Object.entries(autoscalerTags(props))) {
      new AutoscalingGroupTagA(this, key.slice(`${PREFIX}/`.length), {
        provider,
        autoscalingGroupName: autoScalingGroupName,
        tag: { key, value, propagateAtLaunch: false },
      });
    }
  }
}

/** The tags. https://github.com/kubernetes/autoscaler/blob/master/cluster-autoscaler/cloudprovider/aws/README.md */
export function autoscalerTags(nodes: ClusterAutoscalerNodes): Readonly<Record<string, string>> {
  const { clusterName, diskSizeGib, labels = {}, taints = [] } = nodes;
  return {
    [`${PREFIX}/enabled`]: 'true',
    [`${PREFIX}/${clusterName}`]: 'owned',
    [`${TEMPLATE}/resources/ephemeral-storage`]: `${diskSizeGib}Gi`,
    ...Object.fromEntries(Object.entries(labels).map(([key, value]) => [`${TEMPLATE}/label/${key}`, value])),
    ...Object.fromEntries(
      taints.map(({ key, value, effect }) => [`${TEMPLATE}/taint/${key}`, `${value}:${EFFECTS[effect]}`]),
    ),
  };
}

/** Refuses labels and taints that tags cannot tell the autoscaler of. */
export function autoscalerRefusals(nodes: ClusterAutoscalerNodes): readonly (Refusal | undefined)[] {
  const keys = Object.keys(autoscalerTags(nodes));
  const property = 'clusterAutoscaler';
  return [
    ...keys
      .filter((key) => key.length > MAX_KEY_LENGTH)
      .map((got) => ({
        property,
        rule: `must come with tags of at most ${MAX_KEY_LENGTH} characters`,
        got,
        remedy: 'shorten the key of the label or taint',
      })),
    keys.length > MAX_TAGS - TAGS_OF_EKS
      ? {
          property,
          rule: `must come with at most ${MAX_TAGS - TAGS_OF_EKS} tags, one for each label and taint`,
          got: keys.length,
        }
      : undefined,
    repeatedRefusal(
      'taints',
      (nodes.taints ?? []).map(({ key }) => key),
    ),
  ];
}
