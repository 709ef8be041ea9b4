import importPlugin from 'eslint-plugin-import';
import jest from 'eslint-plugin-jest';
import tseslint from 'typescript-eslint';

/** What each room may not import: DESIGN's table of rooms, read from the other side. */
const layers = [
  { target: './lib', from: ['./stacks', './environments', './test'] },
  { target: './imports', from: ['./lib', './stacks', './test'] },
  { target: './stacks', from: ['./test'] },
  { target: './lib/core', from: ['./lib', './imports'], except: ['./core'] },
  { target: './lib/environment', from: ['./lib', './imports'], except: ['./core', './environment'] },
  { target: './lib/cloud/common', from: ['./lib', './imports'], except: ['./core', './cloud/common'] },
  { target: './lib/cloud/aws', from: ['./lib', './imports'], except: ['./core', './cloud/common', './cloud/aws'] },
  {
    target: './lib/cloud/google',
    from: ['./lib', './imports'],
    except: ['./core', './cloud/common', './cloud/google'],
  },
  { target: './lib/platform', from: './lib', except: ['./core', './platform'] },
  { target: './lib/workloads', from: './lib', except: ['./core', './platform', './workloads'] },
  { target: './lib/checks', from: ['./lib', './imports'], except: ['./core', './checks'] },
  { target: './lib/migration', from: ['./lib', './imports'], except: ['./core', './migration'] },
];

export default tseslint.config(
  {
    ignores: [
      'dist/',
      'coverage/',
      'cdktf.out/',
      'manifests/',
      'imports/',
      'node_modules/',
      'test/esbuild-transform.js',
      'test/shared-modules.js',
    ],
  },
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: __dirname } },
    plugins: { import: importPlugin },
    settings: {
      'import/parsers': { '@typescript-eslint/parser': ['.ts'] },
      'import/resolver': { node: { extensions: ['.ts', '.js', '.json'] } },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { prefer: 'type-imports', fixStyle: 'inline-type-imports' },
      ],
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/member-ordering': [
        'error',
        {
          default: [
            'public-static-field',
            'public-static-method',
            'private-static-field',
            'private-static-method',
            'public-instance-field',
            'protected-instance-field',
            'private-instance-field',
            'constructor',
            ['public-instance-get', 'public-instance-method'],
            'protected-instance-method',
            'private-instance-method',
          ],
        },
      ],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/prefer-readonly': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      eqeqeq: 'error',
      'import/no-cycle': ['error', { ignoreExternal: true }],
      'import/no-restricted-paths': ['error', { zones: layers }],
      'import/order': ['error', { alphabetize: { order: 'asc' }, 'newlines-between': 'never' }],
      'no-console': 'error',
    },
  },
  {
    // Props and contracts are read-only: a construct never writes to what it was given.
    files: ['lib/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'TSInterfaceBody > TSPropertySignature[readonly!=true]',
          message: 'Interface properties are readonly.',
        },
        {
          selector: "ImportDeclaration[importKind!='type'][source.value=/^@cdktf\\/provider-[a-z]+$/]",
          message: "A provider's barrel costs seconds to load: import '@cdktf/provider-x/lib/<resource>'.",
        },
      ],
    },
  },
  {
    files: ['test/**/*.ts'],
    plugins: { jest },
    rules: {
      ...jest.configs['flat/recommended'].rules,
      'jest/valid-expect': 'error',
      'jest/valid-title': 'error',
      'jest/no-identical-title': 'error',
      'jest/expect-expect': ['error', { assertFunctionNames: ['expect', 'expect*'] }],
    },
  },
);
