import { allOf, markedAs, markedFromStart, ofRegion } from '../../../../lib/cloud/aws/karpenter/karpenter-tags';
import { PLACE } from '../harness';

describe('the tags of Karpenter', () => {
  test('tell what is there as its own, on one cluster', () => {
    expect(markedAs('a', 'kind')).toEqual({
      StringEquals: { 'aws:ResourceTag/kubernetes.io/cluster/a': ['owned'] },
      StringLike: { 'aws:ResourceTag/kind': ['*'] },
    });
  });

  test('must be on what it makes, from the beginning', () => {
    expect(markedFromStart('a', 'kind')).toEqual({
      StringEquals: {
        'aws:RequestTag/kubernetes.io/cluster/a': ['owned'],
        'aws:RequestTag/eks:eks-cluster-name': ['a'],
      },
      StringLike: { 'aws:RequestTag/kind': ['*'] },
    });
  });

  test('hold together, operator by operator', () => {
    expect(allOf(markedAs('a', 'kind'), ofRegion(PLACE, 'ResourceTag'))).toEqual({
      StringEquals: {
        'aws:ResourceTag/kubernetes.io/cluster/a': ['owned'],
        'aws:ResourceTag/topology.kubernetes.io/region': ['us-east-1'],
      },
      StringLike: { 'aws:ResourceTag/kind': ['*'] },
    });
  });
});
