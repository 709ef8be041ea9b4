import {
  SecretsManagerSecret,
  type SecretsManagerSecretProps,
} from '../../../../lib/cloud/aws/secrets/secrets-manager-secret';
import { build, key, type Output, synth } from '../harness';

const secretName = 'funlynk/production/database';

function secret(more: Partial<SecretsManagerSecretProps> = {}): Output {
  return synth((stack) => new SecretsManagerSecret(stack, 'database', { secretName, kmsKey: key(stack), ...more }));
}

function refused(more: Partial<SecretsManagerSecretProps>): () => void {
  return build((stack) => new SecretsManagerSecret(stack, 'database', { secretName, kmsKey: key(stack), ...more }));
}

describe('SecretsManagerSecret', () => {
  test('is a place without a value, encrypted with the key', () => {
    const output = secret();
    expect(output.one('aws_secretsmanager_secret')).toMatchInlineSnapshot(`
      {
        "kms_key_id": "\${aws_kms_key.key_FEDD6EC0.arn}",
        "name": "funlynk/production/database",
        "recovery_window_in_days": 30,
      }
    `);
    expect(output.text).not.toContain('secret_string');
  });

  test('can be restored for as long as told', () => {
    expect(secret({ recoveryWindowDays: 7 }).one('aws_secretsmanager_secret').recovery_window_in_days).toBe(7);
  });

  test.each([0, 6, 31])('cannot be restored for %d days', (recoveryWindowDays) => {
    expect(refused({ recoveryWindowDays })).toThrow(
      `stack/database: 'recoveryWindowDays' must be from 7 to 30, got ${recoveryWindowDays}`,
    );
  });

  test('cannot have a name that Secrets Manager would refuse', () => {
    expect(refused({ secretName: 'a secret' })).toThrow(
      "stack/database: 'secretName' must be letters, digits and /_+=.@-, 512 at most, got 'a secret'",
    );
  });
});
