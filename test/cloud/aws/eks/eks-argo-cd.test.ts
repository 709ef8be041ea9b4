import {
  argoCd,
  argoCdPolicies,
  argoCdRefusals,
  type EksArgoCdOptions,
} from '../../../../lib/cloud/aws/eks/eks-argo-cd';
import { refused } from './refused';

const group = (last: string) => ({ id: `906751fb-ae42-4d71-9d0f-4d6c8f1a2b3${last}`, type: 'SSO_GROUP' }) as const;
const idcInstanceArn = 'arn:aws:sso:::instance/ssoins-0123456789abcdef';
const options: EksArgoCdOptions = { idcInstanceArn, rbac: { admin: [group('c')] } };

describe('argoCd', () => {
  test('lives in its own namespace, and is entered through Identity Center', () => {
    expect(argoCd(options)).toEqual({
      namespace: 'argocd',
      awsIdc: [{ idcInstanceArn }],
      rbacRoleMapping: [{ role: 'ADMIN', identity: [group('c')] }],
    });
  });

  test('knows three roles, each with its users and groups in order', () => {
    const user = { id: '906751fb-ae42-4d71-9d0f-4d6c8f1a2b30', type: 'SSO_USER' } as const;
    const rbac = { viewer: [group('b'), user], editor: [group('a')], admin: [] };
    expect(argoCd({ ...options, rbac }).rbacRoleMapping).toEqual([
      { role: 'EDITOR', identity: [group('a')] },
      { role: 'VIEWER', identity: [user, group('b')] },
    ]);
  });

  test('may be where its owner says, and kept off the internet', () => {
    const vpceIds = ['vpce-0123456789abcdef1', 'vpce-0123456789abcdef0'];
    expect(argoCd({ ...options, idcRegion: 'eu-west-1', namespace: 'gitops', vpceIds })).toMatchObject({
      namespace: 'gitops',
      awsIdc: [{ idcInstanceArn, idcRegion: 'eu-west-1' }],
      networkAccess: [{ vpceIds: ['vpce-0123456789abcdef0', 'vpce-0123456789abcdef1'] }],
    });
  });
});

describe('argoCdPolicies', () => {
  test('are those of the administrator, or those that were named', () => {
    expect(argoCdPolicies(options)).toEqual({ AmazonEKSClusterAdminPolicy: 'cluster' });
    expect(argoCdPolicies({ ...options, policies: {} })).toEqual({});
  });
});

describe('argoCdRefusals', () => {
  function faults(more: Partial<EksArgoCdOptions>): string[] {
    return refused(argoCdRefusals('argoCd.', { ...options, ...more }));
  }

  test('have nothing against what works', () => {
    expect(faults({ idcRegion: 'eu-west-1', namespace: 'gitops', vpceIds: ['vpce-0123456789abcdef0'] })).toEqual([]);
  });

  test.each<[string, Partial<EksArgoCdOptions>, string]>([
    [
      'an instance that is none',
      { idcInstanceArn: 'ssoins-0123456789abcdef' },
      "'argoCd.idcInstanceArn' must be the ARN of an instance of Identity Center such as " +
        "arn:aws:sso:::instance/ssoins-0123456789abcdef, got 'ssoins-0123456789abcdef'",
    ],
    [
      'a region that is none',
      { idcRegion: 'Ireland' },
      "'argoCd.idcRegion' must be a region such as us-east-1, got 'Ireland'",
    ],
    [
      'a namespace that is none',
      { namespace: 'Argo' },
      "'argoCd.namespace' must be lower-case letters, digits and dashes, 63 at most, got 'Argo'",
    ],
    [
      'an Argo CD that nobody could enter',
      { rbac: {} },
      "'argoCd.rbac' must name one user or group at least, or nobody could enter Argo CD, got {}",
    ],
    [
      'names of groups',
      { rbac: { editor: [{ id: 'developers', type: 'SSO_GROUP' }] } },
      "'argoCd.rbac.editor' must hold IDs of Identity Center such as 906751fb-ae42-4d71-9d0f-4d6c8f1a2b3c, not names, got 'developers'",
    ],
    [
      'one group in two roles',
      { rbac: { admin: [group('c')], viewer: [group('c')] } },
      "'argoCd.rbac.viewer' must name each user and group once, in one role, got '906751fb-ae42-4d71-9d0f-4d6c8f1a2b3c'",
    ],
    [
      'a policy that holds nowhere',
      { policies: { AmazonEKSEditPolicy: [] } },
      "'argoCd.policies.AmazonEKSEditPolicy' must name one namespace at least, got []; or be cluster",
    ],
    [
      'an endpoint that is none',
      { vpceIds: ['vpc-0123456789abcdef0'] },
      "'argoCd.vpceIds' must hold endpoints such as vpce-0123456789abcdef0, got 'vpc-0123456789abcdef0'",
    ],
  ])('refuse %s', (_case, more, message) => {
    expect(faults(more)).toEqual([message]);
  });
});
