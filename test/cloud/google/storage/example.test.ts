import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readmeExample } from '../../../support/readme-example';
import { googleStack, values } from '../synth';
import { example } from './example';

describe('the example of the README', () => {
  test('is the code that is tested here', () => {
    const readme = readFileSync(join(__dirname, '../../../../lib/cloud/google/storage/README.md'), 'utf8');
    expect(readme).toContain(readmeExample(join(__dirname, 'example.ts')));
  });

  test('makes a bucket with a name that nobody else has', () => {
    const stack = googleStack();
    example(stack);
    expect(values(stack, 'google_storage_bucket', 'name')).toEqual(['funlynk-prod-funlynk-production-uploads']);
  });
});
