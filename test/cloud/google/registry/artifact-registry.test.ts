import { KmsKey } from '../../../../lib/cloud/google/keys/kms-key';
import { KmsKeyRing } from '../../../../lib/cloud/google/keys/kms-key-ring';
import { ArtifactRegistry, type ArtifactRegistryProps } from '../../../../lib/cloud/google/registry/artifact-registry';
import { googleStack, only, PROJECT, REGION, resources, values } from '../synth';

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

  test('lets administrators delete, and grants nobody the same thing twice', () => {
    const group = 'group:platform@example.com';
    const stack = registry({ administrators: [group, group] });
    expect(values(stack, `${TYPE}_iam_member`, 'role')).toEqual(['roles/artifactregistry.repoAdmin']);
  });

  test('has tags that move where asked for', () => {
    expect(only(registry({ immutableTags: false }), TYPE)).toMatchObject({ docker_config: { immutable_tags: false } });
  });

  test('deletes images of old pull requests by a policy of one’s own, where their tags can go', () => {
    const pullRequests = { action: 'DELETE', tagPrefixes: ['pr-'], olderThanDays: 14 } as const;
    const stack = registry({ immutableTags: false, cleanupPolicies: { 'pull-requests': pullRequests } });
    expect(only(stack, TYPE)).toMatchObject({
      cleanup_policies: [
        { id: 'delete-untagged' },
        { id: 'keep-newest' },
        { id: 'pull-requests', condition: { tag_state: 'TAGGED', tag_prefixes: ['pr-'], older_than: '1209600s' } },
      ],
    });
  });

  test('tries its policies out where asked to', () => {
    expect(only(registry({ cleanupPolicyDryRun: true }), TYPE)).toMatchObject({ cleanup_policy_dry_run: true });
  });

  test('is not scanned where that is not wanted', () => {
    expect(only(registry({ vulnerabilityScanning: 'DISABLED' }), TYPE)).toMatchObject({
      vulnerability_scanning_config: { enablement_config: 'DISABLED' },
    });
  });

  test('can lie in a multi-region, with a description and labels', () => {
    const stack = registry({ location: 'europe', description: 'Images of ${team}', labels: { team: 'platform' } });
    expect(only(stack, TYPE)).toMatchObject({
      location: 'europe',
      description: 'Images of $${team}',
      labels: { team: 'platform' },
    });
  });

  test('says what the names of its images begin with, and that they are one’s own', () => {
    const { imagePrefix, mode } = new ArtifactRegistry(googleStack(), 'registry', NAME);
    expect(imagePrefix).toBe('europe-west1-docker.pkg.dev/funlynk-prod/funlynk-production');
    expect(mode).toBe('STANDARD_REPOSITORY');
  });

  test('refuses to delete versions with a tag that cannot be taken away', () => {
    const old = { action: 'DELETE', olderThanDays: 30 } as const;
    expect(() => registry({ cleanupPolicies: { old } })).toThrow(
      [
        "test/registry: 'cleanupPolicies.old' must not delete versions with a tag while tags are immutable: a tag that ",
        'nobody can take away keeps its version, got {"action":"DELETE","olderThanDays":30}; ',
        "make tagState 'UNTAGGED', or immutableTags false",
      ].join(''),
    );
  });

  test('refuses a key of another location, a zone for a region, and labels that Google would', () => {
    const kmsKey = KmsKey.fromId('projects/p/locations/us-central1/keyRings/r/cryptoKeys/k');
    expect(() => registry({ kmsKey })).toThrow(
      "'kmsKey' must be a key of the repository's own location (europe-west1)",
    );
    expect(() => registry({ location: 'europe-west1-b', labels: { Team: 'x' } })).toThrow(
      /'location' must be a region .*\n.*'labels\.Team' must be lower-case/,
    );
  });

  test('refuses to be open to everyone', () => {
    expect(() => registry({ readers: ['allUsers'] })).toThrow(
      "test/registry: 'readers' must not be everyone, got 'allUsers'",
    );
  });

  test('refuses writers that are no IAM members', () => {
    expect(() => registry({ writers: ['ci'] })).toThrow(
      /^test\/registry: 'writers' must hold IAM members such as group:platform@example\.com, got 'ci'$/,
    );
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
