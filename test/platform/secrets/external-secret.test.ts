import type { Cluster } from '../../../lib/core/cluster';
import { ExternalSecret, tlsSecretData, type ExternalSecretProps } from '../../../lib/platform/secrets/external-secret';
import { EKS, GKE, synth, type Objects } from '../../support/manifests';

function fetched(cluster: Cluster = EKS, props: Partial<ExternalSecretProps> = {}): Objects {
  return synth(
    (chart) =>
      new ExternalSecret(chart, 'secret', {
        name: 'backend-database',
        namespace: 'funlynk',
        store: cluster.secretStore,
        data: { url: { secret: 'database', property: 'url' } },
        ...props,
      }),
  );
}

describe('ExternalSecret', () => {
  test('fetches a property of a secret on AWS', () => {
    expect(fetched(EKS).yaml('ExternalSecret')).toMatchInlineSnapshot(`
      "apiVersion: external-secrets.io/v1
      kind: ExternalSecret
      metadata:
        name: backend-database
        namespace: funlynk
      spec:
        data:
          - remoteRef:
              key: funlynk/production/database
              property: url
            secretKey: url
        refreshInterval: 1h
        secretStoreRef:
          kind: SecretStore
          name: cloud
        target:
          creationPolicy: Owner
          deletionPolicy: Retain
          name: backend-database
          template:
            type: Opaque
      "
    `);
  });

  test('fetches a property of a secret on Google Cloud', () => {
    expect(fetched(GKE).yaml('ExternalSecret')).toMatchInlineSnapshot(`
      "apiVersion: external-secrets.io/v1
      kind: ExternalSecret
      metadata:
        name: backend-database
        namespace: funlynk
      spec:
        data:
          - remoteRef:
              key: funlynk-production-database
              property: url
            secretKey: url
        refreshInterval: 1h
        secretStoreRef:
          kind: SecretStore
          name: cloud
        target:
          creationPolicy: Owner
          deletionPolicy: Retain
          name: backend-database
          template:
            type: Opaque
      "
    `);
  });

  test('fetches a secret whole where no property is named', () => {
    const data = { value: { secret: 'api-token' } };
    expect(fetched(EKS, { data }).one('ExternalSecret')).toHaveProperty('spec.data', [
      { secretKey: 'value', remoteRef: { key: 'funlynk/production/api-token' } },
    ]);
  });

  test('keeps the Kubernetes Secret when the store forgets the value', () => {
    expect(fetched().one('ExternalSecret')).toHaveProperty('spec.target.deletionPolicy', 'Retain');
  });

  test.each([
    ['Opaque', '1h'],
    ['kubernetes.io/dockerconfigjson', '1h'],
    ['kubernetes.io/tls', '24h'],
  ] as const)('makes a Secret of type %s, read again every %s', (type, refreshInterval) => {
    expect(fetched(EKS, { type }).one('ExternalSecret')).toMatchObject({
      spec: { refreshInterval, target: { template: { type } } },
    });
  });
});

describe('tlsSecretData', () => {
  test('takes a certificate and its key from one secret', () => {
    expect(tlsSecretData({ secret: 'funlynk-tls' })).toEqual({
      'tls.crt': { secret: 'funlynk-tls', property: 'tls.crt' },
      'tls.key': { secret: 'funlynk-tls', property: 'tls.key' },
    });
  });
});
