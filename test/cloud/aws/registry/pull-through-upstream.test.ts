import { Token } from 'cdktf';
import {
  upstreamRefusals,
  upstreamRole,
  upstreamUrl,
  type PullThroughUpstream,
} from '../../../../lib/cloud/aws/registry/pull-through-upstream';
import { PLACE } from '../harness';
import { refused } from './refused';

const SECRET = 'arn:aws:secretsmanager:us-east-1:111122223333:secret:ecr-pullthroughcache/hub-AbCdEf';
const ROLE = 'arn:aws:iam::111122223333:role/upstream';
const OTHER = { account: '444455556666', region: 'eu-west-1' };

function refusedUpstream(upstream: PullThroughUpstream, secret?: string): string[] {
  return refused(upstreamRefusals(upstream, secret, PLACE));
}

describe('an upstream', () => {
  test('has the host that ECR knows it by', () => {
    expect(upstreamUrl('docker-hub')).toBe('registry-1.docker.io');
    expect(upstreamUrl('quay.io')).toBe('quay.io');
    expect(upstreamUrl({ registry: 'funlynk.azurecr.io' })).toBe('funlynk.azurecr.io');
    expect(upstreamUrl(OTHER)).toBe('444455556666.dkr.ecr.eu-west-1.amazonaws.com');
  });

  test('has a role where it is a registry of ECR that wants one', () => {
    expect(upstreamRole({ ...OTHER, roleArn: ROLE })).toBe(ROLE);
    expect(upstreamRole(OTHER)).toBeUndefined();
    expect(upstreamRole('quay.io')).toBeUndefined();
  });
});

describe('upstreamRefusals', () => {
  test.each(['public.ecr.aws', 'quay.io', 'registry.k8s.io'] as const)('want no credentials of %s', (upstream) => {
    expect(refusedUpstream(upstream)).toEqual([]);
  });

  test.each(['cgr.dev', 'docker-hub', 'ghcr.io', 'registry.gitlab.com'] as const)('want some of %s', (upstream) => {
    expect(refusedUpstream(upstream)).toEqual([
      `'credentialSecretArn' must be given for ${upstreamUrl(upstream)}, which ECR reaches with credentials alone, ` +
        "got 'none'; make a secret named ecr-pullthroughcache/… with the keys username and accessToken",
    ]);
    expect(refusedUpstream(upstream, SECRET)).toEqual([]);
  });

  test('want credentials of Azure, and a registry of it', () => {
    expect(refusedUpstream({ registry: 'funlynk.azurecr.io' }, SECRET)).toEqual([]);
    expect(refusedUpstream({ registry: 'mcr.microsoft.com' })).toEqual([
      "'upstream.registry' must be a registry such as funlynk.azurecr.io, got 'mcr.microsoft.com'",
      expect.stringContaining("'credentialSecretArn' must be given for mcr.microsoft.com"),
    ]);
  });

  test('want a role for a registry of another account, and there alone', () => {
    expect(refusedUpstream({ ...OTHER, roleArn: ROLE })).toEqual([]);
    expect(refusedUpstream({ ...PLACE, region: 'eu-west-1' })).toEqual([]);
    expect(refusedUpstream(OTHER)).toEqual([
      "'upstream.roleArn' must be given for a registry of another account, got '444455556666'",
    ]);
    expect(refusedUpstream({ ...PLACE, region: 'eu-west-1', roleArn: ROLE })).toEqual([
      `'upstream.roleArn' must not be given for a registry of the same account, got '${ROLE}'`,
    ]);
  });

  test('refuse the registry itself, and credentials for one of ECR', () => {
    expect(refusedUpstream(PLACE, SECRET)).toEqual([
      "'upstream' must not be the registry itself, got 'us-east-1 111122223333'",
      "'credentialSecretArn' must not be given for a registry of ECR, which knows its visitors by IAM, " +
        `got '${SECRET}'; give upstream.roleArn where it lies in another account`,
    ]);
  });

  test('refuse a secret by another name, and one of another place', () => {
    const other = SECRET.replace('ecr-pullthroughcache', 'funlynk');
    expect(refusedUpstream('ghcr.io', other)).toEqual([
      "'credentialSecretArn' must be the ARN of a secret whose name begins with ecr-pullthroughcache/, " +
        `got '${other}'`,
    ]);
    const elsewhere = SECRET.replace('us-east-1', 'eu-west-1');
    expect(refusedUpstream('ghcr.io', elsewhere)).toEqual([
      "'credentialSecretArn' must be a secret of the cache's own account and region (111122223333, us-east-1), " +
        `got '${elsewhere}'`,
    ]);
  });

  test('refuse a password in place of its ARN, without repeating it', () => {
    expect(refusedUpstream('ghcr.io', 'ghp_hunter2')).toEqual([expect.stringContaining("got '11 characters'")]);
  });

  test('leave alone what Terraform alone knows', () => {
    const token = Token.asString({ resolve: () => SECRET });
    expect(refusedUpstream('ghcr.io', token)).toEqual([]);
    expect(refusedUpstream({ registry: token }, token)).toEqual([]);
  });
});
