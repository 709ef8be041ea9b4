import type { AwsPlace } from '../aws-construct';
import type { PolicyStatement } from '../iam/policy-document';
import { allOf, markedAs, markedFromStart, NODE_CLASS_TAG, ofRegion } from './karpenter-tags';

/**
 * What Karpenter needs to give its machines a role: an instance profile for each class of machines, and the right to
 * hand over one role, to EC2 alone.
 */
export function instanceProfileStatements(
  place: AwsPlace,
  clusterName: string,
  nodeRoleArn: string,
): readonly PolicyStatement[] {
  const profiles = [`arn:aws:iam::${place.account}:instance-profile/*`];
  const wildcard = 'Karpenter makes up the names of profiles; the tags in the conditions bound them';
  const existing = allOf(markedAs(clusterName, NODE_CLASS_TAG), ofRegion(place, 'ResourceTag'));
  const asked = allOf(markedFromStart(clusterName, NODE_CLASS_TAG), ofRegion(place, 'RequestTag'));
  return [
    {
      sid: 'HandOverNodeRole',
      actions: ['iam:PassRole'],
      resources: [nodeRoleArn],
      conditions: { StringEquals: { 'iam:PassedToService': ['ec2.amazonaws.com'] } },
    },
    { sid: 'MakeProfiles', actions: ['iam:CreateInstanceProfile'], resources: profiles, conditions: asked, wildcard },
    {
      sid: 'MarkProfiles',
      actions: ['iam:TagInstanceProfile'],
      resources: profiles,
      conditions: allOf(existing, asked),
      wildcard,
    },
    {
      sid: 'UseProfiles',
      actions: ['iam:AddRoleToInstanceProfile', 'iam:DeleteInstanceProfile', 'iam:RemoveRoleFromInstanceProfile'],
      resources: profiles,
      conditions: existing,
      wildcard,
    },
    { sid: 'ReadProfiles', actions: ['iam:GetInstanceProfile'], resources: profiles, wildcard },
    {
      sid: 'ListProfiles',
      actions: ['iam:ListInstanceProfiles'],
      resources: ['*'],
      wildcard: 'Karpenter looks for profiles that it left behind; a list has no name',
    },
  ];
}
