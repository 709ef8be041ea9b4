import { Token } from 'cdktf';
import { KmsKeyRing } from '../../../../lib/cloud/google/keys/kms-key-ring';
import { ArtifactRegistry } from '../../../../lib/cloud/google/registry/artifact-registry';
import { RemoteRepository, type RemoteRepositoryProps } from '../../../../lib/cloud/google/registry/remote-repository';
import { googleStack, only, PROJECT, REGION, resources, values } from '../synth';

const TYPE = 'google_artifact_registry_repository';
const AT = { project: PROJECT, location: REGION };
const ELSEWHERE = { project: 'funlynk-images', location: 'us', repositoryId: 'images' };
const CREDENTIALS = { username: 'funlynk', passwordSecretVersion: 'projects/secrets-prod/secrets/hub/versions/3' };

function cache(props: Partial<RemoteRepositoryProps> = {}) {
  const stack = googleStack();
  new RemoteRepository(stack, 'cache', { ...AT, repositoryId: 'cache', upstream: 'docker-hub', ...props });
  return stack;
}

describe('RemoteRepository', () => {
  test('is a cache of Docker Hub that forgets after a while', () => {
    expect(only(cache(), TYPE)).toMatchSnapshot();
  });

  test.each(['ghcr.io', 'mcr.microsoft.com', 'public.ecr.aws', 'quay.io', 'registry.k8s.io'] as const)(
    'is a cache of %s',
    (upstream) => {
      expect(only(cache({ upstream }), TYPE)).toMatchObject({
        remote_repository_config: { common_repository: { uri: `https://${upstream}` } },
      });
    },
  );

  test('is a cache of any registry, by its address', () => {
    expect(only(cache({ upstream: { uri: 'https://registry.example.com:5000/team' } }), TYPE)).toMatchObject({
      remote_repository_config: { common_repository: { uri: 'https://registry.example.com:5000/team' } },
    });
  });

  test('is a cache of a repository in another region, once that is there', () => {
    const stack = googleStack();
    const images = new ArtifactRegistry(stack, 'images', { ...AT, repositoryId: 'images' });
    const upstream = { repository: images };
    new RemoteRepository(stack, 'cache', { ...AT, location: 'us-central1', repositoryId: 'images', upstream });
    const found = Object.values(resources(stack, TYPE)).find(({ mode }) => mode === 'REMOTE_REPOSITORY');
    expect(found).toMatchObject({
      depends_on: [expect.stringContaining(`${TYPE}.images_`)],
      remote_repository_config: {
        common_repository: { uri: 'projects/funlynk-prod/locations/europe-west1/repositories/images' },
      },
    });
    expect(resources(stack, `${TYPE}_iam_member`)).toEqual({});
  });

  test('lets Artifact Registry read a repository of another project, and waits for that', () => {
    const stack = cache({ upstream: { repository: ELSEWHERE } });
    expect(only(stack, `${TYPE}_iam_member`)).toMatchObject({
      project: 'funlynk-images',
      location: 'us',
      repository: 'images',
      role: 'roles/artifactregistry.reader',
      member: expect.stringMatching(/^serviceAccount:service-.*@gcp-sa-artifactregistry\./) as unknown,
    });
    expect(only(stack, TYPE)).toMatchObject({ depends_on: [expect.stringContaining('iam_member.cache_Upstream')] });
  });

  test('makes itself known with a password that Secret Manager holds, and lets Artifact Registry read that one', () => {
    const stack = cache({ upstreamCredentials: CREDENTIALS });
    expect(only(stack, 'google_secret_manager_secret_iam_member')).toMatchObject({
      project: 'secrets-prod',
      secret_id: 'hub',
      role: 'roles/secretmanager.secretAccessor',
      member: expect.stringMatching(/^serviceAccount:service-.*@gcp-sa-artifactregistry\./) as unknown,
    });
    expect(only(stack, TYPE)).toMatchObject({
      depends_on: [expect.stringContaining('secret_iam_member.cache_Password')],
      remote_repository_config: {
        upstream_credentials: {
          username_password_credentials: {
            username: 'funlynk',
            password_secret_version: CREDENTIALS.passwordSecretVersion,
          },
        },
      },
    });
  });

  test('is encrypted with a key of one’s own, once the registry may use it', () => {
    const stack = googleStack();
    const ring = new KmsKeyRing(stack, 'ring', { ...AT, name: 'ring' });
    const kmsKey = ring.addKey('registry', { users: ['artifact-registry'] });
    new RemoteRepository(stack, 'cache', { ...AT, repositoryId: 'cache', upstream: 'quay.io', kmsKey });
    expect(only(stack, TYPE)).toMatchObject({
      kms_key_name: expect.stringMatching(/^\$\{google_kms_crypto_key\./) as unknown,
      depends_on: [expect.stringMatching(/^google_kms_crypto_key_iam_member\./)],
    });
  });

  test('keeps what has to start while the upstream is down', () => {
    const stack = cache({
      cachedDays: 7,
      cleanupPolicies: { base: { action: 'KEEP', packageNamePrefixes: ['library/'] } },
    });
    expect(only(stack, TYPE)).toMatchObject({
      cleanup_policies: [
        { id: 'base', action: 'KEEP' },
        { id: 'delete-cached', condition: { older_than: '604800s' } },
      ],
    });
  });

  test('is not tried out, scanned, cleaned up or protected where that is not wanted', () => {
    const stack = cache({
      upstreamValidation: false,
      vulnerabilityScanning: 'DISABLED',
      cleanupPolicyDryRun: true,
      deletionProtection: false,
    });
    expect(only(stack, TYPE)).toMatchObject({
      remote_repository_config: { disable_upstream_validation: true },
      vulnerability_scanning_config: { enablement_config: 'DISABLED' },
      cleanup_policy_dry_run: true,
      lifecycle: { prevent_destroy: false },
    });
  });

  test('lets readers pull and administrators delete', () => {
    const stack = cache({ readers: ['group:dev@example.com'], administrators: ['group:platform@example.com'] });
    expect(values(stack, `${TYPE}_iam_member`, 'role')).toEqual([
      'roles/artifactregistry.reader',
      'roles/artifactregistry.repoAdmin',
    ]);
  });

  test('says what stands in for the other registry', () => {
    const { imagePrefix, mode } = new RemoteRepository(googleStack(), 'cache', {
      ...{ ...AT, repositoryId: 'docker-hub' },
      upstream: 'docker-hub',
    });
    expect(imagePrefix).toBe('europe-west1-docker.pkg.dev/funlynk-prod/docker-hub');
    expect(mode).toBe('REMOTE_REPOSITORY');
  });

  test.each(['http://quay.io', 'https://quay.io/', 'quay.io', 'https://me:secret@quay.io', 'https://quay.io?a=b'])(
    'refuses the address %s',
    (uri) => {
      expect(() => cache({ upstream: { uri } })).toThrow(
        "test/cache: 'upstream.uri' must be the address of a registry",
      );
    },
  );

  test('refuses itself, and what is no standard repository, as its upstream', () => {
    expect(() => cache({ upstream: { repository: { ...AT, repositoryId: 'cache' } } })).toThrow(
      "'upstream.repository' must not be the repository itself",
    );
    expect(() => cache({ upstream: { repository: { ...ELSEWHERE, mode: 'VIRTUAL_REPOSITORY' } } })).toThrow(
      "'upstream.repository' must be a standard repository, got 'VIRTUAL_REPOSITORY'",
    );
  });

  test('refuses a password in place of its version, without repeating it', () => {
    const upstreamCredentials = { username: '', passwordSecretVersion: 'dckr_pat_hunter2' };
    expect(() => cache({ upstreamCredentials })).toThrow(
      [
        "test/cache: 'upstreamCredentials.username' must not be empty, got ''",
        "test/cache: 'upstreamCredentials.passwordSecretVersion' must name a version in Secret Manager, as in " +
          "projects/…/secrets/…/versions/3, got '16 characters'",
      ].join('\n'),
    );
  });

  test('refuses a version that Terraform alone knows', () => {
    const passwordSecretVersion = Token.asString({ resolve: () => CREDENTIALS.passwordSecretVersion });
    expect(() => cache({ upstreamCredentials: { username: 'funlynk', passwordSecretVersion } })).toThrow(
      "'upstreamCredentials.passwordSecretVersion' must be known at synthesis, got 'a token'; write the name out",
    );
  });

  test('refuses credentials for a repository of Artifact Registry', () => {
    expect(() => cache({ upstream: { repository: ELSEWHERE }, upstreamCredentials: CREDENTIALS })).toThrow(
      "'upstreamCredentials' must not be given for a repository of Artifact Registry, which knows its visitors by IAM",
    );
  });

  test('refuses to forget at once, and a policy by the name of its own', () => {
    const policy = { action: 'KEEP', keepCount: 1 } as const;
    expect(() => cache({ cachedDays: 0, cleanupPolicies: { 'delete-cached': policy } })).toThrow(
      /'cachedDays' must be a whole number of at least 1.*\n.*must not hold delete-cached/,
    );
  });
});
