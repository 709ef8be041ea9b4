import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EKS, synth } from '../../support/manifests';
import { readmeExample } from '../../support/readme-example';
import { example } from './example';

describe('the example of the README', () => {
  const objects = synth((chart) => example(chart, EKS));

  test('is the code that is tested here', () => {
    const readme = readFileSync(join(__dirname, '../../../lib/workloads/disruption/README.md'), 'utf8');
    expect(readme).toContain(readmeExample(join(__dirname, 'example.ts')));
  });

  test('makes a budget, and what changes it', () => {
    expect(objects.one('PodDisruptionBudget')).toHaveProperty('spec.maxUnavailable', '25%');
    expect(objects.names('CronJob')).toEqual(['backend-budget-end', 'backend-budget-start']);
    expect(objects.names('Role')).toEqual(['backend-budget']);
  });
});
