import { CLOSED_DOORS, FEATURES, OBSERVED } from '../../../../lib/cloud/google/gke/gke-cluster-hardening';

describe('a hardened cluster', () => {
  test('knows no way in but IAM and RBAC', () => {
    expect(CLOSED_DOORS).toMatchObject({
      enableLegacyAbac: false,
      masterAuth: { clientCertificateConfig: { issueClientCertificate: false } },
      anonymousAuthenticationConfig: { mode: 'LIMITED' },
    });
  });

  test('lets no binding speak for everybody, signed in or not', () => {
    expect(CLOSED_DOORS.rbacBindingConfig).toEqual({
      enableInsecureBindingSystemAuthenticated: false,
      enableInsecureBindingSystemUnauthenticated: false,
    });
  });

  test('closes the read-only port of every kubelet, and external addresses of Services', () => {
    expect(CLOSED_DOORS.nodePoolDefaults).toEqual({
      nodeConfigDefaults: { insecureKubeletReadonlyPortEnabled: 'FALSE' },
    });
    expect(CLOSED_DOORS.serviceExternalIpsConfig).toEqual({ enabled: false });
  });

  test('logs its API server and measures with managed Prometheus', () => {
    expect(OBSERVED.loggingConfig?.enableComponents).toContain('APISERVER');
    expect(OBSERVED.monitoringConfig?.managedPrometheus).toEqual({ enabled: true });
  });

  test('enforces network policies, and has the disks and gateways that manifests rely on', () => {
    expect(FEATURES).toMatchObject({
      datapathProvider: 'ADVANCED_DATAPATH',
      gatewayApiConfig: { channel: 'CHANNEL_STANDARD' },
      addonsConfig: { gcePersistentDiskCsiDriverConfig: { enabled: true } },
    });
  });
});
