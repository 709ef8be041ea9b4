import { Lazy } from 'cdktf';
import { upgrade, upgradeRefusals } from '../../../../lib/cloud/aws/eks/eks-upgrade';
import { refused } from './refused';

const kubernetesVersion = '1.35';

describe('upgrade', () => {
  test('is at the end of standard support, and not by force', () => {
    expect(upgrade({ kubernetesVersion })).toEqual({
      version: '1.35',
      forceUpdateVersion: false,
      upgradePolicy: { supportType: 'STANDARD' },
    });
  });

  test.each(['STANDARD', 'EXTENDED'] as const)('is as the policy %s says', (upgradePolicy) => {
    expect(upgrade({ kubernetesVersion, upgradePolicy }).upgradePolicy).toEqual({ supportType: upgradePolicy });
  });

  test.each([true, false])('is by force where asked: %p', (forceUpdateVersion) => {
    expect(upgrade({ kubernetesVersion, forceUpdateVersion }).forceUpdateVersion).toBe(forceUpdateVersion);
  });
});

describe('upgradeRefusals', () => {
  test.each(['1.35', Lazy.stringValue({ produce: () => '1.35' })])('accept %s', (version) => {
    expect(refused(upgradeRefusals({ kubernetesVersion: version }))).toEqual([]);
  });

  test.each(['1.34.2', 'v1.34', '2.10', ''])('refuse %p, which is no minor version', (version) => {
    expect(refused(upgradeRefusals({ kubernetesVersion: version }))).toEqual([
      `'kubernetesVersion' must be a minor version such as 1.34, got '${version}'`,
    ]);
  });
});
