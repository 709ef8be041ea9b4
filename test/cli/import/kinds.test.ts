import { readdirSync, readFileSync } from 'node:fs';
import { KINDS } from '../../../lib/cli/import/kinds';
import { importSources } from '../../../lib/cli/import/sources';

test('every import of cdk8s.yaml names its kinds, and no others are named', () => {
  const sources = importSources(readFileSync('cdk8s.yaml', 'utf8'));
  expect(sources.map((source) => source.name)).toEqual(Object.keys(KINDS).sort());
});

test('every import of cdk8s.yaml is pinned by a tag', () => {
  const sources = importSources(readFileSync('cdk8s.yaml', 'utf8'));
  expect(sources.filter((source) => !/\/(?:v|[a-z-]+-)\d+\.\d+\.\d+\//.test(source.url))).toEqual([]);
});

test.each(Object.entries(KINDS))('imports/ holds a class for each kind of %s, and for no other', (name, kinds) => {
  const files = readdirSync('imports').filter((file) => file.startsWith(`${name}-`));
  const text = files.map((file) => readFileSync(`imports/${file}`, 'utf8')).join('\n');
  const classes = [...text.matchAll(/^export class (\w+) extends ApiObject/gm)].map((match) => match[1]);
  expect(classes.sort()).toEqual([...kinds].sort());
});

test('imports/ holds those parts of an analysis template that ask Prometheus, and none that run Jobs', () => {
  const text = readFileSync('imports/argo-rollouts-argoproj.io.ts', 'utf8');
  expect(text).toContain('AnalysisTemplateSpecMetricsProviderPrometheus');
  expect(text).not.toContain('AnalysisTemplateSpecMetricsProviderJob');
});
