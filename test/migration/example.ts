import type { ManifestFile } from '../../lib/core/manifest';
import { migrationFindings } from '../../lib/migration';

/** The example of lib/migration/README.md, word for word between the two marks. */
export function example(
  previous: readonly ManifestFile[],
  next: readonly ManifestFile[],
): { readonly refused: readonly string[]; readonly told: readonly string[] } {
  // README begins
  const findings = migrationFindings(previous, next);
  const refused = findings
    .filter(({ severity }) => severity === 'error')
    .map(({ path, message, remedy }) => `${path}: ${message}; ${remedy}`);
  // README ends
  return { refused, told: findings.map(({ rule, resource }) => `${rule} ${resource}`) };
}
