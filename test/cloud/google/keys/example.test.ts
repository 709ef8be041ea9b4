import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readmeExample } from '../../../support/readme-example';
import { googleStack, values } from '../synth';
import { example } from './example';

describe('the example of the README', () => {
  test('is the code that is tested here', () => {
    const readme = readFileSync(join(__dirname, '../../../../lib/cloud/google/keys/README.md'), 'utf8');
    expect(readme).toContain(readmeExample(join(__dirname, 'example.ts')));
  });

  test('makes a key that rotates and one that signs', () => {
    const stack = googleStack();
    example(stack);
    expect(values(stack, 'google_kms_crypto_key', 'purpose')).toEqual(['ASYMMETRIC_SIGN', 'ENCRYPT_DECRYPT']);
  });
});
