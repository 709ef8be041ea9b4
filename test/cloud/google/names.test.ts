import {
  attestorName,
  backupName,
  bucketName,
  clusterKeyId,
  databaseInstanceName,
  deadLetterName,
  edgeName,
  foundationKeyId,
  gatewayNegName,
  gkeClusterName,
  nodeServiceAccountId,
  operationsName,
  queueName,
  registryHost,
  remoteRepositoryId,
  repositoryId,
  rotationTopicName,
  secretId,
  serviceAccountEmail,
  topicId,
  topicName,
  workloadPool,
  workloadServiceAccountId,
} from '../../../lib/cloud/google/names';

const SCOPE = { system: 'funlynk', environment: 'production', project: 'funlynk-prod', region: 'europe-west1' };
const LONG = 'a-system-with-quite-a-long-name';

describe('names on Google Cloud', () => {
  test('are made of system, environment and what is named', () => {
    expect({
      cluster: gkeClusterName('funlynk', 'production', 'europe-west1'),
      secret: secretId('funlynk', 'production', 'database'),
      repository: repositoryId('funlynk', 'production'),
      registry: registryHost(SCOPE),
      pool: workloadPool('funlynk-prod'),
      email: serviceAccountEmail('main-nodes', 'funlynk-prod'),
    }).toEqual({
      cluster: 'funlynk-production-europe-west1',
      secret: 'funlynk-production-database',
      repository: 'funlynk-production',
      registry: 'europe-west1-docker.pkg.dev/funlynk-prod/funlynk-production',
      pool: 'funlynk-prod.svc.id.goog',
      email: 'main-nodes@funlynk-prod.iam.gserviceaccount.com',
    });
  });

  test('of keys are full resource ids', () => {
    const ring = 'projects/funlynk-prod/locations/europe-west1/keyRings';
    expect(foundationKeyId(SCOPE, 'secrets')).toBe(`${ring}/funlynk-production/cryptoKeys/secrets`);
    expect(clusterKeyId('funlynk-prod', 'europe-west1', 'main', 'etcd')).toBe(`${ring}/main/cryptoKeys/etcd`);
  });

  test('of clusters stay within 40 characters', () => {
    expect(gkeClusterName(LONG, 'production', 'europe-west1')).toMatch(/^[a-z][-a-z0-9]{0,39}$/);
  });

  test('of service accounts stay within 30 characters', () => {
    expect(nodeServiceAccountId(LONG)).toMatch(/^[a-z][-a-z0-9]{4,28}[a-z0-9]$/);
    expect(workloadServiceAccountId(LONG, 'backend')).toMatch(/^[a-z][-a-z0-9]{4,28}[a-z0-9]$/);
  });

  test('keep the account of the nodes apart from an identity called nodes', () => {
    expect(workloadServiceAccountId('main', 'nodes')).not.toBe(nodeServiceAccountId('main'));
  });

  test('keep identities of one cluster apart when they are cut', () => {
    expect(workloadServiceAccountId(LONG, 'backend')).not.toBe(workloadServiceAccountId(LONG, 'frontend'));
  });

  test('of buckets and databases say what project they are in, or leave room for it', () => {
    expect(bucketName(SCOPE, 'uploads')).toBe('funlynk-prod-funlynk-production-uploads');
    expect(bucketName({ ...SCOPE, system: LONG }, 'uploads')).toMatch(/^funlynk-prod-[-a-z0-9]{1,50}$/);
    expect(databaseInstanceName(SCOPE, 'main')).toBe('funlynk-production-main');
    const long = databaseInstanceName({ ...SCOPE, system: LONG.repeat(3) }, 'main');
    expect(`${SCOPE.project}:${long}`).toHaveLength(98);
  });

  test('of topics and queues belong to the environment, and those of dead letters to the queue', () => {
    expect(topicName('funlynk', 'production', 'orders')).toBe('funlynk-production-orders');
    expect(queueName('funlynk', 'production', 'invoices')).toBe('funlynk-production-invoices');
    expect(deadLetterName('funlynk-production-invoices')).toBe('funlynk-production-invoices-dead-letter');
    expect(rotationTopicName('funlynk-production-database')).toBe('funlynk-production-database-rotation');
    expect(topicId('funlynk-prod', 'orders')).toBe('projects/funlynk-prod/topics/orders');
  });

  test('of queues leave room for that of the dead letters', () => {
    expect(deadLetterName(queueName(LONG.repeat(9), 'production', 'invoices'))).toHaveLength(255);
  });

  test('of the groups that a gateway fills are those of its cluster', () => {
    expect(gatewayNegName('funlynk-production-europe-west1')).toBe('funlynk-production-europe-west1-gateway');
    expect(gatewayNegName(LONG.repeat(9))).toHaveLength(63);
  });

  test('of what stands around clusters say whose it is', () => {
    expect(operationsName('funlynk', 'production')).toBe('funlynk-production-operations');
    expect(edgeName('funlynk', 'production')).toBe('funlynk-production-edge');
    expect(backupName('funlynk-production-europe-west1')).toBe('funlynk-production-europe-west1-backup');
    expect(attestorName('funlynk', 'production')).toBe('funlynk-production');
    expect(remoteRepositoryId('funlynk', 'production', 'ghcr.io')).toBe('funlynk-production-ghcr-io');
  });

  test.each([
    [operationsName(LONG, 'production'), 60],
    [edgeName(LONG, 'production'), 35],
    [remoteRepositoryId(LONG, 'production', 'docker-hub'), 63],
  ])('%s is as long as it may be', (name, length) => {
    expect(name.length).toBeLessThanOrEqual(length);
  });
});
