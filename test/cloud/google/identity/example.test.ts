import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readmeExample } from '../../../support/readme-example';
import { cluster } from '../fixtures';
import { googleStack, values } from '../synth';
import { example } from './example';

describe('the example of the README', () => {
  test('is the code that is tested here', () => {
    const readme = readFileSync(join(__dirname, '../../../../lib/cloud/google/identity/README.md'), 'utf8');
    expect(readme).toContain(readmeExample(join(__dirname, 'example.ts')));
  });

  test('makes an account with a grant for each permission', () => {
    const stack = googleStack();
    example(stack, cluster(stack));
    expect(values(stack, 'google_storage_bucket_iam_member', 'bucket')).toEqual([
      'funlynk-prod-funlynk-production-uploads',
    ]);
    expect(values(stack, 'google_pubsub_topic_iam_member', 'topic')).toContain('funlynk-production-invoices');
    expect(values(stack, 'google_project_iam_member', 'role')).toContain('roles/cloudtrace.agent');
  });
});
