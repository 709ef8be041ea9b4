import { PullThroughCache, type PullThroughCacheProps } from '../../../../lib/cloud/aws/registry/pull-through-cache';
import { build, key, type Output, PLACE, synth } from '../harness';

const TYPE = 'aws_ecr_pull_through_cache_rule';
const TEMPLATE = 'aws_ecr_repository_creation_template';
const SECRET = 'arn:aws:secretsmanager:us-east-1:111122223333:secret:ecr-pullthroughcache/hub-AbCdEf';

function props(more: Partial<PullThroughCacheProps>) {
  return { ...PLACE, repositoryPrefix: 'docker-hub', upstream: 'docker-hub', ...more } as const;
}

function cache(more: Partial<PullThroughCacheProps> = { credentialSecretArn: SECRET }): Output {
  return synth((stack) => new PullThroughCache(stack, 'cache', { kmsKey: key(stack), ...props(more) }));
}

function refused(more: Partial<PullThroughCacheProps>): () => void {
  return build((stack) => new PullThroughCache(stack, 'cache', { kmsKey: key(stack), ...props(more) }));
}

describe('PullThroughCache', () => {
  test('pulls from upstream with credentials that Secrets Manager holds, once its template is there', () => {
    expect(cache().one(TYPE)).toMatchInlineSnapshot(`
      {
        "credential_arn": "arn:aws:secretsmanager:us-east-1:111122223333:secret:ecr-pullthroughcache/hub-AbCdEf",
        "depends_on": [
          "aws_ecr_repository_creation_template.cache_Template_A6AD33DD",
          "aws_iam_role_policy.cache_Template_Role_Policy_E56CFF08",
        ],
        "ecr_repository_prefix": "docker-hub",
        "upstream_registry_url": "registry-1.docker.io",
      }
    `);
  });

  test('encrypts what it holds, and deletes it after 90 days', () => {
    const template = cache().one(TEMPLATE);
    expect(template).toMatchObject({
      prefix: 'docker-hub',
      description: 'Images of registry-1.docker.io',
      applied_for: ['PULL_THROUGH_CACHE'],
      encryption_configuration: [{ encryption_type: 'KMS' }],
      image_tag_mutability: 'MUTABLE',
    });
    expect(template.lifecycle_policy).toContain('"countNumber":90');
    expect(template).not.toHaveProperty('repository_policy');
  });

  test('lets others pull, keeps images and tags repositories as told', () => {
    const template = cache({
      upstream: 'quay.io',
      repositoryPrefix: 'quay',
      cachedDays: 7,
      orgReaders: 'o-a1b2c3d4e5',
      resourceTags: { team: 'a' },
      lifecycle: [{ action: 'EXPIRE', tagPrefixes: ['v'], keepCount: 5 }],
    }).one(TEMPLATE);
    expect(template).toMatchObject({ prefix: 'quay', resource_tags: { team: 'a' } });
    expect(template.lifecycle_policy).toContain('"countNumber":7');
    expect(template.lifecycle_policy).toContain('"countNumber":5');
    expect(template.repository_policy).toContain('ecr:BatchImportUpstreamImage');
  });

  test('caches some repositories of a registry in another account, in a role that it may pull in', () => {
    const roleArn = 'arn:aws:iam::111122223333:role/upstream';
    const rule = cache({
      upstream: { account: '444455556666', region: 'eu-west-1', roleArn },
      upstreamRepositoryPrefix: 'base',
    }).one(TYPE);
    expect(rule).toMatchObject({
      upstream_registry_url: '444455556666.dkr.ecr.eu-west-1.amazonaws.com',
      custom_role_arn: roleArn,
      upstream_repository_prefix: 'base',
    });
  });

  test('says what stands in for the other registry', () => {
    build((stack) => {
      const { imagePrefix } = new PullThroughCache(stack, 'cache', {
        ...props({ upstream: 'quay.io' }),
        kmsKey: key(stack),
      });
      expect(imagePrefix).toBe('111122223333.dkr.ecr.us-east-1.amazonaws.com/docker-hub');
    })();
    expect.assertions(1);
  });

  test('refuses what ECR would, all at once', () => {
    expect(
      refused({
        account: '1',
        repositoryPrefix: 'a'.repeat(31),
        upstreamRepositoryPrefix: 'base',
        cachedDays: 0,
        readers: ['*'],
        lifecycle: [{ action: 'EXPIRE', keepCount: 0 }],
      }),
    ).toThrow(
      new RegExp(
        [
          "'account' must be the number of an account, 12 digits, got '1'",
          "'repositoryPrefix' must be lower-case letters and digits, .*, 30 at most, or ROOT",
          "'credentialSecretArn' must be given for registry-1.docker.io",
          "'upstreamRepositoryPrefix' must not be given but for a registry of ECR, got 'base'",
          "'cachedDays' must be a whole number of at least 1, got 0",
          "'lifecycle\\[0\\].keepCount' must be a whole number of at least 1, got 0",
          "'readers' must be the number of an account",
        ].join('[^]*'),
      ),
    );
  });
});
