import { Token } from 'cdktf';
import type { Refusal } from '../../../core/errors';
import { type Accelerator, type Architecture, parseInstanceType } from './instance-types';
import { repeatedRefusal } from './kubernetes-labels';

export const DEFAULT_IMAGE = 'BOTTLEROCKET';
const DEFAULT_FIPS = false;
/** https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateNodegroup.html */
const MAX_INSTANCE_TYPES = 20;

/** Operating systems that nodes can start from, both kept by AWS. */
export type NodeImage = 'BOTTLEROCKET' | 'AL2023';

/** The part of a node group's options that has to do with the machines and what they run. */
export interface EksNodeImageOptions {
  /** Instance types in order of preference, 20 at most, all of one architecture and one kind of accelerator. */
  readonly instanceTypes: readonly string[];
  /**
   * Operating system of the nodes.
   *
   * @default 'BOTTLEROCKET'
   */
  readonly image?: NodeImage;
  /**
   * Accelerator whose drivers the image has. The names of the instance types tell, so that it need not be said;
   * where it is, it is checked against them.
   *
   * @default - by the family: `nvidia` for g, gr and p, `neuron` for inf and trn, none for the others
   */
  readonly gpu?: 'nvidia' | 'neuron';
  /**
   * Whether cryptography on the nodes is done by modules validated for FIPS 140-3. Bottlerocket alone has such
   * images.
   *
   * @default false
   */
  readonly fips?: boolean;
}

interface ImageParts {
  readonly image: NodeImage;
  readonly architecture: Architecture;
  readonly accelerator: Accelerator;
  readonly fips: boolean;
}

/** The image's type as EKS names it, or nothing where EKS has no such image. */
export function amiType({ image, architecture, accelerator, fips }: ImageParts): string | undefined {
  if (accelerator === 'other') return undefined;
  if (image === 'BOTTLEROCKET') {
    // The drivers of Neuron are part of every image.
    const nvidia = accelerator === 'nvidia' ? '_NVIDIA' : '';
    return `BOTTLEROCKET_${architecture}${nvidia}${fips ? '_FIPS' : ''}`;
  }
  if (fips || (accelerator === 'neuron' && architecture === 'ARM_64')) return undefined;
  const variants = { none: 'STANDARD', nvidia: 'NVIDIA', neuron: 'NEURON' } as const;
  return `AL2023_${architecture}_${variants[accelerator]}`;
}

/** The type of the image that fits the machines; nothing where only Terraform knows the machines. */
export function nodeAmiType(options: EksNodeImageOptions): string | undefined {
  const { instanceTypes, image = DEFAULT_IMAGE, fips = DEFAULT_FIPS } = options;
  const type = instanceTypes.map(parseInstanceType).find((parsed) => parsed !== undefined);
  if (type === undefined) return undefined;
  return amiType({ image, fips, architecture: type.architecture, accelerator: type.accelerator });
}

/** Refuses machines that cannot be of one group, and machines that no image fits. */
export function imageRefusals(options: EksNodeImageOptions): readonly (Refusal | undefined)[] {
  const { instanceTypes } = options;
  const property = 'instanceTypes';
  const types = instanceTypes.filter((name) => !Token.isUnresolved(name));
  const count = instanceTypes.length;
  return [
    count === 0 ? { property, rule: 'must name one type at least', got: instanceTypes } : undefined,
    count > MAX_INSTANCE_TYPES
      ? { property, rule: `must name at most ${MAX_INSTANCE_TYPES} types`, got: count }
      : undefined,
    repeatedRefusal(property, types),
    ...types.map(instanceTypeRefusal),
    mixedRefusal(types, ({ architecture }) => architecture, {
      rule: 'must all be of one architecture',
      remedy: 'make one node group for ARM (m7g, c7g) and one for x86 (m7i, c7i)',
    }),
    mixedRefusal(types, ({ accelerator }) => accelerator, {
      rule: 'must all have the same kind of accelerator, or none',
      remedy: 'make one node group for each',
    }),
    gpuRefusal(options),
    fipsRefusal(options),
  ];
}

function instanceTypeRefusal(got: string): Refusal | undefined {
  const property = 'instanceTypes';
  const type = parseInstanceType(got);
  if (type === undefined) return { property, rule: 'must be EC2 instance types such as m7g.large', got };
  if (type.accelerator !== 'other') return undefined;
  const remedy = 'choose types with GPUs of NVIDIA (g6, p5), or with Neuron (inf2, trn1)';
  return { property, rule: 'must have no accelerator whose drivers the images lack', got, remedy };
}

function mixedRefusal(
  types: readonly string[],
  trait: (type: { readonly architecture: Architecture; readonly accelerator: Accelerator }) => string,
  { rule, remedy }: { readonly rule: string; readonly remedy: string },
): Refusal | undefined {
  const found = new Set(types.flatMap((name) => parseInstanceType(name) ?? []).map(trait));
  return found.size > 1 ? { property: 'instanceTypes', rule, got: types, remedy } : undefined;
}

function gpuRefusal({ gpu, instanceTypes }: EksNodeImageOptions): Refusal | undefined {
  if (gpu === undefined) return undefined;
  const other = instanceTypes.find((name) => {
    const type = parseInstanceType(name);
    return type !== undefined && type.accelerator !== gpu;
  });
  if (other === undefined) return undefined;
  return { property: 'gpu', rule: `must be what ${other} has`, got: gpu, remedy: 'leave it out' };
}

function fipsRefusal({ fips = DEFAULT_FIPS, image = DEFAULT_IMAGE }: EksNodeImageOptions): Refusal | undefined {
  if (!fips || image === 'BOTTLEROCKET') return undefined;
  return {
    property: 'fips',
    rule: `must be false on ${image}, which EKS has no such images of`,
    got: fips,
    remedy: 'choose BOTTLEROCKET',
  };
}
