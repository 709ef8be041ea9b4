import { Token } from 'cdktf';
import { diskRefusals, diskSize, nodeVolumes } from '../../../../lib/cloud/aws/nodes/node-disks';
import { refusedText } from './refused';

const KEY = 'arn:aws:kms:us-east-1:111122223333:key/a';
const volume = { encrypted: 'true', kmsKeyId: KEY, volumeType: 'gp3', deleteOnTermination: 'true' };

describe('nodeVolumes', () => {
  test('give Bottlerocket a second volume for everything but the system, both encrypted', () => {
    expect(nodeVolumes('BOTTLEROCKET', KEY, {})).toEqual([
      { deviceName: '/dev/xvda', ebs: volume },
      { deviceName: '/dev/xvdb', ebs: { ...volume, volumeSize: 50 } },
    ]);
  });

  test('give Amazon Linux one encrypted volume', () => {
    expect(nodeVolumes('AL2023', KEY, { diskSizeGib: 80 })).toEqual([
      { deviceName: '/dev/xvda', ebs: { ...volume, volumeSize: 80 } },
    ]);
  });

  test('are as fast as asked for, but for the system', () => {
    expect(nodeVolumes('BOTTLEROCKET', KEY, { diskIops: 6000, diskThroughputMibps: 500 })).toEqual([
      { deviceName: '/dev/xvda', ebs: volume },
      { deviceName: '/dev/xvdb', ebs: { ...volume, volumeSize: 50, iops: 6000, throughput: 500 } },
    ]);
  });
});

describe('diskSize', () => {
  test('is 50 GiB unless asked otherwise', () => {
    expect([diskSize({}), diskSize({ diskSizeGib: 80 })]).toEqual([50, 80]);
  });
});

describe('diskRefusals', () => {
  test.each([
    {},
    { diskSizeGib: 20, diskIops: 10_000, diskThroughputMibps: 2000 },
    { diskSizeGib: 65_536, diskIops: 80_000 },
    { diskThroughputMibps: 750 },
    { diskIops: Token.asNumber({ resolve: () => 'a' }), diskThroughputMibps: 2000 },
    { diskSizeGib: Token.asNumber({ resolve: () => 'a' }), diskIops: 80_000 },
  ])('take %j', (options) => {
    expect(refusedText(diskRefusals(options))).toBe('');
  });

  test.each([
    [{ diskSizeGib: 10 }, "'diskSizeGib' must be a whole number from 20 to 65536, got 10"],
    [{ diskIops: 2999 }, "'diskIops' must be a whole number from 3000 to 80000, got 2999"],
    [{ diskThroughputMibps: 124 }, "'diskThroughputMibps' must be a whole number from 125 to 2000, got 124"],
    [
      { diskSizeGib: 20, diskIops: 10_001 },
      "'diskIops' must be at most 500 for each GiB of diskSizeGib (20), got 10001; choose a larger disk",
    ],
    [
      { diskThroughputMibps: 1000 },
      "'diskThroughputMibps' must be at most a quarter of diskIops (3000), got 1000; set diskIops to 4000 at least",
    ],
  ])('refuse %j', (options, message) => {
    expect(refusedText(diskRefusals(options))).toBe(`nodes: ${message}`);
  });
});
