import { Token } from 'cdktf';
import {
  type FargateSelector,
  selectorRefusals,
  sortedSelectors,
} from '../../../../lib/cloud/aws/nodes/fargate-selectors';
import { refusedText } from './refused';

function refused(...selectors: readonly FargateSelector[]): string {
  return refusedText(selectorRefusals(selectors));
}

describe('sortedSelectors', () => {
  test('do not depend on the order they were given in', () => {
    expect(JSON.stringify(sortedSelectors([{ namespace: 'b' }, { namespace: 'a', labels: { d: '1', c: '2' } }]))).toBe(
      '[{"namespace":"a","labels":{"c":"2","d":"1"}},{"namespace":"b"}]',
    );
  });
});

describe('selectorRefusals', () => {
  test('take namespaces and labels, with letters left open', () => {
    expect(refused({ namespace: 'jobs' }, { namespace: 'jobs', labels: { tier: 'batch' } })).toBe('');
    expect(refused({ namespace: '*' }, { namespace: 'team-?', labels: { 'example.com/*': 'a*', b: '?' } })).toBe('');
    expect(refused({ namespace: Token.asString({ resolve: () => 'a' }) })).toBe('');
  });

  test('want a selector', () => {
    expect(refused()).toBe("nodes: 'selectors' must hold one at least, got []");
  });

  test('want five selectors at most', () => {
    expect(refused(...'abcdef'.split('').map((namespace) => ({ namespace })))).toBe(
      "nodes: 'selectors' must be at most 5, got 6; make another profile",
    );
  });

  test('want five labels at most', () => {
    const labels = { a: '1', b: '1', c: '1', d: '1', e: '1', f: '1' };
    expect(refused({ namespace: 'jobs', labels })).toBe("nodes: 'selectors.jobs.labels' must be at most 5, got 6");
  });

  test('want each selector once', () => {
    expect(refused({ namespace: 'jobs' }, { namespace: 'jobs' })).toBe(
      `nodes: 'selectors' must name each once, got '{"namespace":"jobs"}'`,
    );
  });

  test('want namespaces that Kubernetes has', () => {
    expect(refused({ namespace: 'Jobs' })).toBe(
      "nodes: 'selectors.namespace' must be a namespace, * and ? for any letters, got 'Jobs'",
    );
  });

  test('want labels that Kubernetes has', () => {
    expect(refused({ namespace: 'jobs', labels: { 'a b': 'c d' } })).toContain(
      "nodes: 'selectors.jobs.labels' must have keys as Kubernetes has them",
    );
    expect(refused({ namespace: 'jobs', labels: { a: 'c d' } })).toContain(
      "nodes: 'selectors.jobs.labels.a' must have values of at most 63 letters",
    );
  });
});
