import { EksIdentityProvider } from '../../../../lib/cloud/aws/eks/eks-identity-provider';
import { synth } from '../harness';

const issuer = 'https://oidc.eks.us-east-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B71EXAMPLE';

describe('EksIdentityProvider', () => {
  test('has IAM believe the tokens of pods that are meant for it', () => {
    const output = synth((stack) => {
      expect(new EksIdentityProvider(stack, 'oidc', { issuer }).issuer).toBe(issuer);
    });
    expect(output.one('aws_iam_openid_connect_provider')).toEqual({
      client_id_list: ['sts.amazonaws.com'],
      url: issuer,
    });
  });
});
