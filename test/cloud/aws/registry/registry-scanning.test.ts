import { RegistryScanning, type RegistryScanningProps } from '../../../../lib/cloud/aws/registry/registry-scanning';
import { build, PLACE, synth } from '../harness';

const TYPE = 'aws_ecr_registry_scanning_configuration';

function scanning(more: Partial<RegistryScanningProps> = {}) {
  return synth((stack) => new RegistryScanning(stack, 'scanning', { ...PLACE, ...more }));
}

function refused(more: Partial<RegistryScanningProps>): () => void {
  return build((stack) => new RegistryScanning(stack, 'scanning', { ...PLACE, ...more }));
}

describe('RegistryScanning', () => {
  test('has Inspector scan every image, and again with each new vulnerability', () => {
    const output = scanning();
    expect(output.one(TYPE)).toMatchInlineSnapshot(`
      {
        "rule": [
          {
            "repository_filter": [
              {
                "filter": "*",
                "filter_type": "WILDCARD",
              },
            ],
            "scan_frequency": "CONTINUOUS_SCAN",
          },
        ],
        "scan_type": "ENHANCED",
      }
    `);
    expect(output.all('aws_inspector2_enabler')).toEqual({});
  });

  test('scans repositories as they are told, in an order that does not depend on theirs', () => {
    expect(scanning({ continuousScan: ['b-*', 'a'], scanOnPush: ['*'] }).one(TYPE).rule).toEqual([
      {
        scan_frequency: 'CONTINUOUS_SCAN',
        repository_filter: [
          { filter: 'a', filter_type: 'WILDCARD' },
          { filter: 'b-*', filter_type: 'WILDCARD' },
        ],
      },
      { scan_frequency: 'SCAN_ON_PUSH', repository_filter: [{ filter: '*', filter_type: 'WILDCARD' }] },
    ]);
    expect(scanning({ scanOnPush: ['a'] }).one(TYPE).rule).toMatchObject([{ scan_frequency: 'SCAN_ON_PUSH' }]);
  });

  test('has ECR scan once, where that will do', () => {
    expect(scanning({ scanType: 'BASIC' }).one(TYPE)).toMatchObject({
      scan_type: 'BASIC',
      rule: [{ scan_frequency: 'SCAN_ON_PUSH', repository_filter: [{ filter: '*' }] }],
    });
  });

  test('scans nothing where no repository is named', () => {
    expect(scanning({ continuousScan: [] }).one(TYPE).rule).toEqual([]);
  });

  test('switches Inspector on before, where it is told to', () => {
    const output = scanning({ enableInspector: true });
    expect(output.one('aws_inspector2_enabler')).toMatchObject({
      account_ids: ['111122223333'],
      resource_types: ['ECR'],
    });
    expect(output.one(TYPE).depends_on).toEqual([expect.stringMatching(/^aws_inspector2_enabler\./)]);
  });

  test('refuses what ECR itself cannot do, all at once', () => {
    expect(refused({ scanType: 'BASIC', continuousScan: ['*'], enableInspector: true })).toThrow(
      "stack/scanning: 'continuousScan' must not be given where scanType is 'BASIC', got [\"*\"]; " +
        "make scanType 'ENHANCED', or leave it out\n" +
        "stack/scanning: 'enableInspector' must not be true where scanType is 'BASIC', got true; " +
        "make scanType 'ENHANCED', or leave it out",
    );
  });

  test('refuses patterns that are none, too many of them, and an account that is none', () => {
    const many = Array.from({ length: 101 }, (_, index) => `a${index}`);
    expect(refused({ account: '1', continuousScan: ['A*'], scanOnPush: many })).toThrow(
      "stack/scanning: 'account' must be the number of an account, 12 digits, got '1'\n" +
        "stack/scanning: 'continuousScan' must be names of repositories, or patterns with a *, got 'A*'\n" +
        "stack/scanning: 'scanOnPush' must name 100 patterns at most, got 101",
    );
  });
});
