import { Lazy } from 'cdktf';
import { eksClusterRefusals, takenRefusal } from '../../../../lib/cloud/aws/eks/eks-cluster-rules';
import { PLACE } from '../harness';
import { refused } from './refused';

describe('eksClusterRefusals', () => {
  test.each(['funlynk-production-us-east-1', 'A_1', Lazy.stringValue({ produce: () => 'later' })])(
    'accept %s',
    (name) => {
      expect(refused(eksClusterRefusals(PLACE, name))).toEqual([]);
    },
  );

  test('refuse a broken account and name together', () => {
    expect(refused(eksClusterRefusals({ ...PLACE, account: '1111' }, '-a'))).toEqual([
      "'account' must be 12 digits, got '1111'",
      "'clusterName' must be letters, digits and dashes, 100 at most, got '-a'",
    ]);
  });

  test('refuse a name longer than EKS takes', () => {
    expect(refused(eksClusterRefusals(PLACE, 'a'.repeat(100)))).toEqual([]);
    expect(refused(eksClusterRefusals(PLACE, 'a'.repeat(101)))).toHaveLength(1);
  });
});

describe('takenRefusal', () => {
  test('notes a name, and refuses it the second time', () => {
    const taken = new Set<string>();
    expect(takenRefusal('node groups', 'general', taken)).toBeUndefined();
    expect(refused([takenRefusal('node groups', 'general', taken)])).toEqual([
      "'name' must be unique among the node groups of the cluster, got 'general'",
    ]);
  });
});
