/** `m7g.large`: letters of the family, generation, attributes, an optional suffix such as `-flex`, and the size. */
const INSTANCE_TYPE = /^([a-z]+)(\d+)([a-z]*)(-[a-z0-9]+)?\.([a-z0-9-]+)$/;

/** https://docs.aws.amazon.com/ec2/latest/instancetypes/ac.html */
const NVIDIA = ['g', 'gr', 'p'];
const NEURON = ['inf', 'trn'];
/** FPGAs, video encoders, and accelerators of other makers, whose drivers no image of EKS has. */
const WITHOUT_DRIVERS = ['dl', 'f', 'vt'];
/** The one generation of `g` with a GPU of AMD. */
const AMD_GPU = 'g4ad';

/** Processor architecture, as EKS spells it in the type of an image. */
export type Architecture = 'x86_64' | 'ARM_64';

/** What a machine has beside its processor; no image has the drivers of `other`. */
export type Accelerator = 'none' | 'nvidia' | 'neuron' | 'other';

/** What the name of an instance type tells. */
export interface InstanceType {
  readonly architecture: Architecture;
  readonly accelerator: Accelerator;
  /** Whether the machine's speed is not the same at all times, or not its own alone. */
  readonly flexible: boolean;
}

/** Reads the name of an EC2 instance type; undefined where it is none. */
export function parseInstanceType(name: string): InstanceType | undefined {
  const match = INSTANCE_TYPE.exec(name);
  if (match === null) return undefined;
  const [, family = '', generation = '', attributes = '', suffix = ''] = match;
  // AWS marks its own processor, Graviton, by a g behind the generation; a1 was there before that rule. NVIDIA's
  // processor, Grace, comes with the GPUs called gb200 and gb300.
  const arm = attributes.includes('g') || family === 'a' || suffix.startsWith('-gb');
  return {
    architecture: arm ? 'ARM_64' : 'x86_64',
    accelerator: `${family}${generation}${attributes}` === AMD_GPU ? 'other' : acceleratorOf(family),
    flexible: family === 't' || suffix === '-flex',
  };
}

function acceleratorOf(family: string): Accelerator {
  if (NVIDIA.includes(family)) return 'nvidia';
  if (NEURON.includes(family)) return 'neuron';
  return WITHOUT_DRIVERS.includes(family) ? 'other' : 'none';
}
