import type { Finding } from '../core/finding';
import { isRecord, type EnvironmentOutput, type TerraformStack } from './output';

/** A reference to an attribute of a resource or data source, as it stands inside an interpolation. */
const REFERENCE = /(?<![\w.-])(data\.)?([a-z][a-z0-9]*_[a-z0-9_]+)\.([A-Za-z][\w-]*)/g;

/** What stands between `${` and `}`; `$${` is text that Terraform leaves alone. */
const INTERPOLATION = /(?<!\$)\$\{([^}]*)\}/g;

/**
 * Rule `reference` on the side of Terraform: an expression names only what its own stack holds, and stacks know
 * each other by names, never through each other's states.
 */
export function checkTerraform({ stacks }: EnvironmentOutput): readonly Finding[] {
  return stacks.flatMap((stack) => [...danglingReferences(stack), ...crossStackReferences(stack)]);
}

function danglingReferences(stack: TerraformStack): readonly Finding[] {
  const known = new Set([...addresses(stack.resource, ''), ...addresses(stack.data, 'data.')]);
  const named = strings({ resource: stack.resource, data: stack.data }).flatMap(referencesIn);
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

function referencesIn(text: string): readonly string[] {
  return [...text.matchAll(INTERPOLATION)].flatMap(([, expression = '']) => {
    // Text inside quotes is no reference: '"aws_x.y"' in a function's argument, a JSON key.
    const bare = expression.replace(/"(?:[^"\\]|\\.)*"/g, '""');
    return [...bare.matchAll(REFERENCE)].map(([, data = '', type = '', id = '']) => `${data}${type}.${id}`);
  });
}

/** Every text below a value, leaving out cdktf's own metadata. */
function strings(at: unknown): readonly string[] {
  if (typeof at === 'string') return [at];
  if (Array.isArray(at)) return at.flatMap(strings);
  if (!isRecord(at)) return [];
  return Object.entries(at).flatMap(([key, inner]) => (key === '//' ? [] : strings(inner)));
}
