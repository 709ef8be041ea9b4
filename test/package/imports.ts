import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as ts from 'typescript';

const CHECKOUT = resolve(__dirname, '../..');

/** What one statement of a file takes from another module. */
export interface ModuleImport {
  /** Path of the file in the checkout. */
  readonly file: string;
  /** Module as it is written. */
  readonly module: string;
  /** Names that are taken; `*` stands for all. */
  readonly names: readonly string[];
}

/** Every import of packages, those of Node itself left out, in the TypeScript files below folders of the checkout. */
export function packageImports(folders: readonly string[]): readonly ModuleImport[] {
  return folders
    .flatMap((folder) => sourceFiles(folder))
    .flatMap((file) => importsOf(file))
    .filter(({ module }) => !module.startsWith('.') && !module.startsWith('node:'));
}

/** Name of the package that a module belongs to: `@cdktf/provider-aws` of `@cdktf/provider-aws/lib/vpc`. */
export function packageName(module: string): string {
  return module
    .split('/')
    .slice(0, module.startsWith('@') ? 2 : 1)
    .join('/');
}

function sourceFiles(folder: string): readonly string[] {
  return readdirSync(join(CHECKOUT, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => `${folder}/${path}`)
    .sort();
}

function importsOf(file: string): readonly ModuleImport[] {
  const source = ts.createSourceFile(file, readFileSync(join(CHECKOUT, file), 'utf8'), ts.ScriptTarget.ES2022);
  return source.statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return [];
    const { moduleSpecifier } = statement;
    if (moduleSpecifier === undefined || !ts.isStringLiteral(moduleSpecifier)) return [];
    return [{ file, module: moduleSpecifier.text, names: namesOf(statement) }];
  });
}

function namesOf(statement: ts.ImportDeclaration | ts.ExportDeclaration): readonly string[] {
  const bindings = ts.isImportDeclaration(statement) ? statement.importClause?.namedBindings : statement.exportClause;
  if (bindings === undefined || !('elements' in bindings)) return ['*'];
  return bindings.elements.map(({ name, propertyName }) => (propertyName ?? name).text);
}
