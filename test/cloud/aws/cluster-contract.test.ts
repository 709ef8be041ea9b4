import { eksContract } from '../../../lib/cloud/aws/cluster-contract';
import { bucketName } from '../../../lib/cloud/aws/names';
import { PRIVATE_RANGES } from '../../../lib/core/cidr';

const PLACE = {
  system: 'funlynk',
  environment: 'production',
  name: 'us-east-1',
  account: '111122223333',
  region: 'us-east-1',
};

const contract = eksContract(PLACE);

describe('eksContract', () => {
  test('names the cluster, where it is and where its images come from', () => {
    expect(contract).toMatchObject({
      name: 'us-east-1',
      cloud: 'aws',
      location: 'us-east-1',
      clusterName: 'funlynk-production-us-east-1',
      registry: {
        host: '111122223333.dkr.ecr.us-east-1.amazonaws.com/funlynk-production',
        immutableTags: true,
      },
    });
  });

  test('finds the API server and the endpoints of AWS in the ranges of the VPC, and under the name of its Service', () => {
    const { apiServerRanges, apiServerServiceRanges, cloudApiRanges } = eksContract({
      ...PLACE,
      vpcRanges: ['10.20.0.0/16'],
    });
    expect([apiServerRanges, cloudApiRanges]).toEqual([['10.20.0.0/16'], ['10.20.0.0/16']]);
    expect(apiServerServiceRanges).toEqual(['10.100.0.1/32', '172.20.0.1/32']);
    expect(contract.apiServerRanges).toEqual(PRIVATE_RANGES);
  });

  test('knows where the resources of the environment are', () => {
    const { bucket, queue, topic } = contract.addresses;
    expect(bucket('files')).toBe(bucketName(PLACE, 'files'));
    expect(queue('jobs')).toEqual({
      kind: 'sqs',
      url: 'https://sqs.us-east-1.amazonaws.com/111122223333/funlynk-production-jobs',
      region: 'us-east-1',
    });
    expect(topic('events')).toBe('arn:aws:sns:us-east-1:111122223333:funlynk-production-events');
    expect(contract.cloudApiHosts({ action: 'logs:write' })).toEqual(['logs.us-east-1.amazonaws.com']);
  });

  test('leaves nodes to EKS in Auto Mode, and policies that name hosts to Cilium where it is told of it', () => {
    expect(contract.nodes).toEqual({ kind: 'pools', pools: {} });
    expect(eksContract({ ...PLACE, mode: 'auto' }).nodes).toEqual({ kind: 'auto-mode' });
    expect(contract).not.toHaveProperty('fqdnPolicies');
    expect(eksContract({ ...PLACE, cilium: true }).fqdnPolicies).toBe('cilium');
  });

  test('encrypts standard-ssd with the volumes key, and deletes it with its claim', () => {
    expect(contract.storageClasses['standard-ssd']).toEqual({
      provisioner: 'ebs.csi.aws.com',
      parameters: {
        type: 'gp3',
        iops: '3000',
        throughput: '125',
        encrypted: 'true',
        kmsKeyId: 'arn:aws:kms:us-east-1:111122223333:alias/funlynk-production-us-east-1-volumes',
      },
      reclaimPolicy: 'Delete',
    });
  });

  test('has Auto Mode make the volumes by its own driver', () => {
    const auto = eksContract({ ...PLACE, mode: 'auto' });
    expect(Object.values(auto.storageClasses).map(({ provisioner }) => provisioner)).toEqual([
      'ebs.csi.eks.amazonaws.com',
      'ebs.csi.eks.amazonaws.com',
    ]);
  });

  test('gives fast-ssd 16000 IOPS and 1000 MB/s, and keeps the disk', () => {
    expect(contract.storageClasses['fast-ssd']).toMatchObject({
      parameters: { iops: '16000', throughput: '1000', encrypted: 'true' },
      reclaimPolicy: 'Retain',
    });
  });

  test('reads the secrets of a namespace in a role of that namespace', () => {
    const store = contract.secretStore;
    expect(store.kind === 'aws-secrets-manager' && store.roleArn('funlynk')).toBe(
      'arn:aws:iam::111122223333:role/funlynk-production-us-east-1-secrets-funlynk',
    );
  });

  test('names secrets by system and environment', () => {
    expect(contract.secretStore.key('database')).toBe('funlynk/production/database');
  });

  test('fetches credentials from the Pod Identity agent and annotates no service account', () => {
    expect([contract.credentialEndpoint, contract.identityAnnotations({ name: 'any' })]).toEqual([
      { cidr: '169.254.170.23/32', port: 80 },
      {},
    ]);
  });
});
