import { KmsKey } from '../../../../lib/cloud/google/keys/kms-key';
import { KmsKeyRing } from '../../../../lib/cloud/google/keys/kms-key-ring';
import { ArtifactRegistry, type ArtifactRegistryProps } from '../../../../lib/cloud/google/registry/artifact-registry';
import { googleStack, only, PROJECT, REGION, resources } from '../synth';

const NAME = { project: PROJECT, location: REGION, repositoryId: 'funlynk-production' };
const TYPE = 'google_artifact_registry_repository';

function registry(props: Partial<ArtifactRegistryProps> = {}) {
  const stack = googleStack();
  new ArtifactRegistry(stack, 'registry', { ...NAME, ...props });
  return stack;
}

describe('ArtifactRegistry', () => {
  test('is a repository of images with tags that never move', () => {
    expect(only(registry(), TYPE)).toMatchSnapshot();
  });

  test('keeps and deletes as many versions as told', () => {
    expect(only(registry({ keptVersions: 5, untaggedDays: 1 }), TYPE)).toMatchObject({
      cleanup_policies: [{ condition: { older_than: '86400s' } }, { most_recent_versions: { keep_count: 5 } }],
    });
  });

  test('is encrypted with a key of one’s own, once the registry may use it', () => {
    const stack = googleStack();
    const ring = new KmsKeyRing(stack, 'ring', { project: PROJECT, location: REGION, name: 'ring' });
    new ArtifactRegistry(stack, 'registry', {
      ...NAME,
      kmsKey: ring.addKey('registry', { users: ['artifact-registry'] }),
    });
    expect(only(stack, TYPE)).toMatchObject({
      kms_key_name: expect.stringMatching(/^\$\{google_kms_crypto_key\./) as unknown,
      depends_on: [expect.stringMatching(/^google_kms_crypto_key_iam_member\./)],
    });
  });

  test('takes a key that another stack made', () => {
    expect(only(registry({ kmsKey: KmsKey.fromId('projects/p/key') }), TYPE)).toMatchObject({
      kms_key_name: 'projects/p/key',
    });
  });

  test('can be destroyed where protection is off', () => {
    expect(only(registry({ deletionProtection: false }), TYPE)).toMatchObject({
      lifecycle: { prevent_destroy: false },
    });
  });

  test('grants reading and writing on the repository alone', () => {
    const stack = registry({
      readers: ['group:dev@example.com'],
      writers: ['serviceAccount:ci@p.iam.gserviceaccount.com'],
    });
    const grants = Object.values(resources(stack, `${TYPE}_iam_member`));
    expect(grants).toEqual([
      expect.objectContaining({ role: 'roles/artifactregistry.reader', member: 'group:dev@example.com' }),
      expect.objectContaining({
        role: 'roles/artifactregistry.writer',
        member: 'serviceAccount:ci@p.iam.gserviceaccount.com',
      }),
    ]);
  });

  test('refuses to be open to everyone', () => {
    expect(() => registry({ readers: ['allUsers'] })).toThrow(
      "test/registry: 'readers' must not be everyone, got 'allUsers'",
    );
  });

  test('refuses writers that are no IAM members', () => {
    expect(() => registry({ writers: ['ci'] })).toThrow("'writers' must hold IAM members such as");
  });

  test('refuses to keep no version, or to delete at once, and says both', () => {
    expect(() => registry({ keptVersions: 0, untaggedDays: 0.5 })).toThrow(
      [
        "test/registry: 'keptVersions' must be a whole number of at least 1, got 0",
        "test/registry: 'untaggedDays' must be a whole number of at least 1, got 0.5",
      ].join('\n'),
    );
  });
});
