import { Attestor } from '../../../../lib/cloud/google/binary-authorization/attestor';
import {
  BinaryAuthorizationPolicy,
  type BinaryAuthorizationPolicyProps,
} from '../../../../lib/cloud/google/binary-authorization/binary-authorization-policy';
import { KmsSigningKey } from '../../../../lib/cloud/google/keys/kms-signing-key';
import { googleStack, only, PROJECT } from '../synth';

const BUILT = Attestor.fromName({ project: 'funlynk-shared', name: 'built' });
const SCANNED = Attestor.fromName({ project: 'funlynk-shared', name: 'scanned' });

function policy(props: Partial<BinaryAuthorizationPolicyProps> = {}) {
  const stack = googleStack();
  new BinaryAuthorizationPolicy(stack, 'policy', { project: PROJECT, attestors: [SCANNED, BUILT], ...props });
  return only(stack, 'google_binary_authorization_policy');
}

describe('BinaryAuthorizationPolicy', () => {
  test('keeps out what not everybody vouches for, system images excepted', () => {
    expect(policy()).toMatchInlineSnapshot(`
      {
        "admission_whitelist_patterns": [],
        "cluster_admission_rules": [],
        "default_admission_rule": {
          "enforcement_mode": "ENFORCED_BLOCK_AND_AUDIT_LOG",
          "evaluation_mode": "REQUIRE_ATTESTATION",
          "require_attestations_by": [
            "projects/funlynk-shared/attestors/built",
            "projects/funlynk-shared/attestors/scanned",
          ],
        },
        "depends_on": [],
        "global_policy_evaluation_mode": "ENABLE",
        "lifecycle": {
          "prevent_destroy": true,
        },
        "project": "funlynk-prod",
      }
    `);
  });

  test('only writes to the audit log where told to', () => {
    expect(policy({ mode: 'audit' })).toMatchObject({
      default_admission_rule: { enforcement_mode: 'DRYRUN_AUDIT_LOG_ONLY', evaluation_mode: 'REQUIRE_ATTESTATION' },
    });
  });

  test('exempts images, sorted, once each', () => {
    expect(policy({ exemptImages: ['quay.io/a/**', 'docker.io/istio/*', 'quay.io/a/**'] })).toMatchObject({
      admission_whitelist_patterns: [{ name_pattern: 'docker.io/istio/*' }, { name_pattern: 'quay.io/a/**' }],
    });
  });

  test('has other rules for single clusters, which ask its own attestors unless told otherwise', () => {
    const clusters = {
      'europe-west1.staging': { mode: 'audit' },
      'europe-west1-b.dev': { mode: 'off' },
      'us-east1.main': { mode: 'enforce', attestors: [BUILT] },
    } as const;
    expect(policy({ clusters })).toMatchObject({
      cluster_admission_rules: [
        {
          cluster: 'europe-west1-b.dev',
          evaluation_mode: 'ALWAYS_ALLOW',
          enforcement_mode: 'ENFORCED_BLOCK_AND_AUDIT_LOG',
        },
        {
          cluster: 'europe-west1.staging',
          evaluation_mode: 'REQUIRE_ATTESTATION',
          enforcement_mode: 'DRYRUN_AUDIT_LOG_ONLY',
          require_attestations_by: [BUILT.id, SCANNED.id],
        },
        {
          cluster: 'us-east1.main',
          enforcement_mode: 'ENFORCED_BLOCK_AND_AUDIT_LOG',
          require_attestations_by: [BUILT.id],
        },
      ],
    });
  });

  test('does not change with the order in which things are told', () => {
    const a = { mode: 'audit' } as const;
    const one = policy({ exemptImages: ['a.io/x', 'b.io/x'], clusters: { 'europe-west1.a': a, 'europe-west1.b': a } });
    const other = policy({
      attestors: [BUILT, SCANNED],
      exemptImages: ['b.io/x', 'a.io/x'],
      clusters: { 'europe-west1.b': a, 'europe-west1.a': a },
    });
    expect(other).toEqual(one);
  });

  test('waits for the attestors, and for what lets them be asked', () => {
    const stack = googleStack();
    const signingKey = KmsSigningKey.fromId(stack, 'key', 'projects/p/cryptoKeys/k');
    const attestor = (name: string) => new Attestor(stack, name, { project: PROJECT, name, signingKey });
    const built = attestor('built');
    new BinaryAuthorizationPolicy(stack, 'policy', {
      project: PROJECT,
      attestors: [built],
      clusters: { 'europe-west1.main': { mode: 'enforce', attestors: [built, attestor('scanned')] } },
    });
    expect(only(stack, 'google_binary_authorization_policy')['depends_on']).toEqual([
      expect.stringMatching(/^google_binary_authorization_attestor\.built_/),
      expect.stringMatching(/^google_container_analysis_note_iam_member\.built_/),
      expect.stringMatching(/^google_binary_authorization_attestor\.scanned_/),
      expect.stringMatching(/^google_container_analysis_note_iam_member\.scanned_/),
    ]);
  });

  test('can be destroyed where protection is off', () => {
    expect(policy({ deletionProtection: false })).toMatchObject({ lifecycle: { prevent_destroy: false } });
  });

  test.each(['enforce', 'audit'] as const)('refuses to %s without attestors', (mode) => {
    expect(() => policy({ mode, attestors: [] })).toThrow(
      "test/policy: 'attestors' must name one attestor at least, even where images are only audited, got []; make an Attestor, or leave Binary Authorization of the cluster off",
    );
  });

  test('refuses rules of clusters without attestors, and clusters without a location, and says both', () => {
    const clusters = { main: { mode: 'off' }, 'europe-west1.main': { mode: 'audit', attestors: [] } } as const;
    expect(() => policy({ clusters })).toThrow(
      [
        "test/policy: 'clusters' must name clusters by location and name with a dot between, such as 'europe-west1.main', got 'main'",
        "test/policy: 'clusters.europe-west1.main.attestors' must name one attestor at least, even where images are only audited, got []; make an Attestor, or leave Binary Authorization of the cluster off",
      ].join('\n'),
    );
  });

  test('refuses to exempt every image', () => {
    expect(() => policy({ exemptImages: ['*'] })).toThrow(
      "test/policy: 'exemptImages' must not be every image, got '*'; name a registry, such as 'docker.io/istio/*'",
    );
  });
});
