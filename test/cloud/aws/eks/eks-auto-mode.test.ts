import {
  addAutoNodeAccess,
  addAutoNodeRole,
  autoMode,
  autoModeStatements,
} from '../../../../lib/cloud/aws/eks/eks-auto-mode';
import { policyDocument } from '../../../../lib/cloud/aws/iam/policy-document';
import { CLUSTER, PLACE, statements, synth } from '../harness';

const nodeRoleArn = 'arn:aws:iam::111122223333:role/funlynk-production-us-east-1-auto-nodes';
const keyArn = 'arn:aws:kms:us-east-1:111122223333:key/1';

describe('autoMode', () => {
  test('is compute, load balancing and block storage, all together', () => {
    expect(autoMode({}, nodeRoleArn)).toEqual({
      computeConfig: { enabled: true, nodePools: ['general-purpose', 'system'], nodeRoleArn },
      kubernetesNetworkConfig: { elasticLoadBalancing: { enabled: true } },
      storageConfig: { blockStorage: { enabled: true } },
    });
  });

  test('has the pools named, in an order of their own', () => {
    expect(autoMode({ nodePools: ['system', 'general-purpose', 'system'] }, nodeRoleArn).computeConfig).toMatchObject({
      nodePools: ['general-purpose', 'system'],
    });
  });

  test('names no role where EKS has no pool to start machines for', () => {
    expect(autoMode({ nodePools: [] }, nodeRoleArn).computeConfig).toEqual({ enabled: true, nodePools: [] });
  });
});

describe('addAutoNodeRole', () => {
  test('joins the cluster and pulls images, and no more', () => {
    const output = synth((stack) => addAutoNodeRole(stack, CLUSTER));
    expect(output.one('aws_iam_role').name).toBe('funlynk-production-us-east-1-auto-nodes');
    expect(Object.values(output.all('aws_iam_role_policy_attachment')).map(({ policy_arn }) => policy_arn)).toEqual([
      'arn:aws:iam::aws:policy/AmazonEC2ContainerRegistryPullOnly',
      'arn:aws:iam::aws:policy/AmazonEKSWorkerNodeMinimalPolicy',
    ]);
  });
});

describe('addAutoNodeAccess', () => {
  test('leaves the entry to EKS where it has pools', () => {
    expect(synth((stack) => addAutoNodeAccess(stack, {}, CLUSTER)).all('aws_eks_access_entry')).toEqual({});
  });

  test('lets machines in where EKS has none', () => {
    const output = synth((stack) => addAutoNodeAccess(stack, { nodePools: [] }, CLUSTER));
    expect(output.one('aws_eks_access_entry')).toMatchObject({ principal_arn: nodeRoleArn, type: 'EC2' });
    expect(output.one('aws_eks_access_policy_association').policy_arn).toContain('AmazonEKSAutoNodePolicy');
  });
});

describe('autoModeStatements', () => {
  function rendered(tags: Readonly<Record<string, string>>) {
    return statements(policyDocument('cluster', autoModeStatements(PLACE, CLUSTER.clusterName, keyArn, tags)));
  }

  test("encrypt volumes with the cluster's key, and nothing else where there are no tags", () => {
    expect(rendered({}).map(({ Sid, Resource }) => [Sid, Resource])).toEqual([
      ['EncryptVolumes', [keyArn]],
      ['AttachVolumes', [keyArn]],
    ]);
  });

  test("tag what is made for this cluster alone with its owner's tags", () => {
    const tagging = rendered({ system: 'funlynk' }).slice(2);
    expect(tagging.map(({ Sid }) => Sid)).toEqual(['TagMachines', 'TagVolumes', 'TagInterfaces', 'TagLoadBalancers']);
    for (const { Condition } of tagging) {
      expect(Condition).toMatchObject({
        StringEquals: { 'aws:RequestTag/eks:eks-cluster-name': ['funlynk-production-us-east-1'] },
      });
    }
  });
});
