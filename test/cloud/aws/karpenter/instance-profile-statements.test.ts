import { policyDocument } from '../../../../lib/cloud/aws/iam/policy-document';
import { instanceProfileStatements } from '../../../../lib/cloud/aws/karpenter/instance-profile-statements';
import { CLUSTER } from '../harness';

const ROLE = 'arn:aws:iam::111122223333:role/a-karpenter-nodes';
const all = instanceProfileStatements(CLUSTER, 'a', ROLE);

describe('instanceProfileStatements', () => {
  test('are a policy that gives its reasons', () => {
    expect(() => policyDocument('test', all)).not.toThrow();
  });

  test('hand over one role, and to EC2 alone', () => {
    expect(all.filter(({ actions }) => actions.includes('iam:PassRole'))).toEqual([
      {
        sid: 'HandOverNodeRole',
        actions: ['iam:PassRole'],
        resources: [ROLE],
        conditions: { StringEquals: { 'iam:PassedToService': ['ec2.amazonaws.com'] } },
      },
    ]);
  });

  test.each(['MarkProfiles', 'UseProfiles'])('%s touches profiles of the cluster and region alone', (sid) => {
    expect(all.find((statement) => statement.sid === sid)?.conditions?.StringEquals).toMatchObject({
      'aws:ResourceTag/kubernetes.io/cluster/a': ['owned'],
      'aws:ResourceTag/topology.kubernetes.io/region': ['us-east-1'],
    });
  });

  test.each(['MakeProfiles', 'MarkProfiles'])('%s marks profiles as those of the cluster and region', (sid) => {
    expect(all.find((statement) => statement.sid === sid)?.conditions?.StringEquals).toMatchObject({
      'aws:RequestTag/kubernetes.io/cluster/a': ['owned'],
      'aws:RequestTag/topology.kubernetes.io/region': ['us-east-1'],
    });
  });
});
