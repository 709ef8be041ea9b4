import { analysisReferences, analysisTemplateReferences } from '../../lib/checks/analysis-references';
import { ClusterIndex } from '../../lib/checks/cluster-index';
import { clusterObject, controller, object } from './fixtures';

const index = new ClusterIndex({
  manifests: [
    object('AnalysisTemplate', 'web', {
      spec: { args: [{ name: 'host' }, { name: 'limit', value: '5' }, { name: 'key', valueFrom: {} }] },
    }),
    clusterObject('ClusterAnalysisTemplate', 'all', { spec: {} }),
    object('ExternalSecret', 'login', { spec: { data: [{ secretKey: 'token' }] } }),
  ],
});
const check = (strategy: unknown): readonly string[] =>
  analysisReferences(index, controller('web', { kind: 'Rollout', spec: { strategy } }).manifest);
const GONE = ['is judged by AnalysisTemplate gone, which is not written'];
const gone = { templates: [{ templateName: 'gone' }] };

test.each([
  ['beside the steps of a canary', { canary: { analysis: gone } }],
  ['in a step', { canary: { steps: [{ setWeight: 10 }, { analysis: gone }] } }],
  ['before a promotion', { blueGreen: { prePromotionAnalysis: gone } }],
  ['after it', { blueGreen: { postPromotionAnalysis: gone } }],
])('an analysis %s names a template that is written', (_, strategy) => {
  expect(check(strategy)).toEqual(GONE);
});

test('a template may be the cluster’s', () => {
  const of = (templateName: string): readonly string[] =>
    check({ canary: { analysis: { templates: [{ templateName, clusterScope: true }] } } });

  expect(of('all')).toEqual([]);
  expect(of('web')).toEqual(['is judged by ClusterAnalysisTemplate web, which is not written']);
});

test('arguments without a value of their own are given', () => {
  const analysis = { templates: [{ templateName: 'web' }] };

  expect(check({ canary: { analysis: { ...analysis, args: [{ name: 'host', value: 'web' }] } } })).toEqual([]);
  expect(check({ canary: { analysis } })).toEqual(['is judged by AnalysisTemplate web without its argument host']);
});

test('a strategy without analyses names none', () => {
  expect(check({ canary: { steps: [{ setWeight: 10 }] } })).toEqual([]);
});

test.each([
  ['login', 'token', []],
  ['login', 'user', ['uses key user of Secret login, which nothing makes']],
  ['gone', 'token', ['uses key token of Secret gone, which nothing makes']],
])('a template takes %s/%s from a secret that is made', (name, key, expected) => {
  const args = [{ name: 'key', valueFrom: { secretKeyRef: { name, key } } }, { name: 'host' }];

  expect(analysisTemplateReferences(index, object('AnalysisTemplate', 'it', { spec: { args } }).manifest)).toEqual(
    expected,
  );
});
