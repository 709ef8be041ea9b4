import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readmeExample } from '../../../support/readme-example';
import { googleStack, only, values } from '../synth';
import { example } from './example';

describe('the example of the README', () => {
  test('is the code that is tested here', () => {
    const readme = readFileSync(join(__dirname, '../../../../lib/cloud/google/fleet/README.md'), 'utf8');
    expect(readme).toContain(readmeExample(join(__dirname, 'example.ts')));
  });

  test('has two clusters in one mesh', () => {
    const stack = googleStack();
    example(stack);
    expect(values(stack, 'google_gke_hub_feature_membership', 'membership')).toEqual(['made-by-hand', 'main']);
    expect(values(stack, 'google_gke_hub_feature', 'name')).toEqual([
      'multiclusteringress',
      'multiclusterservicediscovery',
      'servicemesh',
    ]);
    expect(only(stack, 'google_gke_hub_fleet')).toMatchObject({ display_name: 'Funlynk production' });
  });
});
