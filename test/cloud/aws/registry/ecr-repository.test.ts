import { EcrRepository, type EcrRepositoryProps } from '../../../../lib/cloud/aws/registry/ecr-repository';
import { build, key, type Output, synth } from '../harness';

const repositoryName = 'funlynk-production/backend';

function repository(more: Partial<EcrRepositoryProps> = {}): Output {
  return synth((stack) => new EcrRepository(stack, 'backend', { repositoryName, kmsKey: key(stack), ...more }));
}

function refused(more: Partial<EcrRepositoryProps>): () => void {
  return build((stack) => new EcrRepository(stack, 'backend', { repositoryName, kmsKey: key(stack), ...more }));
}

/** How many days or images each rule keeps. */
function kept(output: Output): unknown {
  const policy = JSON.parse(String(output.one('aws_ecr_lifecycle_policy').policy)) as {
    readonly rules: readonly { readonly selection: unknown }[];
  };
  return policy.rules.map(({ selection }) => selection);
}

describe('EcrRepository', () => {
  test('never moves a tag, scans what comes and encrypts it', () => {
    expect(repository().one('aws_ecr_repository')).toMatchInlineSnapshot(`
      {
        "encryption_configuration": [
          {
            "encryption_type": "KMS",
            "kms_key": "\${aws_kms_key.key_FEDD6EC0.arn}",
          },
        ],
        "force_delete": false,
        "image_scanning_configuration": {
          "scan_on_push": true,
        },
        "image_tag_mutability": "IMMUTABLE",
        "name": "funlynk-production/backend",
      }
    `);
  });

  test('keeps untagged images for 7 days and the newest 100 tagged ones', () => {
    expect(kept(repository())).toEqual([
      { tagStatus: 'untagged', countType: 'sinceImagePushed', countUnit: 'days', countNumber: 7 },
      { tagStatus: 'tagged', tagPatternList: ['*'], countType: 'imageCountMoreThan', countNumber: 100 },
    ]);
  });

  test('keeps what it is told to', () => {
    expect(kept(repository({ untaggedDays: 1, taggedImages: 20 }))).toMatchObject([
      { countNumber: 1 },
      { countNumber: 20 },
    ]);
  });

  test('cannot keep nothing', () => {
    expect(refused({ untaggedDays: 0, taggedImages: 0 })).toThrow(
      "stack/backend: 'untaggedDays' must be a whole number, 1 or more, got 0\n" +
        "stack/backend: 'taggedImages' must be a whole number, 1 or more, got 0",
    );
  });

  test.each(['Backend', 'a--b', '/a', 'a'])('cannot have the name %s', (name) => {
    expect(refused({ repositoryName: name })).toThrow("stack/backend: 'repositoryName' must be lower-case letters");
  });
});
