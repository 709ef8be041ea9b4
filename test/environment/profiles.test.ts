import { PROFILE_DEFAULTS } from '../../lib/environment/profiles';

const SHARED = {
  kubernetesVersion: '1.35',
  releaseChannel: 'REGULAR',
  diskSizeGib: 50,
  labels: {},
  taints: [],
  publicAccessCidrs: [],
  authorizedNetworks: [],
  administrators: [],
};

test('development is cheap and can be thrown away', () => {
  expect(PROFILE_DEFAULTS.development).toEqual({
    ...SHARED,
    natGateways: 'single',
    zones: ['a', 'b'],
    deletionProtection: false,
    spot: true,
    registry: 'external',
    backups: false,
    auditLogs: false,
  });
});

test('production survives the loss of a zone and a hasty command', () => {
  expect(PROFILE_DEFAULTS.production).toEqual({
    ...SHARED,
    natGateways: 'per-zone',
    zones: ['a', 'b', 'c'],
    deletionProtection: true,
    spot: false,
    registry: 'cluster',
    backups: true,
    auditLogs: true,
  });
});
