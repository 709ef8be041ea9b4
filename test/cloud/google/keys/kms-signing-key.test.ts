import { TerraformOutput, Testing, type TerraformStack } from 'cdktf';
import { KmsKeyRing } from '../../../../lib/cloud/google/keys/kms-key-ring';
import { KmsSigningKey, type KmsSigningKeyProps } from '../../../../lib/cloud/google/keys/kms-signing-key';
import { googleStack, only, PROJECT, REGION, resources } from '../synth';

const TYPE = 'google_kms_crypto_key';

function key(props: Partial<KmsSigningKeyProps> = {}) {
  const stack = googleStack();
  const made = new KmsSigningKey(stack, 'key', { name: 'built-by-ci', keyRing: 'ring', ...props });
  return { stack, made };
}

/** What Terraform is told of a value. */
function written(stack: TerraformStack, value: string): unknown {
  new TerraformOutput(stack, 'written', { value });
  const { output } = JSON.parse(Testing.synth(stack, true)) as { output: { written: { value: unknown } } };
  return output.written.value;
}

describe('KmsSigningKey', () => {
  test('signs with an elliptic curve, in software, and never rotates', () => {
    expect(only(key().stack, TYPE)).toMatchInlineSnapshot(`
      {
        "key_ring": "ring",
        "lifecycle": {
          "prevent_destroy": true,
        },
        "name": "built-by-ci",
        "purpose": "ASYMMETRIC_SIGN",
        "version_template": {
          "algorithm": "EC_SIGN_P256_SHA256",
          "protection_level": "SOFTWARE",
        },
      }
    `);
  });

  test('signs in hardware, and in other ways, where asked', () => {
    expect(only(key({ algorithm: 'RSA_SIGN_PSS_4096_SHA512', protectionLevel: 'HSM' }).stack, TYPE)).toMatchObject({
      version_template: { algorithm: 'RSA_SIGN_PSS_4096_SHA512', protection_level: 'HSM' },
    });
  });

  test('can be destroyed where protection is off', () => {
    expect(only(key({ deletionProtection: false }).stack, TYPE)).toMatchObject({
      lifecycle: { prevent_destroy: false },
    });
  });

  test('knows its only version', () => {
    const { stack, made } = key();
    expect(written(stack, made.versionId)).toMatch(/^\$\{google_kms_crypto_key\.key_\w+\.id\}\/cryptoKeyVersions\/1$/);
  });

  test.each([
    ['publicKeyPem', 'pem'],
    ['algorithm', 'algorithm'],
  ] as const)('looks its %s up', (property, attribute) => {
    const { stack, made } = key();
    expect(written(stack, made[property])).toMatch(
      new RegExp(
        `^\\$\\{data\\.google_kms_crypto_key_version\\.key_PublicKey_\\w+\\.public_key\\[0\\]\\.${attribute}\\}$`,
      ),
    );
  });

  test('lets its signers sign, with this key alone, once each', () => {
    const { stack, made } = key({ signers: ['group:b@example.com', 'group:a@example.com', 'group:b@example.com'] });
    expect(Object.values(resources(stack, `${TYPE}_iam_member`))).toEqual([
      expect.objectContaining({ role: 'roles/cloudkms.signerVerifier', member: 'group:a@example.com' }),
      expect.objectContaining({ role: 'roles/cloudkms.signerVerifier', member: 'group:b@example.com' }),
    ]);
    expect(made.signers).toEqual(['group:a@example.com', 'group:b@example.com']);
  });

  test('may stand in another stack', () => {
    const stack = googleStack();
    const made = KmsSigningKey.fromId(stack, 'key', 'projects/p/cryptoKeys/k');
    expect(made).toMatchObject({
      id: 'projects/p/cryptoKeys/k',
      versionId: 'projects/p/cryptoKeys/k/cryptoKeyVersions/1',
      signers: [],
    });
    expect(written(stack, made.publicKeyPem)).toMatch(/^\$\{data\.google_kms_crypto_key_version\.key\./);
  });

  test('is added to a ring, which protects it', () => {
    const stack = googleStack();
    const ring = new KmsKeyRing(stack, 'ring', { project: PROJECT, location: REGION, name: 'signing' });
    ring.addSigningKey('built-by-ci', { protectionLevel: 'HSM' });
    expect(only(stack, TYPE)).toMatchObject({
      name: 'built-by-ci',
      key_ring: expect.stringMatching(/^\$\{google_kms_key_ring\./) as unknown,
      version_template: { protection_level: 'HSM' },
      lifecycle: { prevent_destroy: true },
    });
    expect(() => ring.addKey('built-by-ci')).toThrow("already a Construct with name 'key-built-by-ci'");
  });

  test('is added unprotected to a ring that is', () => {
    const stack = googleStack();
    const ring = { project: PROJECT, location: REGION, name: 'signing', deletionProtection: false };
    new KmsKeyRing(stack, 'ring', ring).addSigningKey('built-by-ci');
    expect(only(stack, TYPE)).toMatchObject({ lifecycle: { prevent_destroy: false } });
  });

  test('refuses names and signers that Google would, and says both', () => {
    expect(() => key({ name: 'built by ci', signers: ['allUsers'] })).toThrow(
      [
        "test/key: 'name' must be up to 63 letters, digits, dashes and underscores, got 'built by ci'",
        "test/key: 'signers' must not be everyone, got 'allUsers'; name a group",
      ].join('\n'),
    );
  });
});
