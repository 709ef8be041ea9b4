import type { AwsPlace } from '../aws-construct';
import type { PolicyStatement } from '../iam/policy-document';
import { allOf, CLUSTER_NAME_TAG, markedAs, markedFromStart, NODE_POOL_TAG } from './karpenter-tags';

const RUN = ['ec2:RunInstances', 'ec2:CreateFleet'];

/**
 * What Karpenter needs to start machines, mark them, and end them: only those that it marks, or has marked, as its own
 * on this cluster. The rights follow the template that its makers publish for 1.12, narrowed to the account where EC2
 * allows it: https://karpenter.sh/docs/reference/cloudformation/
 */
export function machineStatements(place: AwsPlace, clusterName: string): readonly PolicyStatement[] {
  const mine = (kind: string): string => `arn:aws:ec2:${place.region}:${place.account}:${kind}/*`;
  const made = ['fleet', 'instance', 'launch-template', 'network-interface', 'spot-instances-request', 'volume'].map(
    mine,
  );
  const wildcard = 'machines that do not exist yet; the tags in the conditions bound them';
  return [
    {
      sid: 'UseIngredients',
      actions: RUN,
      resources: ingredients(place),
      wildcard: 'images are of other accounts, and so may be shared subnets; they are used, never changed',
    },
    {
      sid: 'UseLaunchTemplates',
      actions: RUN,
      resources: [mine('launch-template')],
      conditions: markedAs(clusterName, NODE_POOL_TAG),
      wildcard,
    },
    {
      sid: 'StartMachines',
      actions: [...RUN, 'ec2:CreateLaunchTemplate'],
      resources: made,
      conditions: markedFromStart(clusterName, NODE_POOL_TAG),
      wildcard,
    },
    {
      sid: 'MarkAtStart',
      actions: ['ec2:CreateTags'],
      resources: made,
      conditions: allOf(markedFromStart(clusterName, NODE_POOL_TAG), {
        StringEquals: { 'ec2:CreateAction': ['RunInstances', 'CreateFleet', 'CreateLaunchTemplate'] },
      }),
      wildcard,
    },
    {
      sid: 'NameMachines',
      actions: ['ec2:CreateTags'],
      resources: [mine('instance')],
      conditions: allOf(markedAs(clusterName, NODE_POOL_TAG), {
        StringEqualsIfExists: { [`aws:RequestTag/${CLUSTER_NAME_TAG}`]: [clusterName] },
        'ForAllValues:StringEquals': { 'aws:TagKeys': [CLUSTER_NAME_TAG, 'karpenter.sh/nodeclaim', 'Name'] },
      }),
      wildcard,
    },
    {
      sid: 'EndMachines',
      actions: ['ec2:TerminateInstances', 'ec2:DeleteLaunchTemplate'],
      resources: [mine('instance'), mine('launch-template')],
      conditions: markedAs(clusterName, NODE_POOL_TAG),
      wildcard,
    },
  ];
}

/** What a machine is made of. An image, and the snapshot in it, bear no account. */
function ingredients({ region }: AwsPlace): readonly string[] {
  return [
    ...['image', 'snapshot'].map((kind) => `arn:aws:ec2:${region}::${kind}/*`),
    ...['capacity-reservation', 'placement-group', 'security-group', 'subnet'].map(
      (kind) => `arn:aws:ec2:${region}:*:${kind}/*`,
    ),
  ];
}
