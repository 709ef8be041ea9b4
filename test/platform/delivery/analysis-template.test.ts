import { AnalysisTemplate, type AnalysisTemplateProps } from '../../../lib/platform/delivery/analysis-template';
import type { Measurement } from '../../../lib/platform/delivery/measurement';
import { synth, type Objects } from '../../support/manifests';

function template(changes: Partial<AnalysisTemplateProps> = {}): Objects {
  return synth(
    (chart) =>
      new AnalysisTemplate(chart, 'Analysis', {
        name: 'backend',
        namespace: 'funlynk',
        metrics: { errors: { query: 'sum(errors{version="{{args.version}}"})', max: 5 } },
        args: ['version'],
        intervalSeconds: 30,
        failureLimit: 2,
        ...changes,
      }),
  );
}

describe('AnalysisTemplate', () => {
  test('asks Prometheus again and again, with arguments that somebody else gives', () => {
    expect(template().yaml('AnalysisTemplate')).toMatchSnapshot();
  });

  test.each<[Measurement, string]>([
    [{ query: 'q', min: 99 }, 'result[0] >= 99'],
    [{ query: 'q', max: 0 }, 'result[0] <= 0'],
    [{ query: 'q', min: 0, max: 0.5 }, 'result[0] >= 0 && result[0] <= 0.5'],
  ])('takes %j for a success where %s', (measurement, condition) => {
    const object = template({ metrics: { one: measurement } }).one('AnalysisTemplate');
    expect(object).toHaveProperty('spec.metrics.0.successCondition', condition);
  });

  test('ends by itself where it has a number of measurements', () => {
    expect(template({ count: 5 }).one('AnalysisTemplate')).toHaveProperty('spec.metrics.0.count', 5);
    expect(template().one('AnalysisTemplate')).not.toHaveProperty('spec.metrics.0.count');
  });

  test('can do without arguments', () => {
    expect(template({ args: [] }).one('AnalysisTemplate')).not.toHaveProperty('spec.args');
  });

  test('carries the labels that it is given', () => {
    const labels = { 'app.kubernetes.io/name': 'backend' };
    expect(template({ labels }).one('AnalysisTemplate')).toHaveProperty('metadata.labels', labels);
  });
});
