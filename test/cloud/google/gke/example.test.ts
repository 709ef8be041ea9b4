import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readmeExample } from '../../../support/readme-example';
import { googleStack, values } from '../synth';
import { example } from './example';

describe('the example of the README', () => {
  test('is the code that is tested here', () => {
    const readme = readFileSync(join(__dirname, '../../../../lib/cloud/google/gke/README.md'), 'utf8');
    expect(readme).toContain(readmeExample(join(__dirname, 'example.ts')));
  });

  test('makes a Standard cluster with one pool and an export of usage, and an Autopilot cluster', () => {
    const stack = googleStack();
    example(stack);
    expect(values(stack, 'google_container_cluster', 'name')).toEqual(['batch', 'main']);
    expect(values(stack, 'google_container_node_pool', 'name')).toEqual([expect.stringMatching(/^general-/)]);
    expect(values(stack, 'google_bigquery_dataset', 'dataset_id')).toEqual(['main_usage']);
    expect(values(stack, 'google_pubsub_topic', 'name')).toEqual(['batch-upgrades', 'main-upgrades']);
  });
});
