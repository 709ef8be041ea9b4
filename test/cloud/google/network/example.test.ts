import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readmeExample } from '../../../support/readme-example';
import { googleStack, values } from '../synth';
import { example } from './example';

describe('the example of the README', () => {
  test('is the code that is tested here', () => {
    const readme = readFileSync(join(__dirname, '../../../../lib/cloud/google/network/README.md'), 'utf8');
    expect(readme).toContain(readmeExample(join(__dirname, 'example.ts')));
  });

  test('makes a network of one’s own, and a cluster in one that is shared', () => {
    const stack = googleStack();
    example(stack);
    expect(values(stack, 'google_compute_network', 'name')).toEqual(['main']);
    expect(values(stack, 'google_container_cluster', 'subnetwork')).toEqual([
      'projects/funlynk-network/regions/europe-west1/subnetworks/clusters',
    ]);
  });
});
