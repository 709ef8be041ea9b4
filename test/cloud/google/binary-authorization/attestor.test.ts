import { Attestor, type AttestorProps } from '../../../../lib/cloud/google/binary-authorization/attestor';
import { KmsSigningKey } from '../../../../lib/cloud/google/keys/kms-signing-key';
import { googleStack, only, PROJECT, resources, values } from '../synth';

const CI = 'serviceAccount:ci@funlynk-prod.iam.gserviceaccount.com';
const ATTESTOR = 'google_binary_authorization_attestor';
const NOTE = 'google_container_analysis_note';

function attestor(props: Partial<AttestorProps> = {}, keySigners: readonly string[] = []) {
  const stack = googleStack();
  const signingKey = new KmsSigningKey(stack, 'key', { name: 'key', keyRing: 'ring', signers: keySigners });
  const made = new Attestor(stack, 'attestor', { project: PROJECT, name: 'built', signingKey, ...props });
  return { stack, made };
}

function grants(stack: ReturnType<typeof googleStack>, type: string) {
  return Object.values(resources(stack, `${type}_iam_member`)).map(
    ({ role, member }) => `${String(role)} ${String(member)}`,
  );
}

describe('Attestor', () => {
  test('verifies by the public key, under the name of its version', () => {
    expect(only(attestor().stack, ATTESTOR)).toMatchInlineSnapshot(`
      {
        "attestation_authority_note": {
          "note_reference": "\${google_container_analysis_note.attestor_Note_78669324.name}",
          "public_keys": [
            {
              "id": "//cloudkms.googleapis.com/v1/\${google_kms_crypto_key.key_FEDD6EC0.id}/cryptoKeyVersions/1",
              "pkix_public_key": {
                "public_key_pem": "\${data.google_kms_crypto_key_version.key_PublicKey_9FDF210E.public_key[0].pem}",
                "signature_algorithm": "\${data.google_kms_crypto_key_version.key_PublicKey_9FDF210E.public_key[0].algorithm}",
              },
            },
          ],
        },
        "lifecycle": {
          "prevent_destroy": true,
        },
        "name": "built",
        "project": "funlynk-prod",
      }
    `);
  });

  test('has a note, which attestations are attached to', () => {
    const { stack, made } = attestor({ description: 'Built by the pipeline' });
    expect(only(stack, NOTE)).toEqual({
      project: PROJECT,
      name: 'built',
      short_description: 'Built by the pipeline',
      attestation_authority: { hint: { human_readable_name: 'built' } },
      lifecycle: { prevent_destroy: true },
    });
    expect(made.noteId).toBe('projects/funlynk-prod/notes/built');
    expect(only(stack, ATTESTOR)).toMatchObject({ description: 'Built by the pipeline' });
  });

  test('can be destroyed with its note where protection is off', () => {
    const { stack } = attestor({ deletionProtection: false });
    expect([only(stack, ATTESTOR), only(stack, NOTE)]).toMatchObject([
      { lifecycle: { prevent_destroy: false } },
      { lifecycle: { prevent_destroy: false } },
    ]);
  });

  test('reads the attestations of its own note, and grants nothing else by itself', () => {
    const { stack, made } = attestor();
    expect(grants(stack, NOTE)).toEqual([
      expect.stringMatching(
        /^roles\/containeranalysis\.notes\.occurrences\.viewer serviceAccount:\$\{.*delegation_service_account_email\}$/,
      ),
    ]);
    expect(grants(stack, ATTESTOR)).toEqual([]);
    expect(grants(stack, 'google_project')).toEqual([]);
    expect(made.dependables).toHaveLength(2);
  });

  test('lets its signers sign, attach and write, and no more', () => {
    const { stack } = attestor({ signers: [CI, CI] });
    expect(grants(stack, 'google_kms_crypto_key')).toEqual([`roles/cloudkms.signerVerifier ${CI}`]);
    expect(grants(stack, ATTESTOR)).toEqual([`roles/binaryauthorization.attestorsViewer ${CI}`]);
    expect(grants(stack, NOTE)).toContain(`roles/containeranalysis.notes.attacher ${CI}`);
    expect(grants(stack, 'google_project')).toEqual([`roles/containeranalysis.occurrences.editor ${CI}`]);
  });

  test('leaves a grant to the key that the key makes itself', () => {
    const { stack } = attestor({ signers: [CI] }, [CI]);
    expect(grants(stack, 'google_kms_crypto_key')).toEqual([`roles/cloudkms.signerVerifier ${CI}`]);
  });

  test('answers verifiers', () => {
    const { stack, made } = attestor({ verifiers: ['group:security@example.com'] });
    expect(grants(stack, ATTESTOR)).toEqual(['roles/binaryauthorization.attestorsVerifier group:security@example.com']);
    expect(made.dependables).toHaveLength(3);
  });

  test('answers the clusters of other projects, which read its note', () => {
    const { stack } = attestor({ verifierProjects: ['funlynk-shop'] });
    const agent = /serviceAccount:service-\$\{data\.google_project\..*\.number\}@gcp-sa-binaryauthorization\.iam/;
    expect(grants(stack, ATTESTOR)).toEqual([expect.stringMatching(agent)]);
    expect(grants(stack, NOTE)).toContainEqual(expect.stringMatching(agent));
  });

  test('still trusts retired keys, with which it lets nobody sign', () => {
    const stack = googleStack();
    const signingKey = new KmsSigningKey(stack, 'key', { name: 'key', keyRing: 'ring' });
    const retired = KmsSigningKey.fromId(stack, 'old', 'projects/p/cryptoKeys/old');
    new Attestor(stack, 'attestor', {
      project: PROJECT,
      name: 'built',
      signingKey,
      retiredKeys: [retired],
      signers: [CI],
    });
    expect(only(stack, ATTESTOR)).toMatchObject({
      attestation_authority_note: {
        public_keys: [
          { id: expect.stringContaining('google_kms_crypto_key.key_') as unknown },
          { id: '//cloudkms.googleapis.com/v1/projects/p/cryptoKeys/old/cryptoKeyVersions/1' },
        ],
      },
    });
    expect(values(stack, 'google_kms_crypto_key_iam_member', 'crypto_key_id')).toEqual([
      expect.stringContaining('google_kms_crypto_key.key_'),
    ]);
  });

  test('may stand in another project', () => {
    expect(Attestor.fromName({ project: 'funlynk-shared', name: 'built' })).toEqual({
      id: 'projects/funlynk-shared/attestors/built',
      dependables: [],
    });
  });

  test('refuses a key that is retired and not', () => {
    const stack = googleStack();
    const signingKey = KmsSigningKey.fromId(stack, 'key', 'projects/p/cryptoKeys/k');
    const props = { project: PROJECT, name: 'built', signingKey, retiredKeys: [signingKey] };
    expect(() => new Attestor(stack, 'attestor', props)).toThrow(
      `test/attestor: 'retiredKeys' must name each key once, and not the signingKey, got ["projects/p/cryptoKeys/k"]`,
    );
  });

  test('refuses names, members and projects that Google would, all at once', () => {
    expect(() =>
      attestor({ name: 'Built', signers: ['ci'], verifiers: ['allUsers'], verifierProjects: [PROJECT] }),
    ).toThrow(
      [
        "test/attestor: 'name' must be up to 63 lower-case letters, digits and dashes, beginning with a letter, got 'Built'",
        "test/attestor: 'signers' must hold IAM members such as group:platform@example.com, got 'ci'",
        "test/attestor: 'verifiers' must not be everyone, got 'allUsers'; name a group",
        "test/attestor: 'verifierProjects' must name other projects than the attestor's own, got 'funlynk-prod'",
      ].join('\n'),
    );
  });
});
