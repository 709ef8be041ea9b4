import { security, securityRefusals } from '../../../../lib/cloud/google/gke/gke-security';

describe('security', () => {
  test('knows no way in but IAM and RBAC', () => {
    expect(security({})).toMatchObject({
      enableLegacyAbac: false,
      masterAuth: { clientCertificateConfig: { issueClientCertificate: false } },
      anonymousAuthenticationConfig: { mode: 'LIMITED' },
      serviceExternalIpsConfig: { enabled: false },
    });
  });

  test('lets no binding speak for everybody, signed in or not', () => {
    expect(security({}).rbacBindingConfig).toEqual({
      enableInsecureBindingSystemAuthenticated: false,
      enableInsecureBindingSystemUnauthenticated: false,
    });
  });

  test('looks at settings, not at images, and asks no policy by default', () => {
    expect(security({})).toMatchObject({
      binaryAuthorization: { evaluationMode: 'DISABLED' },
      securityPostureConfig: { mode: 'BASIC', vulnerabilityMode: 'VULNERABILITY_DISABLED' },
      secretManagerConfig: { enabled: false },
    });
    expect(security({})).not.toHaveProperty('authenticatorGroupsConfig');
  });

  test.each([
    ['enforce', 'PROJECT_SINGLETON_POLICY_ENFORCE'],
    ['audit', 'PROJECT_SINGLETON_POLICY_ENFORCE'],
    ['off', 'DISABLED'],
  ] as const)('asks the policy of the project where images are to be attested: %s', (binaryAuthorization, mode) => {
    expect(security({ binaryAuthorization }).binaryAuthorization).toEqual({ evaluationMode: mode });
  });

  test('passes on what may be chosen', () => {
    expect(
      security({
        securityPosture: 'DISABLED',
        workloadVulnerabilityScanning: 'ENTERPRISE',
        secretManagerAddon: true,
        securityGroup: 'gke-security-groups@example.com',
      }),
    ).toMatchObject({
      securityPostureConfig: { mode: 'DISABLED', vulnerabilityMode: 'VULNERABILITY_ENTERPRISE' },
      secretManagerConfig: { enabled: true },
      authenticatorGroupsConfig: { securityGroup: 'gke-security-groups@example.com' },
    });
  });
});

describe('securityRefusals', () => {
  test('accept the one name that GKE asks for', () => {
    expect(securityRefusals({ securityGroup: 'gke-security-groups@team.example.com' })).toEqual([]);
    expect(securityRefusals({})).toEqual([]);
  });

  test.each(['platform@example.com', 'gke-security-groups', 'group:gke-security-groups@example.com'])(
    'refuse %s',
    (securityGroup) => {
      expect(securityRefusals({ securityGroup })).toEqual([
        {
          property: 'securityGroup',
          rule: 'must be gke-security-groups@ and a domain, as GKE demands',
          got: securityGroup,
          remedy: 'make your groups members of a group of that name',
        },
      ]);
    },
  );
});
