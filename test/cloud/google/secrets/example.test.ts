import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readmeExample } from '../../../support/readme-example';
import { googleStack, values } from '../synth';
import { example } from './example';

describe('the example of the README', () => {
  test('is the code that is tested here', () => {
    const readme = readFileSync(join(__dirname, '../../../../lib/cloud/google/secrets/README.md'), 'utf8');
    expect(readme).toContain(readmeExample(join(__dirname, 'example.ts')));
  });

  test('makes a secret and a queue that hears when it is due', () => {
    const stack = googleStack();
    example(stack);
    expect(values(stack, 'google_secret_manager_secret', 'secret_id')).toEqual(['funlynk-production-database']);
    expect(values(stack, 'google_pubsub_subscription', 'topic')).toContain(
      'projects/funlynk-prod/topics/funlynk-production-database-rotation',
    );
  });
});
