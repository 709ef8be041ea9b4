import { Lazy } from 'cdktf';
import {
  accessEntryRefusals,
  EksAccessEntry,
  type EksAccessEntryOptions,
} from '../../../../lib/cloud/aws/eks/eks-access-entry';
import { build, CLUSTER, synth } from '../harness';
import { refused } from './refused';

const principalArn = 'arn:aws:iam::111122223333:role/auditor';
const view = { principalArn, policies: { AmazonEKSViewPolicy: 'cluster' } } as const;

describe('EksAccessEntry', () => {
  const output = synth(
    (stack) =>
      new EksAccessEntry(stack, 'auditor', {
        cluster: CLUSTER,
        principalArn,
        policies: { AmazonEKSViewPolicy: 'cluster', AmazonEKSSecretReaderPolicy: ['web', 'dev-*', 'web'] },
        kubernetesGroups: ['readers', 'auditors', 'readers'],
      }),
  );

  test('lets the principal in with its groups, each once and in order', () => {
    expect(output.one('aws_eks_access_entry')).toMatchInlineSnapshot(`
      {
        "cluster_name": "funlynk-production-us-east-1",
        "kubernetes_groups": [
          "auditors",
          "readers",
        ],
        "principal_arn": "arn:aws:iam::111122223333:role/auditor",
        "type": "STANDARD",
      }
    `);
  });

  test('allows on the whole cluster, or in namespaces', () => {
    const policies = Object.values(output.all('aws_eks_access_policy_association'));
    expect(policies.map(({ policy_arn, access_scope }) => [policy_arn, access_scope])).toEqual([
      [
        'arn:aws:eks::aws:cluster-access-policy/AmazonEKSSecretReaderPolicy',
        { type: 'namespace', namespaces: ['dev-*', 'web'] },
      ],
      ['arn:aws:eks::aws:cluster-access-policy/AmazonEKSViewPolicy', { type: 'cluster' }],
    ]);
  });

  test('has its policies wait for the entry', () => {
    expect(output.one('aws_eks_access_policy_association', 'auditor_AmazonEKSViewPolicy').principal_arn).toMatch(
      /aws_eks_access_entry\.auditor_\w+\.principal_arn/,
    );
  });

  test('says nothing of groups where there are none', () => {
    const plain = synth((stack) => new EksAccessEntry(stack, 'auditor', { ...view, cluster: CLUSTER }));
    expect(plain.one('aws_eks_access_entry')).not.toHaveProperty('kubernetes_groups');
  });

  test('refuses what cannot work, with its own path', () => {
    const bad = { cluster: CLUSTER, principalArn: 'auditor', policies: view.policies };
    expect(build((stack) => new EksAccessEntry(stack, 'auditor', bad))).toThrow(
      "stack/auditor: 'principalArn' must be",
    );
  });
});

describe('accessEntryRefusals', () => {
  function faults(options: EksAccessEntryOptions): string[] {
    return refused(accessEntryRefusals('accessEntries.auditor.', options));
  }

  test.each<[string, EksAccessEntryOptions]>([
    ['a policy', view],
    ['groups alone', { principalArn, kubernetesGroups: ['auditors'] }],
    ['namespaces by wildcard', { principalArn, policies: { AmazonEKSEditPolicy: ['dev-*', '*-test', '*'] } }],
    ['what Terraform alone knows', { principalArn, kubernetesGroups: [Lazy.stringValue({ produce: () => 'x' })] }],
  ])('accept %s', (_case, options) => {
    expect(faults(options)).toEqual([]);
  });

  test('refuse an entry that allows nothing', () => {
    expect(faults({ principalArn })).toEqual([
      "'accessEntries.auditor.policies' must allow something, got {}; or name kubernetesGroups, or leave the entry out",
    ]);
  });

  test('refuse a policy that EKS does not know', () => {
    const policies: Record<string, 'cluster'> = { AmazonEKSOwnerPolicy: 'cluster' };
    expect(faults({ principalArn, policies })).toEqual([
      "'accessEntries.auditor.policies' must be access policies of EKS such as AmazonEKSViewPolicy, got 'AmazonEKSOwnerPolicy'",
    ]);
  });

  test('refuse a policy that holds nowhere', () => {
    expect(faults({ principalArn, policies: { AmazonEKSViewPolicy: [] } })).toEqual([
      "'accessEntries.auditor.policies.AmazonEKSViewPolicy' must name one namespace at least, got []; or be cluster",
    ]);
  });

  test.each(['Web', 'web_', '-web', ''])('refuse %p, which is no namespace', (namespace) => {
    expect(faults({ principalArn, policies: { AmazonEKSViewPolicy: [namespace] } })).toEqual([
      `'accessEntries.auditor.policies.AmazonEKSViewPolicy' must hold namespaces, in which * stands for others, got '${namespace}'`,
    ]);
  });

  test('refuse the groups of Kubernetes itself, as EKS does', () => {
    expect(faults({ principalArn, kubernetesGroups: ['system:masters'] })).toEqual([
      "'accessEntries.auditor.kubernetesGroups' must not begin with system:, which EKS refuses, got 'system:masters'; " +
        'name an access policy, such as AmazonEKSClusterAdminPolicy, or a group of your own',
    ]);
  });

  test.each(['', 'two words'])('refuse %p, which is no group', (group) => {
    expect(faults({ principalArn, kubernetesGroups: [group] })).toEqual([
      `'accessEntries.auditor.kubernetesGroups' must hold names of groups without blanks, got '${group}'`,
    ]);
  });
});
