import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { synth } from '../../support/manifests';
import { readmeExample } from '../../support/readme-example';
import { example } from './example';

describe('the example of the README', () => {
  const objects = synth((chart) => example(chart));

  test('is the code that is tested here', () => {
    const readme = readFileSync(join(__dirname, '../../../lib/workloads/rollouts/README.md'), 'utf8');
    expect(readme).toContain(readmeExample(join(__dirname, 'example.ts')));
  });

  test('has Argo Rollouts give the backend its share, and wait at the last step', () => {
    expect(objects.one('Rollout', 'backend')).toMatchObject({
      spec: {
        strategy: {
          canary: { steps: [{ setWeight: 5 }, {}, { setWeight: 25 }, {}, { setWeight: 50 }, { pause: {} }] },
        },
      },
    });
    expect(objects.names('AnalysisTemplate')).toEqual(['backend']);
  });

  test('has Flagger move the traffic of the dashboard after five measurements', () => {
    expect(objects.one('Canary', 'admin')).toMatchObject({ spec: { analysis: { interval: '30s', iterations: 5 } } });
    expect(objects.names('Deployment')).toEqual(['admin']);
  });

  test('writes the Services and routes that the table names', () => {
    expect(objects.names('Service')).toEqual(expect.arrayContaining(['backend', 'backend-canary']));
    expect(objects.names('Service')).not.toContain('admin');
    expect(objects.names('VirtualService').toSorted()).toEqual(['admin-calls', 'backend']);
    expect(objects.names('PodMonitor').toSorted()).toEqual(['admin-requests', 'backend-requests']);
    expect(objects.names('MetricTemplate')).toEqual(['admin-success']);
  });
});
