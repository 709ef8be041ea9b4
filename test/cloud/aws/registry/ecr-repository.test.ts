import { EcrRepository, type EcrRepositoryProps } from '../../../../lib/cloud/aws/registry/ecr-repository';
import { build, key, type Output, statements, synth } from '../harness';

const repositoryName = 'funlynk-production/backend';

function repository(more: Partial<EcrRepositoryProps> = {}): Output {
  return synth((stack) => new EcrRepository(stack, 'backend', { repositoryName, kmsKey: key(stack), ...more }));
}

function refused(more: Partial<EcrRepositoryProps>): () => void {
  return build((stack) => new EcrRepository(stack, 'backend', { repositoryName, kmsKey: key(stack), ...more }));
}

describe('EcrRepository', () => {
  const plain = repository();

  test('never moves a tag, scans what comes, encrypts it and stays', () => {
    expect(plain.one('aws_ecr_repository')).toMatchInlineSnapshot(`
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
        "lifecycle": {
          "prevent_destroy": true,
        },
        "name": "funlynk-production/backend",
      }
    `);
  });

  test('cleans up, and lets nobody in from outside, unless told', () => {
    expect(plain.one('aws_ecr_lifecycle_policy').policy).toContain('"countNumber":100');
    expect(plain.all('aws_ecr_repository_policy')).toEqual({});
  });

  test('does as it is told', () => {
    const output = repository({
      immutableTags: { except: ['latest'] },
      scanOnPush: false,
      deletionProtection: false,
      untaggedDays: 1,
      readers: ['444455556666'],
    });
    expect(output.one('aws_ecr_repository')).toMatchObject({
      image_tag_mutability: 'IMMUTABLE_WITH_EXCLUSION',
      image_tag_mutability_exclusion_filter: [{ filter: 'latest', filter_type: 'WILDCARD' }],
      image_scanning_configuration: { scan_on_push: false },
      lifecycle: { prevent_destroy: false },
    });
    expect(output.one('aws_ecr_lifecycle_policy').policy).toContain('"countNumber":1}');
    expect(statements(output.one('aws_ecr_repository_policy').policy)).toMatchObject([{ Sid: 'Read' }]);
  });

  test('moves tags where they may', () => {
    expect(repository({ immutableTags: false }).one('aws_ecr_repository').image_tag_mutability).toBe('MUTABLE');
  });

  test('says all that is wrong at once', () => {
    expect(refused({ repositoryName: 'A', untaggedDays: 0, readers: ['*'], immutableTags: { except: [] } })).toThrow(
      /'repositoryName' must be[^]*'immutableTags.except' must name[^]*'untaggedDays' must be[^]*'readers' must be/,
    );
  });

  test.each(['Backend', 'a--b', '/a', 'a'])('cannot have the name %s', (name) => {
    expect(refused({ repositoryName: name })).toThrow("stack/backend: 'repositoryName' must be lower-case letters");
  });
});
