import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readmeExample } from '../../../support/readme-example';
import { synth } from '../harness';
import { example } from './example';

describe('the example of the README', () => {
  test('is the code that is tested here', () => {
    const readme = readFileSync(join(__dirname, '../../../../lib/cloud/aws/storage/README.md'), 'utf8');
    expect(readme).toContain(readmeExample(join(__dirname, 'example.ts')));
  });

  test('makes a bucket with a name that nobody else has', () => {
    const bucket = synth(example).one('aws_s3_bucket');
    expect(bucket.bucket).toBe('funlynk-production-uploads-111122223333-us-east-1');
  });
});
