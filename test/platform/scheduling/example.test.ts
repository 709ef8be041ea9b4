import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { synth } from '../../support/manifests';
import { readmeExample } from '../../support/readme-example';
import { example } from './example';

describe('the example of the README', () => {
  test('is the code that is tested here', () => {
    const readme = readFileSync(join(__dirname, '../../../lib/platform/scheduling/README.md'), 'utf8');
    expect(readme).toContain(readmeExample(join(__dirname, 'example.ts')));
  });

  test('makes a class for each priority', () => {
    const objects = synth((chart) => example(chart));
    expect(objects.names('PriorityClass')).toEqual(['priority-critical', 'priority-high', 'priority-low']);
  });
});
