import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { synth } from '../../support/manifests';
import { readmeExample } from '../../support/readme-example';
import { example } from './example';

describe('the example of the README', () => {
  const objects = synth(example);

  test('is the code that is tested here', () => {
    const readme = readFileSync(join(__dirname, '../../../lib/platform/autoscaling/README.md'), 'utf8');
    expect(readme).toContain(readmeExample(join(__dirname, 'example.ts')));
  });

  test('configures the adapter for the metric', () => {
    expect(objects.yaml('ConfigMap')).toContain('as: active_sessions');
  });

  test('changes a budget at two times of the day', () => {
    expect(objects.one('PodDisruptionBudget')).toHaveProperty('metadata.namespace', 'messaging');
    expect(objects.names('CronJob')).toEqual(['broker-budget-end', 'broker-budget-start']);
  });
});
