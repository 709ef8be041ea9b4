import { Token } from 'cdktf';
import { KmsKey } from '../../../../lib/cloud/google/keys/kms-key';
import {
  RegionalRegistries,
  type RegionalRegistriesProps,
} from '../../../../lib/cloud/google/registry/regional-registries';
import { googleStack, PROJECT, REGION, resources, values } from '../synth';

const TYPE = 'google_artifact_registry_repository';
const PROPS = { project: PROJECT, repositoryId: 'images', location: REGION, cacheLocations: ['us-central1', 'asia'] };

function registries(props: Partial<RegionalRegistriesProps> = {}) {
  const stack = googleStack();
  return { stack, registries: new RegionalRegistries(stack, 'registries', { ...PROPS, ...props }) };
}

function key(location: string) {
  return KmsKey.fromId(`projects/p/locations/${location}/keyRings/r/cryptoKeys/k`);
}

describe('RegionalRegistries', () => {
  test('is one repository that others cache under the same id', () => {
    const { stack } = registries();
    const found = Object.entries(resources(stack, TYPE)).map(([id, repository]) => ({
      id,
      location: repository.location,
      repositoryId: repository.repository_id,
      upstream: repository.remote_repository_config,
    }));
    const upstream = {
      common_repository: { uri: 'projects/funlynk-prod/locations/europe-west1/repositories/images' },
      disable_upstream_validation: false,
    };
    expect(found).toEqual([
      expect.objectContaining({ location: 'europe-west1', repositoryId: 'images', upstream: undefined }),
      expect.objectContaining({ location: 'asia', repositoryId: 'images', upstream }),
      expect.objectContaining({ location: 'us-central1', repositoryId: 'images', upstream }),
    ]);
  });

  test('is pushed to in one location and read in all', () => {
    const { stack } = registries({ readers: ['group:dev@example.com'], writers: ['group:ci@example.com'] });
    const grants = Object.values(resources(stack, `${TYPE}_iam_member`)).map(({ location, role }) => [location, role]);
    expect(grants).toEqual([
      ['europe-west1', 'roles/artifactregistry.reader'],
      ['europe-west1', 'roles/artifactregistry.writer'],
      ['asia', 'roles/artifactregistry.reader'],
      ['us-central1', 'roles/artifactregistry.reader'],
    ]);
  });

  test('scans and cleans up by one’s own policies where images are pushed to', () => {
    const { stack } = registries({ keptVersions: 5, cachedDays: 1, labels: { team: 'platform' } });
    const scanning = (enablement_config: string) => ({ enablement_config });
    expect(Object.values(resources(stack, TYPE))).toMatchObject([
      { vulnerability_scanning_config: scanning('INHERITED'), cleanup_policies: [{}, { id: 'keep-newest' }] },
      {
        vulnerability_scanning_config: scanning('DISABLED'),
        cleanup_policies: [{ condition: { older_than: '86400s' } }],
      },
      {
        vulnerability_scanning_config: scanning('DISABLED'),
        cleanup_policies: [{ condition: { older_than: '86400s' } }],
      },
    ]);
    expect(values(stack, TYPE, 'labels')).toEqual(Array.from({ length: 3 }, () => ({ team: 'platform' })));
  });

  test('is encrypted with a key of each location', () => {
    const kmsKeys = { 'europe-west1': key('europe-west1'), asia: key('asia'), 'us-central1': key('us-central1') };
    expect(values(registries({ kmsKeys }).stack, TYPE, 'kms_key_name')).toEqual([
      'projects/p/locations/asia/keyRings/r/cryptoKeys/k',
      'projects/p/locations/europe-west1/keyRings/r/cryptoKeys/k',
      'projects/p/locations/us-central1/keyRings/r/cryptoKeys/k',
    ]);
  });

  test.each([true, false])('protects all of its repositories or none: %p', (deletionProtection) => {
    const lifecycles = values(registries({ deletionProtection }).stack, TYPE, 'lifecycle');
    expect(lifecycles).toEqual(Array.from({ length: 3 }, () => ({ prevent_destroy: deletionProtection })));
  });

  test('says what the clusters of a location pull from', () => {
    const { registries: found } = registries();
    expect(found.registry('asia').imagePrefix).toBe('asia-docker.pkg.dev/funlynk-prod/images');
    expect(found.registry(REGION)).toBe(found.primary);
    expect(() => found.registry('us-east1')).toThrow(
      "test/registries: there is no registry in 'us-east1'; there is one in europe-west1, asia, us-central1",
    );
  });

  test('refuses to have no cache, and the same location twice', () => {
    expect(() => registries({ cacheLocations: [] })).toThrow(
      "test/registries: 'cacheLocations' must name one location at least, got []; or make an ArtifactRegistry",
    );
    for (const cacheLocations of [[REGION], ['asia', 'asia']]) {
      expect(() => registries({ cacheLocations })).toThrow(
        `'cacheLocations' must name each location once, and not that of the images (europe-west1), got ${JSON.stringify(cacheLocations)}`,
      );
    }
  });

  test('refuses locations that are none, and those that Terraform alone knows', () => {
    const token = Token.asString({ resolve: () => 'us-east1' });
    expect(() => registries({ cacheLocations: ['eu', token] })).toThrow(
      /'cacheLocations' must be a region .*, got 'eu'\n.*'cacheLocations' must be known at synthesis/,
    );
  });

  test('refuses keys that are missing or of no use', () => {
    expect(() => registries({ kmsKeys: { asia: key('asia'), us: key('us') } })).toThrow(
      [
        'test/registries: \'kmsKeys\' must hold a key for every location (missing: europe-west1, us-central1), got ["asia","us"]',
        'test/registries: \'kmsKeys\' must hold keys of the registries’ own locations, got ["us"]',
      ].join('\n'),
    );
  });
});
