import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readmeExample } from '../../../support/readme-example';
import { googleStack, only, values } from '../synth';
import { example } from './example';

describe('the example of the README', () => {
  test('is the code that is tested here', () => {
    const readme = readFileSync(join(__dirname, '../../../../lib/cloud/google/binary-authorization/README.md'), 'utf8');
    expect(readme).toContain(readmeExample(join(__dirname, 'example.ts')));
  });

  test('lets attested images run', () => {
    const stack = googleStack();
    example(stack);
    expect(values(stack, 'google_binary_authorization_attestor', 'name')).toEqual(['built-by-ci']);
    expect(only(stack, 'google_binary_authorization_policy')).toMatchObject({
      default_admission_rule: { enforcement_mode: 'ENFORCED_BLOCK_AND_AUDIT_LOG' },
    });
  });
});
