import type { Cluster } from '../../../lib/core/cluster';
import { SECRET_STORE, SecretStore } from '../../../lib/platform/secrets/secret-store';
import { EKS, GKE, synth, type Objects } from '../../support/manifests';

const READER = {
  name: 'funlynk-secret-reader',
  namespace: 'funlynk',
  serviceAccount: 'secret-reader',
  permissions: [{ action: 'secret:read' as const, secrets: ['database'] }],
};

function store(cluster: Cluster): Objects {
  return synth((chart) => new SecretStore(chart, 'store', { cluster, reader: READER }));
}

describe('SecretStore', () => {
  test('assumes the role of its namespace on AWS', () => {
    expect(store(EKS).yaml('SecretStore')).toMatchInlineSnapshot(`
      "apiVersion: external-secrets.io/v1
      kind: SecretStore
      metadata:
        name: cloud
        namespace: funlynk
      spec:
        provider:
          aws:
            region: us-east-1
            role: arn:aws:iam::111122223333:role/funlynk-production-us-east-1-secrets-funlynk
            service: SecretsManager
      "
    `);
  });

  test('reads as a service account of its namespace on Google Cloud', () => {
    expect(store(GKE).yaml('SecretStore')).toMatchInlineSnapshot(`
      "apiVersion: external-secrets.io/v1
      kind: SecretStore
      metadata:
        name: cloud
        namespace: funlynk
      spec:
        provider:
          gcpsm:
            auth:
              workloadIdentity:
                clusterLocation: europe-west1
                clusterName: funlynk-production-europe-west1
                clusterProjectID: funlynk-prod
                serviceAccountRef:
                  name: secret-reader
            projectID: funlynk-prod
      "
    `);
  });

  test('has that service account act as an identity of the cloud', () => {
    expect(store(GKE).one('ServiceAccount')).toEqual({
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: {
        name: 'secret-reader',
        namespace: 'funlynk',
        annotations: { ...GKE.identityAnnotations(READER) },
      },
      automountServiceAccountToken: false,
    });
    expect(GKE.identityAnnotations(READER)).toHaveProperty(['iam.gke.io/gcp-service-account']);
  });

  test('needs no service account on AWS, where the controller is what assumes the role', () => {
    expect(store(EKS).names('ServiceAccount')).toEqual([]);
  });

  test('has the name that secrets ask for, in the namespace of its reader', () => {
    expect(SECRET_STORE).toBe('cloud');
    expect(store(EKS).one('SecretStore').metadata).toMatchObject({ name: 'cloud', namespace: 'funlynk' });
  });
});
