import type { Environment } from '../../lib/environment/environment';
import { loadEnvironment } from '../../lib/environment/load';
import { changed, reading, SAMPLE_PATH } from './sample-file';
import { sampleSystem } from './sample-system';

function environment(profile: string, from = 'profile: production', to = `profile: ${profile}`): Environment {
  const text = changed(from, to).replace('profile: production', `profile: ${profile}`);
  return loadEnvironment(SAMPLE_PATH, { funlynk: sampleSystem }, reading(text));
}

describe('what the file leaves to its profile', () => {
  test('development is cheap and can be thrown away', () => {
    const { images, clusters } = environment('development');

    expect(images).toEqual({ registry: 'external' });
    expect(clusters['us-east-1']).toMatchObject({
      zones: ['us-east-1a', 'us-east-1b'],
      network: { natGateways: 'single' },
      deletionProtection: false,
      nodePools: { general: { spot: true } },
    });
    expect(clusters['europe-west1']).toMatchObject({
      deletionProtection: false,
      nodePools: { general: { spot: true } },
    });
  });

  test('production survives the loss of a zone and a hasty command', () => {
    const { images, clusters } = environment('production');

    expect(images).toEqual({ registry: 'cluster' });
    expect(clusters['us-east-1']).toMatchObject({
      zones: ['us-east-1a', 'us-east-1b', 'us-east-1c'],
      network: { natGateways: 'per-zone' },
      deletionProtection: true,
      nodePools: { general: { spot: false } },
    });
    expect(clusters['europe-west1']).toMatchObject({
      deletionProtection: true,
      nodePools: { general: { spot: false } },
    });
  });

  test.each(['development', 'production'])('%s shares the rest', (profile) => {
    const { clusters } = environment(profile);
    const pool = { diskSizeGib: 50, labels: {}, taints: [] };

    expect(clusters['us-east-1']).toMatchObject({
      kubernetesVersion: '1.35',
      publicAccessCidrs: [],
      nodePools: { general: pool },
    });
    expect(clusters['europe-west1']).toMatchObject({
      releaseChannel: 'REGULAR',
      authorizedNetworks: [],
      administrators: [],
      nodePools: { general: pool },
    });
  });

  test('services and waivers may be left out', () => {
    const text = changed(
      'waivers:\n  - { rule: image-digest, resource: redis, reason: built by a partner, expires: 2027-03-01 }\n',
      '',
    );

    expect(loadEnvironment(SAMPLE_PATH, { funlynk: sampleSystem }, reading(text)).waivers).toEqual([]);
  });
});

describe('what the file says wins', () => {
  test.each([
    ['production', 'spot: true', { spot: true }],
    ['development', 'spot: false', { spot: false }],
    ['production', 'diskSizeGib: 100', { diskSizeGib: 100 }],
    ['production', 'labels: { team: web }', { labels: { team: 'web' } }],
    [
      'production',
      'taints: [{ key: gpu, value: "true", effect: NO_SCHEDULE }]',
      { taints: [{ key: 'gpu', value: 'true', effect: 'NO_SCHEDULE' }] },
    ],
  ])('for a pool in %s: %s', (profile, field, pool) => {
    const { clusters } = environment(profile, 'machineType: e2-standard-4', `machineType: e2-standard-4, ${field}`);

    expect(clusters['europe-west1']?.nodePools['general']).toMatchObject(pool);
  });

  test.each([
    ['production', 'deletionProtection: false', { deletionProtection: false }],
    ['development', 'deletionProtection: true', { deletionProtection: true }],
    ['production', 'zones: [us-east-1d, us-east-1f]', { zones: ['us-east-1d', 'us-east-1f'] }],
    ['production', 'kubernetesVersion: "1.36"', { kubernetesVersion: '1.36' }],
    ['production', 'publicAccessCidrs: [203.0.113.0/24]', { publicAccessCidrs: ['203.0.113.0/24'] }],
  ])('for an AWS cluster in %s: %s', (profile, field, cluster) => {
    const { clusters } = environment(profile, 'account:', `${field}\n    account:`);

    expect(clusters['us-east-1']).toMatchObject(cluster);
  });

  test.each([
    ['production', 'deletionProtection: false', { deletionProtection: false }],
    ['production', 'releaseChannel: STABLE', { releaseChannel: 'STABLE' }],
    ['production', 'authorizedNetworks: [203.0.113.0/24]', { authorizedNetworks: ['203.0.113.0/24'] }],
    ['production', 'administrators: ["group:a@b.c"]', { administrators: ['group:a@b.c'] }],
  ])('for a Google cluster in %s: %s', (profile, field, cluster) => {
    const { clusters } = environment(profile, 'project:', `${field}\n    project:`);

    expect(clusters['europe-west1']).toMatchObject(cluster);
  });

  test('for the NAT gateways and the registry', () => {
    const nat = environment('production', 'cidr: 10.20.0.0/16', 'cidr: 10.20.0.0/16, natGateways: single');
    const images = environment('development', 'clusters:', 'images: { registry: cluster }\nclusters:');

    expect(nat.clusters['us-east-1']?.network).toEqual({ cidr: '10.20.0.0/16', natGateways: 'single' });
    expect(images.images).toEqual({ registry: 'cluster' });
  });
});
