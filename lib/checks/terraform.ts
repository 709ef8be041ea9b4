import type { Finding } from '../core/finding';
import { isRecord, type EnvironmentOutput, type TerraformStack } from './output';
import { addressesIn, referencesIn } from './terraform-expressions';
import { providerFindings } from './terraform-providers';

/** Arguments whose texts are expressions without braces. */
const BARE_ARGUMENTS = ['depends_on', 'replace_triggered_by'];

/**
 * Rule `reference` on the side of Terraform: an expression names only what its own stack holds, and stacks know
 * each other by names, never through each other's states.
 */
export function checkTerraform({ stacks }: EnvironmentOutput): readonly Finding[] {
  return stacks.flatMap((stack) => [
    ...danglingReferences(stack),
    ...providerFindings(stack),
    ...crossStackReferences(stack),
  ]);
}

function danglingReferences(stack: TerraformStack): readonly Finding[] {
  const known = new Set([...addresses(stack.resource, ''), ...addresses(stack.data, 'data.')]);
  const named = references({ resource: stack.resource, data: stack.data, provider: stack.provider });
  return [...new Set(named)]
    .filter((address) => !known.has(address))
    .sort()
    .map((address) => ({
      rule: 'reference',
      severity: 'error',
      resource: address,
      path: stack.name,
      message: `an expression names ${address}, which the stack does not hold`,
      remedy: 'make the resource in the same stack, or refer to it by a name known at synthesis',
    }));
}

function crossStackReferences(stack: TerraformStack): readonly Finding[] {
  return Object.keys(stack.data['terraform_remote_state'] ?? {}).map((id) => ({
    rule: 'cross-stack',
    severity: 'error',
    resource: id,
    path: stack.name,
    message: `reads the state of another stack (${id})`,
    remedy: 'refer to what another stack makes by its name, which is known at synthesis',
  }));
}

function addresses(blocks: TerraformStack['resource'], prefix: string): readonly string[] {
  return Object.entries(blocks).flatMap(([type, byId]) => Object.keys(byId).map((id) => `${prefix}${type}.${id}`));
}

/** Every address that is named below a value, leaving out cdktf's own metadata. */
function references(at: unknown, isBare = false): readonly string[] {
  if (typeof at === 'string') return isBare && !at.includes('${') ? addressesIn(at) : referencesIn(at);
  if (Array.isArray(at)) return at.flatMap((inner) => references(inner, isBare));
  if (!isRecord(at)) return [];
  return Object.entries(at).flatMap(([key, inner]) =>
    key === '//' ? [] : references(inner, BARE_ARGUMENTS.includes(key)),
  );
}
