import { FindingsError } from '../../lib/core/finding';
import { findEnvironments, type ListFolder } from '../../lib/environment/find';

const TREE: Readonly<Record<string, readonly string[]>> = {
  environments: ['toronto/', 'funlynk/', 'schema.json', '.hidden/'],
  'environments/funlynk': ['staging.yaml', 'production.yaml', 'notes.md', '.draft.yaml'],
  'environments/toronto': ['production.yaml', 'old/'],
};

function listing(tree: Readonly<Record<string, readonly string[]>>): ListFolder {
  return (folder) => {
    const names = tree[folder];
    if (names === undefined) throw Object.assign(new Error('none'), { code: 'ENOENT' });
    return names.map((name) => ({ name: name.replace('/', ''), isDirectory: () => name.endsWith('/') }));
  };
}

function find(pattern?: string): readonly string[] {
  return findEnvironments('.', pattern, listing(TREE));
}

function messages(run: () => unknown): readonly string[] {
  try {
    run();
  } catch (error) {
    if (error instanceof FindingsError) return error.findings.map(({ message }) => message);
    throw error;
  }
  return [];
}

const ALL = [
  'environments/funlynk/production.yaml',
  'environments/funlynk/staging.yaml',
  'environments/toronto/production.yaml',
];

test.each([
  ['no pattern', undefined, ALL],
  ['an empty pattern', '', ALL],
  ['a star for everything', '*', ALL],
  ['the name of a system', 'funlynk', ALL.slice(0, 2)],
  ['all environments of a system', 'funlynk/*', ALL.slice(0, 2)],
  ['one environment of all systems', '*/production', [ALL[0], ALL[2]]],
  ['part of a name', 'funlynk/prod*', ALL.slice(0, 1)],
  ['several patterns with blanks, in whatever order', 'toronto/*, funlynk/staging ,', ALL.slice(1)],
  ['patterns that overlap', 'funlynk/*,funlynk/staging', ALL.slice(0, 2)],
])('%s finds sorted files', (_, pattern, files) => {
  expect(find(pattern)).toEqual(files);
});

test('the folder of the checkout goes before the files', () => {
  const tree = { 'checkout/environments': ['funlynk/'], 'checkout/environments/funlynk': ['staging.yaml'] };

  expect(findEnvironments('checkout', '', listing(tree))).toEqual(['checkout/environments/funlynk/staging.yaml']);
});

test.each([
  ['funlink/*', "did you mean 'funlynk/*'?"],
  ['funlynk/producton', "did you mean 'funlynk/production'?"],
  ['funlink', "did you mean 'funlynk'?"],
  ['xyz/*', 'there are:'],
  ['funlynk/a.*', 'there are:'],
])('a pattern that matches nothing is refused: %s', (pattern, hint) => {
  expect(messages(() => find(pattern))).toEqual([
    `no environment matches '${pattern}'; ${hint} (funlynk/production, funlynk/staging, toronto/production)`,
  ]);
});

test('every pattern that matches nothing is named', () => {
  expect(messages(() => find('funlynk/*,a,b'))).toHaveLength(2);
});

test('a file that ends in .yml is refused, since it would be overlooked', () => {
  const tree = { environments: ['funlynk/'], 'environments/funlynk': ['staging.yml'] };

  expect(messages(() => findEnvironments('.', '', listing(tree)))).toEqual(["must end in .yaml, got '.yml'"]);
});

test('a checkout without environments is refused', () => {
  expect(messages(() => findEnvironments('elsewhere', '', listing(TREE)))).toEqual([
    'cannot be listed; run from the folder that holds environments/',
  ]);
});
