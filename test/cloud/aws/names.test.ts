import * as names from '../../../lib/cloud/aws/names';

const scope = { system: 'funlynk', environment: 'production', account: '111122223333', region: 'us-east-1' };
const cluster = 'funlynk-production-us-east-1';

describe('names', () => {
  test.each([
    [names.eksClusterName('funlynk', 'production', 'us-east-1'), cluster],
    [names.secretName('funlynk', 'production', 'database'), 'funlynk/production/database'],
    [names.repositoryName('funlynk', 'production', 'backend'), 'funlynk-production/backend'],
    [names.registryHost(scope), '111122223333.dkr.ecr.us-east-1.amazonaws.com/funlynk-production'],
    [names.secretsKeyAlias('funlynk', 'production'), 'alias/funlynk-production-secrets'],
    [names.registryKeyAlias('funlynk', 'production'), 'alias/funlynk-production-registry'],
    [names.clusterKeyAlias(cluster), 'alias/funlynk-production-us-east-1'],
    [names.volumesKeyAlias(cluster), 'alias/funlynk-production-us-east-1-volumes'],
    [names.keyAliasArn(scope, 'alias/a'), 'arn:aws:kms:us-east-1:111122223333:alias/a'],
    [names.controlPlaneRoleName(cluster), 'funlynk-production-us-east-1-control-plane'],
    [names.nodeRoleName(cluster, 'general'), 'funlynk-production-us-east-1-nodes-general'],
    [names.podIdentityRoleName(cluster, 'ebs-csi'), 'funlynk-production-us-east-1-ebs-csi'],
    [names.secretReaderRoleName(cluster, 'funlynk'), 'funlynk-production-us-east-1-secrets-funlynk'],
    [names.flowLogRoleName(cluster), 'funlynk-production-us-east-1-flow-logs'],
    [names.roleArn('111122223333', 'platform'), 'arn:aws:iam::111122223333:role/platform'],
    [names.controlPlaneLogGroupName(cluster), '/aws/eks/funlynk-production-us-east-1/cluster'],
    [names.storageKeyAlias('funlynk', 'production'), 'alias/funlynk-production-storage'],
    [names.messagingKeyAlias('funlynk', 'production'), 'alias/funlynk-production-messaging'],
    [names.bucketName(scope, 'uploads'), 'funlynk-production-uploads-111122223333-us-east-1'],
    [names.queueName('funlynk', 'production', 'invoices'), 'funlynk-production-invoices'],
    [names.topicName('funlynk', 'production', 'orders'), 'funlynk-production-orders'],
    [names.logGroupName('funlynk', 'production'), '/funlynk/production'],
    [names.metricNamespace('funlynk', 'production'), 'funlynk/production'],
    [names.flowLogGroupName(cluster), '/aws/vpc/funlynk-production-us-east-1/flow-logs'],
  ])('are the same wherever they are asked for: %s', (actual, expected) => {
    expect(actual).toBe(expected);
  });

  test('match the six characters that Secrets Manager adds to an ARN, and no longer name', () => {
    expect(names.secretArnPattern(scope, 'funlynk/production/database')).toBe(
      'arn:aws:secretsmanager:us-east-1:111122223333:secret:funlynk/production/database-??????',
    );
  });

  test('keep role names within the 64 characters of IAM, and apart', () => {
    const long = 'a-system-with-a-long-name-production-ap-southeast-1';
    const [first, second] = [
      names.secretReaderRoleName(long, 'payments'),
      names.secretReaderRoleName(long, 'paychecks'),
    ];
    expect([first.length <= 64, second.length <= 64, first === second]).toEqual([true, true, false]);
  });
});
