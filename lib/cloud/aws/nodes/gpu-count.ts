import { parseInstanceType } from './instance-types';

/** Sizes with several GPUs, by family and generation; every other size of these families has one. */
const SEVERAL: readonly (readonly [types: RegExp, count: number])[] = [
  [/^p3\.8xlarge$/, 4],
  [/^p3\.16xlarge$|^p3dn\.24xlarge$/, 8],
  [/^p(4|5|6)[a-z]*(-[a-z0-9]+)?\.(24|48)xlarge$/, 8],
  [/^g4dn\.12xlarge$/, 4],
  [/^g4dn\.metal$/, 8],
  [/^g(5|6|6e)\.(12|24)xlarge$/, 4],
  [/^g(5|6|6e)\.48xlarge$/, 8],
  [/^g5g\.(16xlarge|metal)$/, 2],
];

/**
 * GPUs of NVIDIA that an EC2 instance type has; 0 where it has none, or is no type.
 * https://docs.aws.amazon.com/ec2/latest/instancetypes/ac.html
 */
export function gpuCount(instanceType: string): number {
  if (parseInstanceType(instanceType)?.accelerator !== 'nvidia') return 0;
  return SEVERAL.find(([types]) => types.test(instanceType))?.[1] ?? 1;
}
