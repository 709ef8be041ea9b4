import { KmsKeyRing } from '../../../../lib/cloud/google/keys/kms-key-ring';
import { LoggingKey } from '../../../../lib/cloud/google/operations/logging-key';
import { googleStack, only, PROJECT, REGION } from '../synth';

describe('LoggingKey', () => {
  test('lets the account of Cloud Logging use the key', () => {
    const stack = googleStack();
    const ring = new KmsKeyRing(stack, 'ring', { project: PROJECT, location: REGION, name: 'ring' });
    const key = new LoggingKey(stack, 'key', { project: PROJECT, key: ring.addKey('logs') });
    expect(key.grants).toHaveLength(1);
    expect(only(stack, 'google_kms_crypto_key_iam_member')).toMatchObject({
      crypto_key_id: expect.stringMatching(/^\$\{google_kms_crypto_key\./) as unknown,
      role: 'roles/cloudkms.cryptoKeyEncrypterDecrypter',
      member: expect.stringMatching(
        /^serviceAccount:\$\{data\.google_logging_project_cmek_settings\..*\.service_account_id\}$/,
      ) as unknown,
    });
  });

  test('keeps what others were granted', () => {
    const stack = googleStack();
    const ring = new KmsKeyRing(stack, 'ring', { project: PROJECT, location: REGION, name: 'ring' });
    const key = ring.addKey('logs', { users: ['storage'] });
    expect(new LoggingKey(stack, 'key', { project: PROJECT, key }).grants).toHaveLength(2);
  });
});
