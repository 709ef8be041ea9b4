import { ArtifactRegistry, type IArtifactRegistry } from '../../../../lib/cloud/google/registry/artifact-registry';
import { RemoteRepository } from '../../../../lib/cloud/google/registry/remote-repository';
import {
  VirtualRepository,
  type VirtualRepositoryProps,
} from '../../../../lib/cloud/google/registry/virtual-repository';
import type { VirtualUpstream } from '../../../../lib/cloud/google/registry/virtual-upstreams';
import { googleStack, only, PROJECT, REGION, resources, values } from '../synth';

const TYPE = 'google_artifact_registry_repository';
const AT = { project: PROJECT, location: REGION };
const OWN: IArtifactRegistry = { ...AT, repositoryId: 'images' };
const CACHE: IArtifactRegistry = { ...AT, repositoryId: 'docker-hub', mode: 'REMOTE_REPOSITORY' };
const UPSTREAMS = { images: { repository: OWN, priority: 20 }, hub: { repository: CACHE, priority: 10 } };

function all(props: Partial<VirtualRepositoryProps> = {}) {
  const stack = googleStack();
  new VirtualRepository(stack, 'all', { ...AT, repositoryId: 'all', upstreams: UPSTREAMS, ...props });
  return stack;
}

describe('VirtualRepository', () => {
  test('is one name for several repositories', () => {
    expect(only(all(), TYPE)).toMatchSnapshot();
  });

  test('names first whom it asks first, in whatever order they are given', () => {
    const { images, hub } = UPSTREAMS;
    expect(only(all({ upstreams: { hub, images } }), TYPE)).toEqual(only(all(), TYPE));
  });

  test('waits for the repositories behind it', () => {
    const stack = googleStack();
    const images = new ArtifactRegistry(stack, 'images', { ...AT, repositoryId: 'images' });
    const hub = new RemoteRepository(stack, 'hub', { ...AT, repositoryId: 'hub', upstream: 'docker-hub' });
    const upstreams = { images: { repository: images, priority: 2 }, hub: { repository: hub, priority: 1 } };
    new VirtualRepository(stack, 'all', { ...AT, repositoryId: 'all', upstreams });
    const found = Object.values(resources(stack, TYPE)).find(({ mode }) => mode === 'VIRTUAL_REPOSITORY');
    expect(found).toMatchObject({
      depends_on: [expect.stringContaining(`${TYPE}.images_`), expect.stringContaining(`${TYPE}.hub_`)],
    });
  });

  test('lets Artifact Registry read the repositories of other projects, and waits for that', () => {
    const tools = { repository: { ...OWN, project: 'funlynk-tools' }, priority: 15 };
    const stack = all({ upstreams: { ...UPSTREAMS, tools } });
    expect(only(stack, `${TYPE}_iam_member`)).toMatchObject({
      project: 'funlynk-tools',
      role: 'roles/artifactregistry.reader',
      member: expect.stringMatching(/^serviceAccount:service-.*@gcp-sa-artifactregistry\./) as unknown,
    });
    expect(only(stack, TYPE)).toMatchObject({ depends_on: [expect.stringContaining('iam_member.all_upstream-tools')] });
  });

  test('lets readers pull and administrators manage, and can be destroyed where protection is off', () => {
    const stack = all({
      readers: ['group:a@example.com'],
      administrators: ['group:b@example.com'],
      deletionProtection: false,
    });
    expect(values(stack, `${TYPE}_iam_member`, 'role')).toEqual([
      'roles/artifactregistry.reader',
      'roles/artifactregistry.repoAdmin',
    ]);
    expect(only(stack, TYPE)).toMatchObject({ lifecycle: { prevent_destroy: false } });
  });

  test('says what the names of images begin with', () => {
    const { imagePrefix, mode } = new VirtualRepository(googleStack(), 'all', {
      ...{ ...AT, repositoryId: 'all' },
      upstreams: UPSTREAMS,
    });
    expect(imagePrefix).toBe('europe-west1-docker.pkg.dev/funlynk-prod/all');
    expect(mode).toBe('VIRTUAL_REPOSITORY');
  });

  test.each(['REMOTE_REPOSITORY', 'VIRTUAL_REPOSITORY'] as const)(
    'refuses to ask a %s before one’s own images',
    (mode) => {
      const upstreams = { ...UPSTREAMS, hub: { repository: { ...CACHE, mode }, priority: 30 } };
      expect(() => all({ upstreams })).toThrow(
        "test/all: 'upstreams' must ask standard repositories before all others, lest an image of a stranger passes for " +
          'one of your own, got ["hub"]; give these a priority below 20',
      );
    },
  );

  test('may ask caches alone, in any order', () => {
    expect(() => all({ upstreams: { hub: { repository: CACHE, priority: 99 } } })).not.toThrow();
  });

  test('refuses equal priorities, and a repository twice', () => {
    const upstreams = { images: { repository: OWN, priority: 5 }, again: { repository: OWN, priority: 5 } };
    expect(() => all({ upstreams })).toThrow(
      /'upstreams' must hold each repository once.*\n.*'upstreams' must have priorities that differ.*, got \[5,5\]/,
    );
  });

  test('refuses to be empty, and more upstreams than Google takes', () => {
    expect(() => all({ upstreams: {} })).toThrow("'upstreams' must hold one repository at least, got []");
    const many: Record<string, VirtualUpstream> = {};
    for (let n = 1; n <= 31; n += 1) many[`r${n}`] = { repository: { ...OWN, repositoryId: `r${n}` }, priority: n };
    expect(() => all({ upstreams: many })).toThrow("'upstreams' must be at most 30, got 31");
  });

  test('refuses itself, and repositories of other locations', () => {
    const itself = { repository: { ...AT, repositoryId: 'all' }, priority: 2 };
    const far = { repository: { ...OWN, location: 'us-central1' }, priority: 1 };
    expect(() => all({ upstreams: { itself, far } })).toThrow(
      [
        "test/all: 'upstreams.itself.repository' must not be the repository itself, got 'projects/funlynk-prod/locations/europe-west1/repositories/all'",
        "test/all: 'upstreams.far.repository' must lie in the repository's own location (europe-west1), got 'us-central1'; cache it there with a RemoteRepository",
      ].join('\n'),
    );
  });

  test('refuses names and priorities that Google would', () => {
    expect(() => all({ upstreams: { My_images: { repository: OWN, priority: 0 } } })).toThrow(
      /'upstreams \(name\)' must be up to 63 .*, got 'My_images'\n.*'upstreams\.My_images\.priority' must be a whole number of at least 1, got 0/,
    );
  });
});
