import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readmeExample } from '../../../support/readme-example';
import { synth } from '../harness';
import { example } from './example';

describe('the example of the README', () => {
  test('is the code that is tested here', () => {
    const readme = readFileSync(join(__dirname, '../../../../lib/cloud/aws/messaging/README.md'), 'utf8');
    expect(readme).toContain(readmeExample(join(__dirname, 'example.ts')));
  });

  test('makes three queues, each with its dead letters, two of which get every message of a topic', () => {
    const output = synth(example);
    expect(Object.keys(output.all('aws_sqs_queue'))).toHaveLength(6);
    expect(Object.keys(output.all('aws_sns_topic_subscription'))).toHaveLength(2);
    expect(output.one('aws_sns_topic').name).toBe('funlynk-production-orders');
  });
});
