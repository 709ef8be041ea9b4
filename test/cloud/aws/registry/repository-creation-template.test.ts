import {
  RepositoryCreationTemplate,
  type RepositoryCreationTemplateProps,
} from '../../../../lib/cloud/aws/registry/repository-creation-template';
import { build, key, type Output, PLACE, statements, synth } from '../harness';

const TYPE = 'aws_ecr_repository_creation_template';
const CACHE = { appliedFor: ['PULL_THROUGH_CACHE'] } as const;

function props(more: Partial<RepositoryCreationTemplateProps>) {
  return { ...PLACE, prefix: 'funlynk-production', appliedFor: ['REPLICATION'], ...more } as const;
}

function template(more: Partial<RepositoryCreationTemplateProps> = {}): Output {
  return synth((stack) => new RepositoryCreationTemplate(stack, 'copies', { kmsKey: key(stack), ...props(more) }));
}

function refused(more: Partial<RepositoryCreationTemplateProps>): () => void {
  return build((stack) => new RepositoryCreationTemplate(stack, 'copies', { kmsKey: key(stack), ...props(more) }));
}

function rules(output: Output): unknown {
  return (JSON.parse(String(output.one(TYPE).lifecycle_policy)) as { readonly rules: unknown }).rules;
}

describe('RepositoryCreationTemplate', () => {
  const copies = template();

  test('makes copies as their originals are made', () => {
    const { lifecycle_policy: policy, ...rest } = copies.one(TYPE);
    expect(policy).toContain('"countNumber":100');
    expect(rest).toMatchSnapshot();
  });

  test('has ECR make repositories under the prefix, with the one key', () => {
    expect(copies.one('aws_iam_role')).toMatchObject({ name: 'ecr-template-us-east-1-funlynk-production' });
    expect(statements(copies.one('aws_iam_role').assume_role_policy)).toMatchObject([
      { Principal: { Service: 'ecr.amazonaws.com' }, Action: ['sts:AssumeRole'] },
    ]);
    expect(statements(copies.one('aws_iam_role_policy').policy)).toMatchObject([
      {
        Action: ['ecr:CreateRepository', 'ecr:ReplicateImage', 'ecr:TagResource'],
        Resource: ['arn:aws:ecr:us-east-1:111122223333:repository/funlynk-production/*'],
      },
      {
        Action: ['kms:CreateGrant', 'kms:DescribeKey', 'kms:RetireGrant'],
        Resource: [expect.stringMatching(/^\$\{aws_kms_key\./)],
      },
    ]);
  });

  test('lets tags of a cache move, and forgets what it holds after 90 days', () => {
    const cache = template(CACHE);
    expect(cache.one(TYPE)).toMatchObject({ image_tag_mutability: 'MUTABLE', applied_for: ['PULL_THROUGH_CACHE'] });
    expect(rules(cache)).toMatchObject([
      { selection: { tagStatus: 'any', countType: 'sinceImagePushed', countNumber: 90 } },
    ]);
  });

  test('does as it is told', () => {
    const output = template({
      appliedFor: ['REPLICATION', 'PULL_THROUGH_CACHE'],
      description: 'Images',
      roleName: 'templates',
      untaggedDays: 3,
      lifecycle: [{ action: 'EXPIRE', tagPrefixes: ['pr-'], olderThanDays: 1 }],
      resourceTags: { team: 'a' },
      readers: ['444455556666'],
    });
    expect(output.one('aws_iam_role').name).toBe('templates');
    expect(output.one(TYPE)).toMatchObject({
      description: 'Images',
      applied_for: ['PULL_THROUGH_CACHE', 'REPLICATION'],
      resource_tags: { team: 'a' },
      image_tag_mutability: 'MUTABLE',
    });
    expect(rules(output)).toMatchObject([
      { selection: { tagPrefixList: ['pr-'] } },
      { selection: { countNumber: 3 } },
      { selection: { countNumber: 100 } },
    ]);
    expect(statements(output.one(TYPE).repository_policy)).toMatchObject([
      { Sid: 'Read', Action: expect.arrayContaining(['ecr:BatchImportUpstreamImage']) as unknown },
    ]);
  });

  test('keeps the rules of its user before that of the cache', () => {
    const lifecycle = [{ action: 'EXPIRE', tagPrefixes: ['v'], keepCount: 5 }] as const;
    expect(rules(template({ ...CACHE, cachedDays: 7, lifecycle }))).toMatchObject([
      { selection: { tagPrefixList: ['v'] } },
      { selection: { tagStatus: 'any', countNumber: 7 } },
    ]);
  });

  test('refuses tags of a cache that cannot move', () => {
    expect(refused({ ...CACHE, immutableTags: true })).toThrow(
      "stack/copies: 'immutableTags' must be false where appliedFor holds PULL_THROUGH_CACHE: a tag that cannot move " +
        'does not follow its upstream, got true; make a template of its own for replication',
    );
  });

  test('refuses numbers that it would not heed', () => {
    expect(refused({ ...CACHE, untaggedDays: 1, taggedImages: 1 })).toThrow(
      "stack/copies: 'untaggedDays' must not be given for a cache, got 1; give cachedDays\n" +
        "stack/copies: 'taggedImages' must not be given for a cache, got 1; give cachedDays",
    );
    expect(refused({ cachedDays: 1 })).toThrow(
      "stack/copies: 'cachedDays' must not be given where images are copied to the repositories: " +
        'they would go from there alone, got 1',
    );
  });

  test('refuses what ECR would, all at once', () => {
    expect(refused({ prefix: 'A/', appliedFor: [], description: 'a'.repeat(256), readers: ['*'] })).toThrow(
      /'prefix' must be[^]*'appliedFor' must name one use at least, got \[\][^]*'description' must be 255 characters at most, got 256[^]*'readers' must be/,
    );
    expect(refused({ ...CACHE, cachedDays: 0 })).toThrow("'cachedDays' must be a whole number of at least 1, got 0");
  });
});
