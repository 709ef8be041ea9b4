import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { Testing, TerraformStack } from 'cdktf';
import type { AwsPlace } from '../../../lib/cloud/aws/aws-construct';
import type { IEksCluster } from '../../../lib/cloud/aws/eks/eks-cluster-ref';
import { KmsKey } from '../../../lib/cloud/aws/keys/kms-key';

/** Arguments of one resource, as Terraform reads them. */
export type Block = Readonly<Record<string, unknown>>;

interface Synthesised {
  readonly resource?: Readonly<Record<string, Readonly<Record<string, Block>>>>;
}

/** What a stack came to, to ask for resources by type. */
export interface Output {
  /** Every resource of a type, by logical id. */
  readonly all: (type: string) => Readonly<Record<string, Block>>;
  /** The resource of a type whose logical id starts so; throws unless it is exactly one. */
  readonly one: (type: string, idPrefix?: string) => Block;
  /** The whole stack as text. */
  readonly text: string;
}

/** Account and region of every test. */
export const PLACE: AwsPlace = { account: '111122223333', region: 'us-east-1' };

/** A cluster that is not made here. */
export const CLUSTER: IEksCluster = {
  ...PLACE,
  clusterName: 'funlynk-production-us-east-1',
  clusterNameRef: 'funlynk-production-us-east-1',
  mode: 'standard',
  clusterSecurityGroupId: 'sg-0123456789abcdef0',
};

/** Builds a stack with a provider, runs the validations, and reads what came out. */
export function synth(build: (stack: TerraformStack) => void): Output {
  const stack = new TerraformStack(Testing.app(), 'stack');
  new AwsProvider(stack, 'aws', { region: PLACE.region });
  build(stack);
  const text = Testing.synth(stack, true);
  const { resource = {} } = JSON.parse(text) as Synthesised;
  const all = (type: string): Readonly<Record<string, Block>> => resource[type] ?? {};
  const one = (type: string, idPrefix = ''): Block => {
    const found = Object.entries(all(type)).filter(([id]) => id.startsWith(idPrefix));
    if (found.length !== 1 || found[0] === undefined) {
      throw new Error(`${found.length} of ${type} ${idPrefix}: ${Object.keys(all(type)).join(', ')}`);
    }
    return found[0][1];
  };
  return { all, one, text };
}

/** Builds a stack for the sake of what its constructs refuse. */
export function build(make: (stack: TerraformStack) => void): () => void {
  return () => make(new TerraformStack(Testing.app(), 'stack'));
}

/** A key to encrypt something with. */
export function key(stack: TerraformStack): KmsKey {
  return new KmsKey(stack, 'key', { ...PLACE, alias: 'alias/funlynk-production', description: 'Tests' });
}

/** Statements of a policy that a resource holds as text. */
export function statements(policy: unknown): readonly Block[] {
  return (JSON.parse(String(policy)) as { readonly Statement: readonly Block[] }).Statement;
}
