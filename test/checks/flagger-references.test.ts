import { ClusterIndex } from '../../lib/checks/cluster-index';
import { flaggerReferences } from '../../lib/checks/flagger-references';
import type { ManifestFile } from '../../lib/core/manifest';
import { autoscaler, canary, controller, object } from './fixtures';

const check = (file: ManifestFile, ...others: readonly ManifestFile[]): readonly string[] =>
  flaggerReferences(
    new ClusterIndex({ manifests: [file, object('MetricTemplate', 'errors', { spec: {} }), ...others] }),
    file.manifest,
  );
const web = controller('web');
const horizontal = autoscaler('web', { maxReplicas: 3 });
const by = (kind: string, name = 'web'): ManifestFile => canary('web', { autoscalerRef: { kind, name } });

test('a Canary has a target that is written', () => {
  expect(check(canary('web'), web)).toEqual([]);
  expect(check(canary('web'))).toEqual(['moves traffic to Deployment web, which is not written']);
});

test('its target has the port that requests are sent to', () => {
  expect(check(canary('web', { service: { port: 8080 } }), web)).toEqual([]);
  expect(check(canary('web', { service: { port: 80 } }), web)).toEqual([
    'sends requests to port 80, which its pods lack',
  ]);
});

test('its target has a label that tells versions apart', () => {
  const unlabelled = controller('web', { spec: { selector: { matchLabels: { service: 'web' } } } });

  expect(check(canary('web'), unlabelled)).toEqual(['finds no label that tells versions apart']);
});

describe('the autoscaler of its target', () => {
  test('is named, so that the primary has one too', () => {
    expect(check(by('HorizontalPodAutoscaler'), web, horizontal)).toEqual([]);
    expect(check(canary('web'), web, horizontal)).toEqual([
      'leaves out HorizontalPodAutoscaler web, which scales its target',
    ]);
  });

  test.each([
    ['is missing', [web]],
    ['scales something else', [web, autoscaler('api', {}), object('HorizontalPodAutoscaler', 'web', { spec: {} })]],
  ])('that %s is told', (_, others) => {
    expect(check(by('HorizontalPodAutoscaler'), ...others)).toEqual([
      'scales the primary by HorizontalPodAutoscaler web, which does not scale its target',
    ]);
  });
});

test('it is judged by templates that are written', () => {
  const judged = (templateRef: unknown): readonly string[] =>
    check(canary('web', { analysis: { metrics: [{ name: 'built-in' }, { name: 'own', templateRef }] } }), web);

  expect(judged({ name: 'errors' })).toEqual([]);
  expect(judged({ name: 'gone' })).toEqual(['is judged by MetricTemplate gone, which is not written']);
  expect(judged({ name: 'errors', namespace: 'x' })).toEqual([
    'is judged by MetricTemplate errors, which is not written',
  ]);
});

test('a template asks with credentials that are made', () => {
  const asks = (name: string): readonly string[] =>
    check(
      object('MetricTemplate', 'it', { spec: { provider: { secretRef: { name } } } }),
      object('ExternalSecret', 'login'),
    );

  expect(asks('login')).toEqual([]);
  expect(asks('gone')).toEqual(['uses Secret gone, which nothing makes']);
});
