import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readmeExample } from '../support/readme-example';
import { example } from './example';
import { environment, object } from './fixtures';

test('the example of the README is the code that is tested here', () => {
  const readme = readFileSync(join(__dirname, '../../lib/checks/README.md'), 'utf8');

  expect(readme).toContain(readmeExample(join(__dirname, 'example.ts')));
});

test('it reports what every check finds', () => {
  const manifests = [object('Secret', 'login'), object('PodDisruptionBudget', 'web', { spec: {} })];

  expect(example(environment(manifests))).toEqual([
    'secret-login.yaml: login is a Secret; its data would be in Git (secret-value)',
    'secret-login.yaml: login stands in namespace shop, which nobody makes (reference)',
    'poddisruptionbudget-web.yaml: web selects no pods (reference)',
    'poddisruptionbudget-web.yaml: web stands in namespace shop, which nobody makes (reference)',
  ]);
});

test('the README has a row for every rule', () => {
  const readme = readFileSync(join(__dirname, '../../lib/checks/README.md'), 'utf8');
  const sources = [
    'secret-values',
    'isolation',
    'references',
    'terraform',
    'identities',
    'tokens',
    'pod-security',
    'host-confinement',
    'namespace-levels',
    'availability',
    'images',
    'quota',
    'storage',
  ];
  const rules = sources.flatMap((source) =>
    [...readFileSync(join(__dirname, `../../lib/checks/${source}.ts`), 'utf8').matchAll(/rule: '([a-z-]+)'/g)].map(
      ([, rule]) => rule,
    ),
  );
  const production = ['private', 'encrypted', 'audit-logged', 'deletion-protected', 'least-privilege'];

  expect(rules.length).toBeGreaterThanOrEqual(sources.length);
  expect(
    [...rules, ...production.map((name) => `production-${name}`)].filter((rule) => !readme.includes(`| \`${rule}\` |`)),
  ).toEqual([]);
});
