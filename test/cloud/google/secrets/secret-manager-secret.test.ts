import { KmsKey } from '../../../../lib/cloud/google/keys/kms-key';
import { KmsKeyRing } from '../../../../lib/cloud/google/keys/kms-key-ring';
import {
  SecretManagerSecret,
  type SecretManagerSecretProps,
} from '../../../../lib/cloud/google/secrets/secret-manager-secret';
import { googleStack, only, PROJECT, REGION } from '../synth';

const TYPE = 'google_secret_manager_secret';

function secret(props: Partial<SecretManagerSecretProps> = {}) {
  const stack = googleStack();
  new SecretManagerSecret(stack, 'secret', { project: PROJECT, secretId: 'database', regions: [REGION], ...props });
  return stack;
}

describe('SecretManagerSecret', () => {
  test('is an empty container, protected and recoverable', () => {
    expect(only(secret(), TYPE)).toMatchSnapshot();
  });

  test('lies in the regions given, in an order that does not depend on theirs', () => {
    const replication = { user_managed: { replicas: [{ location: 'europe-west1' }, { location: 'europe-west4' }] } };
    expect(only(secret({ regions: ['europe-west4', 'europe-west1'] }), TYPE)).toMatchObject({ replication });
  });

  test('is encrypted with the key of each region, once Secret Manager may use it', () => {
    const stack = googleStack();
    const ring = new KmsKeyRing(stack, 'ring', { project: PROJECT, location: REGION, name: 'ring' });
    const kmsKeys = { [REGION]: ring.addKey('secrets', { users: ['secret-manager'] }) };
    new SecretManagerSecret(stack, 'secret', { project: PROJECT, secretId: 'database', regions: [REGION], kmsKeys });
    expect(only(stack, TYPE)).toMatchObject({
      replication: {
        user_managed: {
          replicas: [
            {
              customer_managed_encryption: {
                kms_key_name: expect.stringMatching(/^\$\{google_kms_crypto_key\./) as unknown,
              },
            },
          ],
        },
      },
      depends_on: [expect.stringMatching(/^google_kms_crypto_key_iam_member\./)],
    });
  });

  test('can be destroyed where protection is off', () => {
    expect(only(secret({ deletionProtection: false }), TYPE)).toMatchObject({ deletion_protection: false });
  });

  test('keeps destroyed versions as long as told', () => {
    expect(only(secret({ recoveryDays: 1 }), TYPE)).toMatchObject({ version_destroy_ttl: '86400s' });
  });

  test.each([0, 1001, 1.5])('refuses %p days of recovery', (recoveryDays) => {
    expect(() => secret({ recoveryDays })).toThrow("'recoveryDays' must be a whole number from 1 to 1000");
  });

  test('refuses an id that Secret Manager would', () => {
    expect(() => secret({ secretId: 'a/b' })).toThrow(
      "test/secret: 'secretId' must be up to 255 letters, digits, dashes and underscores, got 'a/b'",
    );
  });

  test('refuses to lie nowhere', () => {
    expect(() => secret({ regions: [] })).toThrow("'regions' must name one region at least, got []");
  });

  test('refuses a region named twice', () => {
    expect(() => secret({ regions: [REGION, REGION] })).toThrow("'regions' must name each region once");
  });

  test('refuses a replica without a key where another has one', () => {
    const kmsKeys = { [REGION]: KmsKey.fromId('projects/p/key') };
    expect(() => secret({ regions: [REGION, 'europe-west4'], kmsKeys })).toThrow(
      `'kmsKeys' must hold a key for every region (missing: europe-west4), got ["europe-west1"]`,
    );
  });
});
