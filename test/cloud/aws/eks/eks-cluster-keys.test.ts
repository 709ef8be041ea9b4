import { addClusterKey, addVolumesKey } from '../../../../lib/cloud/aws/eks/eks-cluster-keys';
import { autoScalingKeyStatements } from '../../../../lib/cloud/aws/keys/key-statements';
import { PLACE, statements, synth } from '../harness';

const owner = { ...PLACE, clusterName: 'funlynk-production-us-east-1' };
const output = synth((stack) => {
  addClusterKey(stack, owner);
  addVolumesKey(stack, owner, autoScalingKeyStatements(PLACE.account));
});

function sids(idPrefix: string): readonly unknown[] {
  return statements(output.one('aws_kms_key', idPrefix).policy).map(({ Sid }) => Sid);
}

describe('the keys of a cluster', () => {
  test('are named so that manifests can know them', () => {
    expect(Object.values(output.all('aws_kms_alias')).map(({ name }) => name)).toEqual([
      'alias/funlynk-production-us-east-1',
      'alias/funlynk-production-us-east-1-volumes',
    ]);
  });

  test('let CloudWatch use the one, and whom the caller says the other', () => {
    expect(sids('ClusterKey')).toEqual(['AccountAdministers', 'CloudWatchLogs']);
    expect(sids('VolumesKey')).toEqual(['AccountAdministers', 'AutoScalingUsesKey', 'AutoScalingAttachesVolumes']);
  });

  test('turn every year', () => {
    expect(Object.values(output.all('aws_kms_key')).map((key) => key.enable_key_rotation)).toEqual([true, true]);
  });
});
