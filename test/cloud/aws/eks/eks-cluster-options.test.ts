import { type EksClusterOptions, optionRefusals } from '../../../../lib/cloud/aws/eks/eks-cluster-options';
import { PLACE } from '../harness';
import { NETWORK } from './network';
import { refused } from './refused';

const options: EksClusterOptions = {
  ...PLACE,
  clusterName: 'funlynk-production-us-east-1',
  network: NETWORK,
  kubernetesVersion: '1.35',
  administrators: ['arn:aws:iam::111122223333:role/platform'],
};

describe('optionRefusals', () => {
  test('have nothing against the least that a cluster needs', () => {
    expect(refused(optionRefusals(options))).toEqual([]);
  });

  test('ask every part, and name the properties as the user wrote them', () => {
    const bad: EksClusterOptions = {
      ...options,
      account: '1111',
      clusterName: '-a',
      kubernetesVersion: '1.34.2',
      administrators: [],
      accessEntries: { auditor: { principalArn: 'auditor', kubernetesGroups: ['auditors'] } },
      breakGlassRole: { trustedArns: [] },
      publicAccessCidrs: ['0.0.0.0/0'],
      logTypes: [],
      serviceIpv4Cidr: '203.0.113.0/24',
      argoCd: { idcInstanceArn: 'x', rbac: {} },
    };
    expect(refused(optionRefusals(bad)).map((line) => line.split("'")[1])).toEqual([
      'account',
      'clusterName',
      'kubernetesVersion',
      'administrators',
      'accessEntries.auditor.principalArn',
      'breakGlassRole.trustedArns',
      'publicAccessCidrs',
      'logTypes',
      'serviceIpv4Cidr',
      'argoCd.idcInstanceArn',
      'argoCd.rbac',
    ]);
  });
});
