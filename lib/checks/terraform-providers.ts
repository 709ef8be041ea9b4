import type { Finding } from '../core/finding';
import { resources, text, type TerraformStack } from './output';

/** What a resource or data source says of its provider. */
interface User {
  readonly address: string;
  readonly provider: string;
}

/**
 * Providers that a stack's blocks name and the stack does not configure. Where every configuration has an alias, a
 * block that names none would be made with an empty one: in whatever account the caller happens to be in.
 */
export function providerFindings(stack: TerraformStack): readonly Finding[] {
  const { provider } = stack;
  if (provider === undefined) return [];
  const configured = Object.entries(provider).flatMap(([name, blocks]) =>
    blocks.map((block) => [name, text(block, 'alias')].filter((part) => part !== undefined).join('.')),
  );
  return users(stack)
    .filter((user) => !configured.includes(user.provider))
    .map(({ address, provider: name }) => ({
      rule: 'reference',
      severity: 'error',
      resource: address,
      path: stack.name,
      message: `is made by provider ${name}, which the stack does not configure (${configured.sort().join(', ')})`,
      remedy: 'hand the resource one of the providers of its stack',
    }));
}

function users(stack: TerraformStack): readonly User[] {
  const data = resources([{ ...stack, resource: stack.data }]).map((it) => ({ ...it, prefix: 'data.' }));
  return [...resources([stack]).map((it) => ({ ...it, prefix: '' })), ...data].flatMap(
    ({ prefix, type, id, block }) => {
      const byType = type.slice(0, type.indexOf('_'));
      // Terraform's own resources need no provider.
      if (byType === 'terraform') return [];
      const named = text(block, 'provider')?.replace(/^\$\{(.*)\}$/, '$1');
      return [{ address: `${prefix}${type}.${id}`, provider: named ?? byType }];
    },
  );
}
