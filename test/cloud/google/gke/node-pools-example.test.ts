import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readmeExample } from '../../../support/readme-example';
import { googleStack, values } from '../synth';
import { example } from './node-pools-example';

describe('the example of node pools', () => {
  test('is the code that is tested here', () => {
    const page = readFileSync(join(__dirname, '../../../../lib/cloud/google/gke/node-pools.md'), 'utf8');
    expect(page).toContain(readmeExample(join(__dirname, 'node-pools-example.ts')));
  });

  test('makes three pools, one of them with an account of its own', () => {
    const stack = googleStack();
    example(stack);
    expect(values(stack, 'google_container_node_pool', 'name')).toEqual(
      ['batch', 'general', 'gpu'].map((name) => expect.stringMatching(`^${name}-[0-9a-f]{6}$`) as unknown),
    );
    expect(values(stack, 'google_service_account', 'account_id')).toEqual(['main-nodes', 'main-pool-batch-nodes']);
  });
});
