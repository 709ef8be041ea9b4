import { policyDocument } from '../../../../lib/cloud/aws/iam/policy-document';
import { machineStatements } from '../../../../lib/cloud/aws/karpenter/machine-statements';
import { CLUSTER } from '../harness';

const all = machineStatements(CLUSTER, 'a');
const OWNED_FROM_START = { 'aws:RequestTag/kubernetes.io/cluster/a': ['owned'] };
const OWNED = { 'aws:ResourceTag/kubernetes.io/cluster/a': ['owned'] };

function equals(sid: string): unknown {
  return all.find((statement) => statement.sid === sid)?.conditions?.StringEquals;
}

describe('machineStatements', () => {
  test('are a policy that gives its reasons', () => {
    expect(() => policyDocument('test', all)).not.toThrow();
  });

  test('make only what bears the mark of the cluster', () => {
    expect(equals('StartMachines')).toMatchObject(OWNED_FROM_START);
    expect(equals('MarkAtStart')).toMatchObject({
      ...OWNED_FROM_START,
      'ec2:CreateAction': ['RunInstances', 'CreateFleet', 'CreateLaunchTemplate'],
    });
  });

  test('use, name and end only what bears it', () => {
    for (const sid of ['UseLaunchTemplates', 'NameMachines', 'EndMachines']) expect(equals(sid)).toMatchObject(OWNED);
  });

  test('name no other tags once a machine is there, so that no mark can be forged', () => {
    const conditions = all.find(({ sid }) => sid === 'NameMachines')?.conditions;
    expect(conditions?.['ForAllValues:StringEquals']).toEqual({
      'aws:TagKeys': ['eks:eks-cluster-name', 'karpenter.sh/nodeclaim', 'Name'],
    });
  });

  test('reach beyond the account only for what a machine is made of', () => {
    const mine = 'arn:aws:ec2:us-east-1:111122223333:';
    const wide = all.flatMap(({ sid, resources }) => resources.filter((arn) => !arn.startsWith(mine)).map(() => sid));
    expect([...new Set(wide)]).toEqual(['UseIngredients']);
  });
});
