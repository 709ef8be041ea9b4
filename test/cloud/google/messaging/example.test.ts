import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readmeExample } from '../../../support/readme-example';
import { googleStack, values } from '../synth';
import { example } from './example';

describe('the example of the README', () => {
  test('is the code that is tested here', () => {
    const readme = readFileSync(join(__dirname, '../../../../lib/cloud/google/messaging/README.md'), 'utf8');
    expect(readme).toContain(readmeExample(join(__dirname, 'example.ts')));
  });

  test('makes a queue of its own, and two that share a topic', () => {
    const stack = googleStack();
    example(stack);
    expect(
      values(stack, 'google_pubsub_topic', 'name').filter((name) => !String(name).endsWith('dead-letter')),
    ).toEqual(['funlynk-production-mails', 'funlynk-production-orders']);
    expect(values(stack, 'google_pubsub_subscription', 'topic')).toEqual(
      expect.arrayContaining([
        'projects/funlynk-prod/topics/funlynk-production-mails',
        'projects/funlynk-prod/topics/funlynk-production-orders',
        'projects/funlynk-prod/topics/funlynk-production-orders',
      ]),
    );
  });
});
