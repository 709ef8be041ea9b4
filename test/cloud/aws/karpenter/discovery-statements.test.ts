import { policyDocument } from '../../../../lib/cloud/aws/iam/policy-document';
import { discoveryStatements } from '../../../../lib/cloud/aws/karpenter/discovery-statements';
import { CLUSTER } from '../harness';

const all = discoveryStatements(CLUSTER, 'a');

describe('discoveryStatements', () => {
  test('are a policy that gives its reasons', () => {
    expect(() => policyDocument('test', all)).not.toThrow();
  });

  test('read, and change nothing', () => {
    const verbs = all.flatMap(({ actions }) => actions.map((action) => /:(Describe|Get)/.exec(action)?.[1]));
    expect([...new Set(verbs)]).toEqual(['Describe', 'Get']);
  });

  test('tell of one cluster', () => {
    const cluster = 'arn:aws:eks:us-east-1:111122223333:cluster/a';
    expect(all.find(({ sid }) => sid === 'ReadCluster')?.resources).toEqual([cluster]);
    expect(all.find(({ sid }) => sid === 'ReadZonalShift')?.conditions).toEqual({
      StringEquals: { 'arc-zonal-shift:ResourceIdentifier': [cluster] },
    });
  });

  test('tell of the region of the cluster alone', () => {
    expect(all.find(({ sid }) => sid === 'ReadRegion')?.conditions).toEqual({
      StringEquals: { 'aws:RequestedRegion': ['us-east-1'] },
    });
  });
});
