import * as names from '../../../lib/cloud/aws/names';

const scope = { system: 'funlynk', environment: 'production', account: '111122223333', region: 'us-east-1' };
const cluster = 'funlynk-production-us-east-1';

describe('names', () => {
  test.each([
    [names.eksClusterName('funlynk', 'production', 'us-east-1'), cluster],
    [names.secretName('funlynk', 'production', 'database'), 'funlynk/production/database'],
    [names.repositoryName('funlynk', 'production', 'backend'), 'funlynk-production/backend'],
    [names.webAclName('funlynk', 'production'), 'funlynk-production'],
    [names.operationsName('funlynk', 'production'), 'funlynk-production-operations'],
    [names.logsKeyAlias('funlynk', 'production'), 'alias/funlynk-production-logs'],
    [names.registryHost(scope), '111122223333.dkr.ecr.us-east-1.amazonaws.com/funlynk-production'],
    [names.secretsKeyAlias('funlynk', 'production'), 'alias/funlynk-production-secrets'],
    [names.registryKeyAlias('funlynk', 'production'), 'alias/funlynk-production-registry'],
    [names.clusterKeyAlias(cluster), 'alias/funlynk-production-us-east-1'],
    [names.volumesKeyAlias(cluster), 'alias/funlynk-production-us-east-1-volumes'],
    [names.keyAliasArn(scope, 'alias/a'), 'arn:aws:kms:us-east-1:111122223333:alias/a'],
    [names.controlPlaneRoleName(cluster), 'funlynk-production-us-east-1-control-plane'],
    [names.breakGlassRoleName(cluster), 'funlynk-production-us-east-1-break-glass'],
    [names.autoNodeRoleName(cluster), 'funlynk-production-us-east-1-auto-nodes'],
    [names.capabilityRoleName(cluster, 'argocd'), 'funlynk-production-us-east-1-capability-argocd'],
    [names.nodeRoleName(cluster, 'general'), 'funlynk-production-us-east-1-nodes-general'],
    [names.placementGroupName(cluster, 'general', 'spread'), 'funlynk-production-us-east-1-general-spread'],
    [names.fargateRoleName(cluster, 'jobs'), 'funlynk-production-us-east-1-fargate-jobs'],
    [names.fargateProfileArnPattern(scope, cluster), `arn:aws:eks:us-east-1:111122223333:fargateprofile/${cluster}/*`],
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
    [names.creationTemplateRoleName('us-east-1', 'base/images'), 'ecr-template-us-east-1-base-images'],
    [names.pullThroughImagePrefix(scope, 'quay'), '111122223333.dkr.ecr.us-east-1.amazonaws.com/quay'],
    [names.pullThroughImagePrefix(scope, 'ROOT'), '111122223333.dkr.ecr.us-east-1.amazonaws.com'],
    [names.pullThroughSecretName('docker-hub'), 'ecr-pullthroughcache/docker-hub'],
    [names.rotationReminderName('funlynk/production/database'), 'funlynk-production-database-rotation'],
    [names.rotationStatementId('funlynk/production/database'), 'rotate-funlynk-production-database'],
    [names.karpenterNodeRoleName(cluster), 'funlynk-production-us-east-1-karpenter-nodes'],
    [names.karpenterQueueName(cluster), 'funlynk-production-us-east-1-karpenter'],
    [names.karpenterRuleName(cluster, 'health'), 'funlynk-production-us-east-1-karpenter-health'],
    [names.eventRuleArn(scope, 'a'), 'arn:aws:events:us-east-1:111122223333:rule/a'],
    [names.queueArn(scope, 'a'), 'arn:aws:sqs:us-east-1:111122223333:a'],
    [names.eksClusterArn(scope, cluster), `arn:aws:eks:us-east-1:111122223333:cluster/${cluster}`],
    [names.zoneSigningKeyAlias('a-b.example'), 'alias/dnssec-a-b_example'],
    [names.zoneQueryLogGroupName('funlynk.example'), '/aws/route53/funlynk.example'],
    [names.webAclLogGroupName('funlynk-production'), 'aws-waf-logs-funlynk-production'],
    [names.GUARD_DUTY_RULE_NAME, 'guardduty-findings'],
    [names.veleroBucketName(scope, 'funlynk-production'), 'funlynk-production-velero-111122223333-us-east-1'],
    [names.veleroKeyAlias(cluster), 'alias/funlynk-production-us-east-1-velero'],
    [names.backupVaultKeyAlias('nightly'), 'alias/nightly-backup'],
    [names.backupVaultArn(scope, 'nightly'), 'arn:aws:backup:us-east-1:111122223333:backup-vault:nightly'],
    [names.backupRoleName('us-east-1', 'nightly'), 'nightly-backup-us-east-1'],
    [names.restoreTestingRoleName('us-east-1', 'weekly'), 'weekly-restore-testing-us-east-1'],
    [names.alarmTopicKeyAlias('on-call'), 'alias/on-call-alarms'],
    [names.clusterAlarmName(cluster, 'node-failed'), 'funlynk-production-us-east-1-node-failed'],
    [names.auditMetricNamespace(cluster), 'EKS/Audit/funlynk-production-us-east-1'],
    [names.auditTrailBucketName(scope, 'audit'), 'audit-trail-111122223333-us-east-1'],
    [names.auditTrailArn(scope, 'audit'), 'arn:aws:cloudtrail:us-east-1:111122223333:trail/audit'],
    [names.auditTrailKeyAlias('audit'), 'alias/audit-trail'],
    [names.containerInsightsLogGroupPrefix(cluster), '/aws/containerinsights/funlynk-production-us-east-1'],
    [names.bucketArn('uploads'), 'arn:aws:s3:::uploads'],
    [names.topicArn(scope, 'orders'), 'arn:aws:sns:us-east-1:111122223333:orders'],
    [names.fifoName('orders'), 'orders.fifo'],
    [names.deadLetterQueueName('orders'), 'orders-dead-letter'],
    [names.deadLetterQueueName('orders.fifo'), 'orders-dead-letter.fifo'],
    [names.replicationRoleName('uploads'), 'uploads-replication'],
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
