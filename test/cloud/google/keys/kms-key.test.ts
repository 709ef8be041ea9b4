import { KmsKey } from '../../../../lib/cloud/google/keys/kms-key';
import { ServiceAgents } from '../../../../lib/cloud/google/service-agents';
import { googleStack, only, PROJECT, values } from '../synth';

function key(options: Partial<ConstructorParameters<typeof KmsKey>[2]> = {}) {
  const stack = googleStack();
  const agents = new ServiceAgents(stack, 'agents', { project: PROJECT });
  const made = new KmsKey(stack, 'key', { name: 'secrets', keyRing: 'ring', agents, ...options });
  return { stack, made };
}

describe('KmsKey', () => {
  test('rotates every 90 days and cannot be destroyed, by default', () => {
    expect(only(key().stack, 'google_kms_crypto_key')).toMatchInlineSnapshot(`
      {
        "key_ring": "ring",
        "lifecycle": {
          "prevent_destroy": true,
        },
        "name": "secrets",
        "purpose": "ENCRYPT_DECRYPT",
        "rotation_period": "7776000s",
      }
    `);
  });

  test('rotates as often as asked', () => {
    expect(only(key({ rotationDays: 30 }).stack, 'google_kms_crypto_key')).toMatchObject({
      rotation_period: '2592000s',
    });
  });

  test('can be destroyed where protection is off', () => {
    const { stack } = key({ deletionProtection: false });
    expect(only(stack, 'google_kms_crypto_key')).toMatchObject({ lifecycle: { prevent_destroy: false } });
  });

  test('lets each user encrypt and decrypt, and nothing else', () => {
    const { stack, made } = key({ users: ['compute', 'container-engine', 'compute'] });
    expect(values(stack, 'google_kms_crypto_key_iam_member', 'role')).toEqual([
      'roles/cloudkms.cryptoKeyEncrypterDecrypter',
      'roles/cloudkms.cryptoKeyEncrypterDecrypter',
    ]);
    expect(made.grants).toHaveLength(2);
  });

  test('grants nothing to nobody', () => {
    expect(key().made.grants).toEqual([]);
  });

  test('may stand in another stack', () => {
    expect(KmsKey.fromId('projects/p/…')).toEqual({ id: 'projects/p/…', grants: [] });
  });

  test.each([1, 0, 366, 1.5, NaN])('refuses to rotate every %p days', (rotationDays) => {
    expect(() => key({ rotationDays })).toThrow("test/key: 'rotationDays' must be a whole number from 2 to 365, got");
  });
});
