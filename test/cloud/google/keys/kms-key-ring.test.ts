import { KmsKeyRing } from '../../../../lib/cloud/google/keys/kms-key-ring';
import { googleStack, only, PROJECT, REGION, values } from '../synth';

function ring(deletionProtection?: boolean) {
  const stack = googleStack();
  const protection = deletionProtection === undefined ? {} : { deletionProtection };
  const made = new KmsKeyRing(stack, 'ring', {
    project: PROJECT,
    location: REGION,
    name: 'funlynk-production',
    ...protection,
  });
  return { stack, made };
}

describe('KmsKeyRing', () => {
  test('lies in its project and location', () => {
    expect(only(ring().stack, 'google_kms_key_ring')).toMatchInlineSnapshot(`
      {
        "location": "europe-west1",
        "name": "funlynk-production",
        "project": "funlynk-prod",
      }
    `);
  });

  test('holds the keys added to it', () => {
    const { stack, made } = ring();
    made.addKey('secrets', { users: ['secret-manager'] });
    made.addKey('registry', { rotationDays: 30 });
    expect(values(stack, 'google_kms_crypto_key', 'name')).toEqual(['registry', 'secrets']);
    expect(values(stack, 'google_kms_crypto_key', 'rotation_period')).toEqual(['2592000s', '7776000s']);
  });

  test('protects its keys by default', () => {
    const { stack, made } = ring();
    made.addKey('secrets');
    expect(only(stack, 'google_kms_crypto_key')).toMatchObject({ lifecycle: { prevent_destroy: true } });
  });

  test('leaves its keys unprotected where told to', () => {
    const { stack, made } = ring(false);
    made.addKey('secrets');
    expect(only(stack, 'google_kms_crypto_key')).toMatchObject({ lifecycle: { prevent_destroy: false } });
  });

  test('refuses a second key of the same name', () => {
    const { made } = ring();
    made.addKey('secrets');
    expect(() => made.addKey('secrets')).toThrow("already a Construct with name 'key-secrets'");
  });
});
