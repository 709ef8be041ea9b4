import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { synth } from '../../support/manifests';
import { readmeExample } from '../../support/readme-example';
import { example } from './example';

describe('the example of the README', () => {
  test('is the code that is tested here', () => {
    const readme = readFileSync(join(__dirname, '../../../lib/platform/network/README.md'), 'utf8');
    expect(readme).toContain(readmeExample(join(__dirname, 'example.ts')));
  });

  test('makes one policy of each function', () => {
    const objects = synth(example);
    expect(objects.names('NetworkPolicy').toSorted()).toEqual(['database', 'default-deny', 'metrics', 'office']);
    expect(objects.names('CiliumNetworkPolicy')).toEqual(['payments']);
  });
});
