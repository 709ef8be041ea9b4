import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { synth } from '../../support/manifests';
import { readmeExample } from '../../support/readme-example';
import { example } from './example';

describe('the example of the README', () => {
  test('is the code that is tested here', () => {
    const readme = readFileSync(join(__dirname, '../../../lib/platform/delivery/README.md'), 'utf8');
    expect(readme).toContain(readmeExample(join(__dirname, 'example.ts')));
  });

  test('judges a new version by its failed payments', () => {
    expect(synth((chart) => example(chart)).one('AnalysisTemplate', 'checkout')).toMatchObject({
      spec: { metrics: [{ name: 'failed-payments', successCondition: 'result[0] <= 0.1' }] },
    });
  });
});
