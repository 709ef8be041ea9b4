import type { LaunchTemplateBlockDeviceMappings } from '@cdktf/provider-aws/lib/launch-template';
import { Token } from 'cdktf';
import type { Refusal } from '../../../core/errors';
import { wholeNumberRefusal } from '../../common/whole-number';
import type { NodeImage } from './node-image';

const DEFAULT_DISK_SIZE_GIB = 50;
/** What gp3 volumes can be. https://docs.aws.amazon.com/ebs/latest/userguide/general-purpose.html */
const IOPS = { min: 3000, max: 80_000 };
const THROUGHPUT_MIBPS = { min: 125, max: 2000 };
const MAX_IOPS_PER_GIB = 500;
const MAX_MIBPS_PER_IOPS = 0.25;
/** Room for the images of the system pods, EKS' own default, and the largest gp3 volume. */
const DISK_SIZE_GIB = { min: 20, max: 65_536 };

/** The part of a node group's options that has to do with disks. All are gp3 volumes, encrypted with the cluster's key. */
export interface EksNodeDiskOptions {
  /**
   * Size of the volume for images, logs and `emptyDir`s, from 20 GiB to 65,536.
   *
   * @default 50
   */
  readonly diskSizeGib?: number;
  /**
   * Operations a second of that volume, from 3,000 to 80,000, and 500 for each GiB at most.
   *
   * @default - 3000, which the price of the volume includes
   */
  readonly diskIops?: number;
  /**
   * Throughput of that volume in MiB a second, from 125 to 2,000, and one for every four operations a second at most.
   *
   * @default - 125, which the price of the volume includes
   */
  readonly diskThroughputMibps?: number;
}

/** Size of the volume for images, logs and `emptyDir`s. */
export function diskSize({ diskSizeGib = DEFAULT_DISK_SIZE_GIB }: EksNodeDiskOptions): number {
  return diskSizeGib;
}

/**
 * Volumes of a node, as the provider writes them. Bottlerocket keeps its own, read-only system on the first volume,
 * and everything else on a second. The first has the size of the image, which is no business of ours.
 */
export function nodeVolumes(
  image: NodeImage,
  kmsKeyArn: string,
  options: EksNodeDiskOptions,
): LaunchTemplateBlockDeviceMappings[] {
  const encrypted = { volumeType: 'gp3', encrypted: 'true', kmsKeyId: kmsKeyArn, deleteOnTermination: 'true' };
  const data = {
    ...encrypted,
    volumeSize: diskSize(options),
    iops: options.diskIops,
    throughput: options.diskThroughputMibps,
  };
  return image === 'BOTTLEROCKET'
    ? [
        { deviceName: '/dev/xvda', ebs: encrypted },
        { deviceName: '/dev/xvdb', ebs: data },
      ]
    : [{ deviceName: '/dev/xvda', ebs: data }];
}

/** Refuses volumes that EBS does not have. */
export function diskRefusals(options: EksNodeDiskOptions): readonly (Refusal | undefined)[] {
  const { diskIops, diskThroughputMibps } = options;
  return [
    wholeNumberRefusal('diskSizeGib', diskSize(options), DISK_SIZE_GIB),
    diskIops === undefined ? undefined : iopsRefusal(diskIops, diskSize(options)),
    diskThroughputMibps === undefined ? undefined : throughputRefusal(diskThroughputMibps, diskIops ?? IOPS.min),
  ];
}

function iopsRefusal(got: number, sizeGib: number): Refusal | undefined {
  const property = 'diskIops';
  const number = wholeNumberRefusal(property, got, IOPS);
  if (number !== undefined || Token.isUnresolved(got) || Token.isUnresolved(sizeGib)) return number;
  if (got <= sizeGib * MAX_IOPS_PER_GIB) return undefined;
  const rule = `must be at most ${MAX_IOPS_PER_GIB} for each GiB of diskSizeGib (${sizeGib})`;
  return { property, rule, got, remedy: 'choose a larger disk' };
}

function throughputRefusal(got: number, iops: number): Refusal | undefined {
  const property = 'diskThroughputMibps';
  const number = wholeNumberRefusal(property, got, THROUGHPUT_MIBPS);
  if (number !== undefined || Token.isUnresolved(got) || Token.isUnresolved(iops)) return number;
  if (got <= iops * MAX_MIBPS_PER_IOPS) return undefined;
  const rule = `must be at most a quarter of diskIops (${iops})`;
  return { property, rule, got, remedy: `set diskIops to ${got / MAX_MIBPS_PER_IOPS} at least` };
}
