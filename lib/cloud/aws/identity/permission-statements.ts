import type { Refusal } from '../../../core/errors';
import { type Permission, permittedActions, type PermittedAction } from '../../../core/service-identity';
import type { PolicyStatement } from '../iam/policy-document';
import {
  type AwsScope,
  bucketArn,
  bucketName,
  fifoName,
  logGroupName,
  messagingKeyAlias,
  metricNamespace,
  queueArn,
  queueName,
  secretArnPattern,
  secretName,
  secretsKeyAlias,
  storageKeyAlias,
  topicArn,
  topicName,
} from '../names';
import { type DatabaseUsers, databaseStatement } from './database-user';
import { DECRYPT, ENCRYPT, keyStatement } from './key-permission';

/**
 * What a role has to be allowed so that an identity can do what its permissions say, on the resources that they
 * name and no others. Ask `unsupportedPermissions` first: what it refuses has no statement.
 */
export function permissionStatements(
  scope: AwsScope,
  permissions: readonly Permission[],
  databaseUsers: DatabaseUsers = {},
): readonly PolicyStatement[] {
  return permittedActions(permissions).flatMap((permitted) => statementsOf(scope, permitted, databaseUsers));
}

/** Refuses what cannot be granted on AWS from what is known at synthesis. */
export function unsupportedPermissions(
  property: string,
  permissions: readonly Permission[],
  databaseUsers: DatabaseUsers = {},
): (Refusal | undefined)[] {
  return permissions.flatMap((permission) =>
    permission.action === 'database:connect'
      ? permission.databases
          .filter((database) => databaseUsers[database] === undefined)
          .map((database) => ({
            property,
            rule: 'must not hold database:connect on AWS for a database whose ID and user are not told',
            got: database,
            remedy: `RDS makes up the ID: give databaseUsers.${database}`,
          }))
      : [],
  );
}

function statementsOf(
  scope: AwsScope,
  { action, resources }: PermittedAction,
  databaseUsers: DatabaseUsers,
): readonly PolicyStatement[] {
  switch (action) {
    case 'secret:read':
      return secretReadStatements(scope, resources);
    case 'secret:rotate':
      return secretRotateStatements(scope, resources);
    case 'bucket:read':
      return bucketReadStatements(scope, resources);
    case 'bucket:write':
      return bucketWriteStatements(scope, resources);
    case 'queue:publish':
      return queuePublishStatements(scope, resources);
    case 'queue:consume':
      return queueConsumeStatements(scope, resources);
    case 'topic:publish':
      return topicPublishStatements(scope, resources);
    case 'logs:write':
    case 'metrics:write':
    case 'traces:write':
      return [telemetryStatement(scope, action)];
    case 'database:connect':
      return [databaseStatement(scope, resources, databaseUsers)];
  }
}

/** Also what a `SecretReaderRole` may do. */
export function secretReadStatements(scope: AwsScope, secrets: readonly string[]): readonly PolicyStatement[] {
  const alias = secretsKeyAlias(scope.system, scope.environment);
  return [
    {
      sid: 'ReadSecrets',
      actions: ['secretsmanager:DescribeSecret', 'secretsmanager:GetSecretValue'],
      resources: secretArns(scope, secrets),
    },
    keyStatement(scope, { sid: 'DecryptSecrets', actions: DECRYPT, alias, service: 'secretsmanager' }),
  ];
}

function secretRotateStatements(scope: AwsScope, secrets: readonly string[]): readonly PolicyStatement[] {
  const alias = secretsKeyAlias(scope.system, scope.environment);
  return [
    {
      sid: 'RotateSecrets',
      actions: ['secretsmanager:DescribeSecret', 'secretsmanager:PutSecretValue'],
      resources: secretArns(scope, secrets),
    },
    keyStatement(scope, { sid: 'EncryptSecrets', actions: ENCRYPT, alias, service: 'secretsmanager' }),
  ];
}

function bucketReadStatements(scope: AwsScope, buckets: readonly string[]): readonly PolicyStatement[] {
  const alias = storageKeyAlias(scope.system, scope.environment);
  return [
    { sid: 'ListToRead', actions: ['s3:ListBucket'], resources: bucketArns(scope, buckets) },
    objectStatement(scope, 'ReadObjects', ['s3:GetObject'], buckets),
    keyStatement(scope, { sid: 'DecryptObjects', actions: DECRYPT, alias, service: 's3' }),
  ];
}

function bucketWriteStatements(scope: AwsScope, buckets: readonly string[]): readonly PolicyStatement[] {
  const alias = storageKeyAlias(scope.system, scope.environment);
  const actions = ['s3:AbortMultipartUpload', 's3:DeleteObject', 's3:GetObject', 's3:PutObject'];
  return [
    { sid: 'ListToWrite', actions: ['s3:ListBucket'], resources: bucketArns(scope, buckets) },
    objectStatement(scope, 'WriteObjects', actions, buckets),
    keyStatement(scope, { sid: 'EncryptObjects', actions: ENCRYPT, alias, service: 's3' }),
  ];
}

function queuePublishStatements(scope: AwsScope, queues: readonly string[]): readonly PolicyStatement[] {
  const alias = messagingKeyAlias(scope.system, scope.environment);
  return [
    { sid: 'PublishToQueues', actions: ['sqs:GetQueueUrl', 'sqs:SendMessage'], resources: queueArns(scope, queues) },
    keyStatement(scope, { sid: 'EncryptForQueues', actions: ENCRYPT, alias, service: 'sqs' }),
  ];
}

function queueConsumeStatements(scope: AwsScope, queues: readonly string[]): readonly PolicyStatement[] {
  const alias = messagingKeyAlias(scope.system, scope.environment);
  return [
    {
      sid: 'ConsumeQueues',
      actions: [
        'sqs:ChangeMessageVisibility',
        'sqs:DeleteMessage',
        'sqs:GetQueueAttributes',
        'sqs:GetQueueUrl',
        'sqs:ReceiveMessage',
      ],
      resources: queueArns(scope, queues),
    },
    keyStatement(scope, { sid: 'DecryptFromQueues', actions: DECRYPT, alias, service: 'sqs' }),
  ];
}

function topicPublishStatements(scope: AwsScope, topics: readonly string[]): readonly PolicyStatement[] {
  const { system, environment } = scope;
  const alias = messagingKeyAlias(system, environment);
  const resources = topics.flatMap((topic) => {
    const name = topicName(system, environment, topic);
    return [topicArn(scope, name), topicArn(scope, fifoName(name))];
  });
  return [
    { sid: 'PublishToTopics', actions: ['sns:Publish'], resources },
    keyStatement(scope, { sid: 'EncryptForTopics', actions: ENCRYPT, alias, service: 'sns' }),
  ];
}

function telemetryStatement(
  { system, environment, account, region }: AwsScope,
  action: 'logs:write' | 'metrics:write' | 'traces:write',
): PolicyStatement {
  switch (action) {
    case 'logs:write':
      return {
        sid: 'WriteLogs',
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: [`arn:aws:logs:${region}:${account}:log-group:${logGroupName(system, environment)}:log-stream:*`],
        wildcard: 'streams of the one log group, named by whoever writes them',
      };
    case 'metrics:write':
      return {
        sid: 'WriteMetrics',
        actions: ['cloudwatch:PutMetricData'],
        resources: ['*'],
        conditions: { StringEquals: { 'cloudwatch:namespace': [metricNamespace(system, environment)] } },
        wildcard: 'CloudWatch knows no metric as a resource; the condition names the namespace',
      };
    case 'traces:write':
      return {
        sid: 'WriteTraces',
        actions: [
          'xray:GetSamplingRules',
          'xray:GetSamplingTargets',
          'xray:PutTelemetryRecords',
          'xray:PutTraceSegments',
        ],
        resources: ['*'],
        wildcard: 'X-Ray keeps one store for an account, and knows no resource to write traces to',
      };
  }
}

function objectStatement(
  scope: AwsScope,
  sid: string,
  actions: readonly string[],
  buckets: readonly string[],
): PolicyStatement {
  const resources = bucketArns(scope, buckets).map((arn) => `${arn}/*`);
  return { sid, actions, resources, wildcard: 'all objects of the buckets that are named, and of no others' };
}

function secretArns(scope: AwsScope, secrets: readonly string[]): readonly string[] {
  return secrets.map((secret) => secretArnPattern(scope, secretName(scope.system, scope.environment, secret)));
}

function bucketArns(scope: AwsScope, buckets: readonly string[]): readonly string[] {
  return buckets.map((bucket) => bucketArn(bucketName(scope, bucket)));
}

/** Whether a queue keeps the order of messages is the queue's affair; what it is called does not tell. */
function queueArns(scope: AwsScope, queues: readonly string[]): readonly string[] {
  return queues.flatMap((queue) => {
    const name = queueName(scope.system, scope.environment, queue);
    return [queueArn(scope, name), queueArn(scope, fifoName(name))];
  });
}
