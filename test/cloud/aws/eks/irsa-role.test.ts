import { EksIdentityProvider } from '../../../../lib/cloud/aws/eks/eks-identity-provider';
import { IrsaRole, type IrsaRoleProps } from '../../../../lib/cloud/aws/eks/irsa-role';
import { type Block, build, CLUSTER, type Output, statements, synth } from '../harness';

const HOST = 'oidc.eks.us-east-1.amazonaws.com/id/EXAMPLE';
const issuer = `https://${HOST}`;
const oidcProviderArn = `arn:aws:iam::111122223333:oidc-provider/${HOST}`;
const props: IrsaRoleProps = {
  cluster: CLUSTER,
  identityProvider: { issuer, oidcProviderArn },
  name: 'batch',
  namespace: 'funlynk',
  serviceAccount: 'batch',
  managedPolicies: ['AmazonS3ReadOnlyAccess'],
  statements: [{ sid: 'Put', actions: ['s3:PutObject'], resources: ['arn:aws:s3:::funlynk/x'] }],
};

function role(more: Partial<IrsaRoleProps>): Output {
  return synth((stack) => new IrsaRole(stack, 'role', { ...props, ...more }));
}

/** The trust, with the function by which Terraform gets the issuer's host replaced by what it comes to. */
function trustOf(output: Output): Block | undefined {
  const policy = String(output.one('aws_iam_role').assume_role_policy);
  return statements(policy.replace(/\$\{replace\("?[^"]*"?, "https:\/\/", ""\)\}/g, HOST))[0];
}

const output = role({});

describe('IrsaRole', () => {
  test('trusts one service account, by its token', () => {
    expect(trustOf(output)).toEqual({
      Sid: 'Trust',
      Effect: 'Allow',
      Principal: { Federated: oidcProviderArn },
      Action: 'sts:AssumeRoleWithWebIdentity',
      Condition: {
        StringEquals: {
          [`${HOST}:aud`]: ['sts.amazonaws.com'],
          [`${HOST}:sub`]: ['system:serviceaccount:funlynk:batch'],
        },
      },
    });
  });

  test('knows a provider that does not exist yet', () => {
    const late = synth((stack) => {
      const identityProvider = new EksIdentityProvider(stack, 'oidc', { issuer });
      new IrsaRole(stack, 'role', { ...props, identityProvider });
    });
    expect(trustOf(late)?.Principal).toEqual({
      Federated: expect.stringMatching(/aws_iam_openid_connect_provider\.oidc_\w+\.arn/) as string,
    });
  });

  test('is named after cluster and identity', () => {
    expect(output.one('aws_iam_role').name).toBe('funlynk-production-us-east-1-batch');
  });

  test('may do what it is given', () => {
    expect(statements(output.one('aws_iam_role_policy').policy)).toMatchObject([{ Sid: 'Put' }]);
    expect(output.one('aws_iam_role_policy_attachment').policy_arn).toBe(
      'arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess',
    );
  });

  test('refuses what is no service account, and a role that allows nothing', () => {
    const bad = { namespace: 'Fun', serviceAccount: 'a/b', managedPolicies: [], statements: [] };
    expect(build((stack) => new IrsaRole(stack, 'role', { ...props, ...bad }))).toThrow(
      [
        "stack/role: 'namespace' must be lower-case letters, digits and dashes, 63 at most, got 'Fun'",
        "stack/role: 'serviceAccount' must be lower-case letters, digits and dashes, 63 at most, got 'a/b'",
        "stack/role: 'statements' must allow something, got []; or leave the role out",
      ].join('\n'),
    );
  });
});
