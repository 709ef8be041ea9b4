import { Testing, type App, type TerraformStack } from 'cdktf';
import { isRecord, value, type TerraformBlock } from '../../lib/checks/output';
import { withoutCreationStacks } from '../../stacks/creation-stacks';

/** A stack as Terraform reads it, to ask for by address. */
export interface StackJson {
  readonly json: Readonly<Record<string, unknown>>;
  /** Backend by its kind. */
  readonly backend: unknown;
  /** Every configuration of a provider. */
  readonly providers: (name: string) => unknown;
  /** Every block of a resource type, by name. */
  readonly resources: (type: string) => Readonly<Record<string, TerraformBlock>>;
  /** The only block of a resource type; throws where there is another number of them. */
  readonly one: (type: string) => TerraformBlock;
}

/** Synthesises a stack, with cdktf's validations. */
export function stackJson(build: (app: App) => TerraformStack): StackJson {
  return readStack(withoutCreationStacks(() => Testing.synth(build(Testing.app()), true)));
}

/** Reads the text of a `cdk.tf.json`. */
export function readStack(text: string): StackJson {
  const json: unknown = JSON.parse(text);
  if (!isRecord(json)) throw new Error('a stack is a map');
  const resources = (type: string): Readonly<Record<string, TerraformBlock>> => {
    const blocks = value(json, 'resource', type);
    return isRecord(blocks) ? (blocks as Readonly<Record<string, TerraformBlock>>) : {};
  };
  return {
    json,
    backend: value(json, 'terraform', 'backend'),
    providers: (name) => (isRecord(json['provider']) ? json['provider'][name] : undefined),
    resources,
    one: (type) => {
      const [found, ...others] = Object.values(resources(type));
      if (found === undefined || others.length > 0)
        throw new Error(`not one ${type}: ${Object.keys(resources(type)).join()}`);
      return found;
    },
  };
}
