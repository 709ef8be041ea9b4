import { GoogleProvider } from '@cdktf/provider-google/lib/provider';
import { TerraformStack, Testing } from 'cdktf';

export const PROJECT = 'funlynk-prod';
export const REGION = 'europe-west1';

/** A stack with the provider in it, as validation wants. */
export function googleStack(): TerraformStack {
  const stack = new TerraformStack(Testing.app(), 'test');
  new GoogleProvider(stack, 'google', { project: PROJECT, region: REGION });
  return stack;
}

type Blocks = Readonly<Record<string, Readonly<Record<string, unknown>>>>;
interface Synthesized {
  readonly resource?: Readonly<Record<string, Blocks>>;
}

/** Validates the stack and returns its resources of one type, by logical id. */
export function resources(stack: TerraformStack, type: string): Blocks {
  const { resource } = JSON.parse(Testing.synth(stack, true)) as Synthesized;
  return resource?.[type] ?? {};
}

/** The only resource of a type, without what cdktf notes about it. */
export function only(stack: TerraformStack, type: string): Readonly<Record<string, unknown>> {
  const found = Object.values(resources(stack, type));
  if (found.length !== 1 || found[0] === undefined) throw new Error(`${found.length} resources of type ${type}`);
  const { '//': _metadata, ...attributes } = found[0];
  return attributes;
}

/** One attribute of every resource of a type, sorted. */
export function values(stack: TerraformStack, type: string, attribute: string): unknown[] {
  return Object.values(resources(stack, type))
    .map((resource) => resource[attribute])
    .sort();
}
