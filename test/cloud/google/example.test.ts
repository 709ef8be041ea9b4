import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readmeExample } from '../../support/readme-example';
import { example } from './example';
import { googleStack, values } from './synth';

describe('the example of the README', () => {
  test('is the code that is tested here', () => {
    const readme = readFileSync(join(__dirname, '../../../lib/cloud/google/README.md'), 'utf8');
    expect(readme).toContain(readmeExample(join(__dirname, 'example.ts')));
  });

  test('makes a cluster with one pool', () => {
    const stack = googleStack();
    example(stack);
    expect(values(stack, 'google_container_cluster', 'name')).toEqual(['main']);
    expect(values(stack, 'google_container_node_pool', 'name')).toEqual([expect.stringMatching(/^general-/)]);
  });
});
