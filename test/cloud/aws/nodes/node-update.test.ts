import { Token } from 'cdktf';
import { updateConfig, updateRefusals } from '../../../../lib/cloud/aws/nodes/node-update';
import { refusedText } from './refused';

describe('updateConfig', () => {
  test.each([
    [{}, { maxUnavailablePercentage: 33 }],
    [{ maxUnavailablePercentage: 50 }, { maxUnavailablePercentage: 50 }],
    [{ maxUnavailable: 2 }, { maxUnavailable: 2 }],
  ])('of %j is %j', (options, expected) => {
    expect(updateConfig(options)).toEqual(expected);
  });
});

describe('updateRefusals', () => {
  test.each([
    {},
    { maxUnavailable: 100 },
    { maxUnavailablePercentage: 1 },
    { kubernetesVersion: '1.35', releaseVersion: '1.35.2-20261104' },
    { releaseVersion: '1.52.0-1a2b3c4d' },
    { kubernetesVersion: Token.asString({ resolve: () => 'a' }) },
  ])('take %j', (options) => {
    expect(refusedText(updateRefusals(options))).toBe('');
  });

  test.each([
    [
      { maxUnavailable: 1, maxUnavailablePercentage: 33 },
      "'maxUnavailablePercentage' must not go with maxUnavailable, got 33; leave one of them out",
    ],
    [{ maxUnavailable: 0 }, "'maxUnavailable' must be a whole number from 1 to 100, got 0"],
    [{ maxUnavailablePercentage: 101 }, "'maxUnavailablePercentage' must be a whole number from 1 to 100, got 101"],
    [{ kubernetesVersion: '1.35.2' }, "'kubernetesVersion' must be a minor version such as 1.35, got '1.35.2'"],
    [{ releaseVersion: '1.35' }, "'releaseVersion' must be a release such as 1.35.2-20261104, got '1.35'"],
  ])('refuse %j', (options, message) => {
    expect(refusedText(updateRefusals(options))).toBe(`nodes: ${message}`);
  });
});
