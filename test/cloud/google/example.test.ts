import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { example } from './example';
import { googleStack, values } from './synth';

/** The lines between the two marks, without their indentation. */
function exampleLines(): string {
  const source = readFileSync(join(__dirname, 'example.ts'), 'utf8');
  const lines = source.split('\n');
  const between = lines.slice(
    lines.findIndex((line) => line.includes('README begins')) + 1,
    lines.findIndex((line) => line.includes('README ends')),
  );
  return between.map((line) => line.replace(/^ {2}/, '')).join('\n');
}

describe('the example of the README', () => {
  test('is the code that is tested here', () => {
    const readme = readFileSync(join(__dirname, '../../../lib/cloud/google/README.md'), 'utf8');
    expect(readme).toContain(exampleLines());
  });

  test('makes a cluster with one pool', () => {
    const stack = googleStack();
    example(stack);
    expect(values(stack, 'google_container_cluster', 'name')).toEqual(['main']);
    expect(values(stack, 'google_container_node_pool', 'name')).toEqual(['general']);
  });
});
