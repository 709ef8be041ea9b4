import { resolve } from 'node:path';
import { packageImports, packageName } from './imports';
import { runtimePackages } from './packed-library';

/** Commands of the checkout, which the packed library leaves out. */
const COMMANDS = 'lib/cli/';

describe('package.json', () => {
  test('names as dependencies and peers what the library imports, no less and no more', () => {
    const imports = packageImports(['lib', 'imports']).filter(({ file }) => !file.startsWith(COMMANDS));
    const imported = [...new Set(imports.map(({ module }) => packageName(module)))].sort();
    expect(runtimePackages(resolve(__dirname, '../..'))).toEqual(imported);
  });
});
