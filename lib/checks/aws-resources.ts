import type { AwsResource } from './aws-targets';
import { list, text, value, type TerraformBlock, type TerraformStack } from './output';

/** A resource with the stack that makes it. */
interface Made {
  readonly stack: TerraformStack;
  readonly id: string;
  readonly block: TerraformBlock;
}

/** Whether a stack makes a resource, in its region and account. */
export function isResourceMade(stacks: readonly TerraformStack[], resource: AwsResource): boolean {
  return found(stacks, resource).length > 0;
}

/** Aliases of the keys of our own that a resource is encrypted with. */
export function keyAliases(stacks: readonly TerraformStack[], resource: AwsResource): readonly string[] {
  const aliases = found(stacks, resource).flatMap(({ stack, id, block }) =>
    keyIds(stack, resource.type, id, block).flatMap((key) => aliasesOf(stack, key)),
  );
  return [...new Set(aliases)];
}

function found(stacks: readonly TerraformStack[], { type, name, place }: AwsResource): readonly Made[] {
  return stacks.flatMap((stack) =>
    Object.entries(stack.resource[type] ?? {})
      .filter(([, block]) => (text(block, 'bucket') ?? text(block, 'name')) === name)
      .filter(([, block]) => place === undefined || isAt(stack, block, place))
      .map(([id, block]) => ({ stack, id, block })),
  );
}

/** Queues and topics bear the same name in each region, so that their provider tells them apart. */
function isAt({ provider }: TerraformStack, block: TerraformBlock, place: NonNullable<AwsResource['place']>): boolean {
  if (provider === undefined) return true;
  const alias = text(block, 'provider')?.replace(/^aws\.?/, '') ?? '';
  const own = provider['aws']?.find((configured) => (text(configured, 'alias') ?? '') === alias);
  return value(own, 'region') === place.region && list(own, 'allowed_account_ids').includes(place.account);
}

/** Buckets say apart from themselves what they are encrypted with. */
function keyIds(stack: TerraformStack, type: string, id: string, block: TerraformBlock): readonly string[] {
  const rules = Object.values(stack.resource['aws_s3_bucket_server_side_encryption_configuration'] ?? {})
    .filter((it) => type === 'aws_s3_bucket' && text(it, 'bucket')?.includes(`aws_s3_bucket.${id}.`) === true)
    .flatMap((it) => list(it, 'rule'));
  const keys = [
    text(block, 'kms_key_id'),
    text(block, 'kms_master_key_id'),
    ...rules.map((rule) => text(rule, 'apply_server_side_encryption_by_default', 'kms_master_key_id')),
  ];
  return keys.flatMap((key) => /aws_kms_key\.([^.}]+)\./.exec(key ?? '')?.[1] ?? []);
}

function aliasesOf(stack: TerraformStack, key: string): readonly string[] {
  return Object.values(stack.resource['aws_kms_alias'] ?? {})
    .filter((block) => text(block, 'target_key_id')?.includes(`aws_kms_key.${key}.`) === true)
    .flatMap((block) => text(block, 'name') ?? []);
}
