import { gkeContract } from '../../../lib/cloud/google/cluster-contract';
import { PRIVATE_RANGES } from '../../../lib/core/cidr';

const OPTIONS = {
  system: 'funlynk',
  environment: 'production',
  name: 'europe-west1',
  project: 'funlynk-prod',
  region: 'europe-west1',
};

describe('gkeContract', () => {
  const contract = gkeContract(OPTIONS);

  test('locates a regional cluster in its region', () => {
    expect(contract.location).toBe('europe-west1');
  });

  test('locates a zonal cluster in its zone, and its keys and registry in the region', () => {
    const zonal = gkeContract({ ...OPTIONS, zone: 'europe-west1-b' });
    expect(zonal.location).toBe('europe-west1-b');
    expect(zonal.secretStore).toMatchObject({ location: 'europe-west1-b' });
    expect(zonal.registry.host).toMatch(/^europe-west1-docker\.pkg\.dev\//);
    expect(zonal.storageClasses['fast-ssd'].parameters['disk-encryption-kms-key']).toContain(
      '/locations/europe-west1/',
    );
  });

  test('encrypts volumes with the key of the cluster', () => {
    const key =
      'projects/funlynk-prod/locations/europe-west1/keyRings/funlynk-production-europe-west1/cryptoKeys/volumes';
    expect(contract.storageClasses).toEqual({
      'standard-ssd': {
        provisioner: 'pd.csi.storage.gke.io',
        parameters: { type: 'pd-balanced', 'disk-encryption-kms-key': key },
        reclaimPolicy: 'Delete',
      },
      'fast-ssd': {
        provisioner: 'pd.csi.storage.gke.io',
        parameters: { type: 'pd-ssd', 'disk-encryption-kms-key': key },
        reclaimPolicy: 'Retain',
      },
    });
  });

  test('has a file system for many pods where Filestore is there, encrypted with the same key', () => {
    expect(contract.storageClasses).not.toHaveProperty('shared');
    const { shared } = gkeContract({ ...OPTIONS, filestore: true }).storageClasses;
    expect(shared).toMatchObject({
      provisioner: 'filestore.csi.storage.gke.io',
      parameters: { tier: 'enterprise', network: contract.clusterName },
      reclaimPolicy: 'Retain',
    });
    expect(shared?.parameters['instance-encryption-kms-key']).toBe(
      contract.storageClasses['standard-ssd'].parameters['disk-encryption-kms-key'],
    );
  });

  test('finds the API server in every private range, unless the network is told', () => {
    expect(contract.apiServerRanges).toEqual(PRIVATE_RANGES);
    expect(gkeContract({ ...OPTIONS, apiServerRanges: ['10.40.0.0/16'] }).apiServerRanges).toEqual(['10.40.0.0/16']);
    expect(contract.cloudApiRanges).toEqual([]);
  });

  test('has policies that name hosts where GKE enforces them', () => {
    expect(contract).not.toHaveProperty('fqdnPolicies');
    expect(gkeContract({ ...OPTIONS, fqdnPolicies: true }).fqdnPolicies).toBe('gke');
  });

  test('knows where the resources of the environment are', () => {
    const { bucket, queue, topic } = contract.addresses;
    expect(bucket('files')).toBe('funlynk-prod-funlynk-production-files');
    expect(queue('jobs')).toEqual({
      kind: 'pubsub',
      subscription: 'funlynk-production-jobs',
      topic: 'funlynk-production-jobs',
      project: 'funlynk-prod',
    });
    expect(topic('events')).toBe('projects/funlynk-prod/topics/funlynk-production-events');
    expect(contract.cloudApiHosts({ action: 'logs:write' })).toEqual(['logging.googleapis.com']);
  });

  test('names the metadata server as pods on Dataplane V2 reach it', () => {
    expect(contract.credentialEndpoint).toEqual({ cidr: '169.254.169.254/32', port: 80 });
  });

  test('annotates service accounts with the e-mail address of their identity', () => {
    expect(
      gkeContract({ ...OPTIONS, system: 'f', environment: 'p', name: 'x' }).identityAnnotations({ name: 'api' }),
    ).toEqual({
      'iam.gke.io/gcp-service-account': 'f-p-x-ksa-api@funlynk-prod.iam.gserviceaccount.com',
    });
  });

  test('reads secrets from Secret Manager under the names that the foundation gives them', () => {
    expect(contract.secretStore).toMatchObject({
      kind: 'google-secret-manager',
      project: 'funlynk-prod',
      clusterName: 'funlynk-production-europe-west1',
    });
    expect(contract.secretStore.key('database')).toBe('funlynk-production-database');
  });

  test('pulls from a registry whose tags never move', () => {
    expect(contract.registry).toEqual({
      host: 'europe-west1-docker.pkg.dev/funlynk-prod/funlynk-production',
      immutableTags: true,
    });
  });
});
