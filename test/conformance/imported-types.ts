import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Types of the resources and lookups of a provider that code below the folders imports: `aws_vpc` for
 * `@cdktf/provider-aws/lib/vpc`. They are the same whichever environments a run is about.
 */
export function importedTypes(provider: string, folders: readonly string[]): readonly string[] {
  const pattern = new RegExp(`'@cdktf/provider-${provider}/lib/(?:data-${provider}-)?([a-z0-9-]+)'`, 'g');
  const names = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) => [...readFileSync(join(folder, file), 'utf8').matchAll(pattern)].map(([, name]) => name ?? '')),
  );
  return [...new Set(names)].map((name) => `${provider}_${name.replaceAll('-', '_')}`).sort();
}
