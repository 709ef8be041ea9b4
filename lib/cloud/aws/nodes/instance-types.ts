/** `m7g.large`: letters of the family, generation, attributes, an optional suffix such as `-flex`, and the size. */
const INSTANCE_TYPE = /^([a-z]+)(\d+)([a-z]*)(-[a-z0-9]+)?\.([a-z0-9-]+)$/;

/** Families whose accelerators need drivers that the default images lack. */
const ACCELERATED = ['dl', 'f', 'g', 'gr', 'inf', 'p', 'trn', 'vt'];

/** Processor architecture, as EKS spells it in the type of an image. */
export type Architecture = 'x86_64' | 'ARM_64';

/** What the name of an instance type tells. */
export interface InstanceType {
  readonly architecture: Architecture;
  /** Whether it has a GPU or another accelerator. */
  readonly accelerated: boolean;
}

/** Reads the name of an EC2 instance type; undefined where it is none. */
export function parseInstanceType(name: string): InstanceType | undefined {
  const match = INSTANCE_TYPE.exec(name);
  if (match === null) return undefined;
  const [, family = '', , attributes = ''] = match;
  // AWS marks its own processor, Graviton, by a g behind the generation; a1 was there before that rule.
  const graviton = attributes.includes('g') || family === 'a';
  return { architecture: graviton ? 'ARM_64' : 'x86_64', accelerated: ACCELERATED.includes(family) };
}
