import { policyDocument } from '../../../../lib/cloud/aws/iam/policy-document';
import { permissionStatements, unsupportedPermissions } from '../../../../lib/cloud/aws/identity/permission-statements';
import type { Permission } from '../../../../lib/core/service-identity';
import { PLACE } from '../harness';

const SCOPE = { ...PLACE, system: 'funlynk', environment: 'production' };
const EVERYTHING: readonly Permission[] = [
  { action: 'bucket:read', buckets: ['uploads'] },
  { action: 'bucket:write', buckets: ['uploads'] },
  { action: 'logs:write' },
  { action: 'metrics:write' },
  { action: 'queue:consume', queues: ['invoices'] },
  { action: 'queue:publish', queues: ['invoices'] },
  { action: 'secret:read', secrets: ['database'] },
  { action: 'secret:rotate', secrets: ['database'] },
  { action: 'topic:publish', topics: ['orders'] },
  { action: 'traces:write' },
];

/** What a permission allows, without the use of keys. */
const allowed = (permission: Permission) =>
  permissionStatements(SCOPE, [permission])
    .filter(({ actions }) => !actions.some((action) => action.startsWith('kms:')))
    .map(({ actions, resources }) => ({ actions, resources }));

describe('permissionStatements', () => {
  test('let secrets be read, or written without being read', () => {
    const resources = ['arn:aws:secretsmanager:us-east-1:111122223333:secret:funlynk/production/database-??????'];
    expect(allowed({ action: 'secret:read', secrets: ['database'] })).toEqual([
      { actions: ['secretsmanager:DescribeSecret', 'secretsmanager:GetSecretValue'], resources },
    ]);
    expect(allowed({ action: 'secret:rotate', secrets: ['database'] })).toEqual([
      { actions: ['secretsmanager:DescribeSecret', 'secretsmanager:PutSecretValue'], resources },
    ]);
  });

  test('let the objects of a bucket be read, or written as well', () => {
    const bucket = 'arn:aws:s3:::funlynk-production-uploads-111122223333-us-east-1';
    const list = { actions: ['s3:ListBucket'], resources: [bucket] };
    expect(allowed({ action: 'bucket:read', buckets: ['uploads'] })).toEqual([
      list,
      { actions: ['s3:GetObject'], resources: [`${bucket}/*`] },
    ]);
    expect(allowed({ action: 'bucket:write', buckets: ['uploads'] })).toEqual([
      list,
      {
        actions: ['s3:AbortMultipartUpload', 's3:DeleteObject', 's3:GetObject', 's3:PutObject'],
        resources: [`${bucket}/*`],
      },
    ]);
  });

  test('let messages be sent to a queue, taken from it, or published to a topic', () => {
    const queue = 'arn:aws:sqs:us-east-1:111122223333:funlynk-production-invoices';
    const topic = 'arn:aws:sns:us-east-1:111122223333:funlynk-production-orders';
    expect(allowed({ action: 'queue:publish', queues: ['invoices'] })).toEqual([
      { actions: ['sqs:GetQueueUrl', 'sqs:SendMessage'], resources: [queue, `${queue}.fifo`] },
    ]);
    expect(allowed({ action: 'queue:consume', queues: ['invoices'] })).toEqual([
      {
        actions: [
          'sqs:ChangeMessageVisibility',
          'sqs:DeleteMessage',
          'sqs:GetQueueAttributes',
          'sqs:GetQueueUrl',
          'sqs:ReceiveMessage',
        ],
        resources: [queue, `${queue}.fifo`],
      },
    ]);
    expect(allowed({ action: 'topic:publish', topics: ['orders'] })).toEqual([
      { actions: ['sns:Publish'], resources: [topic, `${topic}.fifo`] },
    ]);
  });

  test('let telemetry be sent, to one log group and one namespace of metrics', () => {
    expect(permissionStatements(SCOPE, [{ action: 'logs:write' }])[0]?.resources).toEqual([
      'arn:aws:logs:us-east-1:111122223333:log-group:/funlynk/production:log-stream:*',
    ]);
    expect(permissionStatements(SCOPE, [{ action: 'metrics:write' }])[0]).toMatchObject({
      actions: ['cloudwatch:PutMetricData'],
      conditions: { StringEquals: { 'cloudwatch:namespace': ['funlynk/production'] } },
    });
    expect(permissionStatements(SCOPE, [{ action: 'traces:write' }])[0]?.actions).toContain('xray:PutTraceSegments');
  });

  test.each<[Permission, string, string, readonly string[]]>([
    [{ action: 'secret:read', secrets: ['a'] }, 'secrets', 'secretsmanager', ['kms:Decrypt']],
    [{ action: 'secret:rotate', secrets: ['a'] }, 'secrets', 'secretsmanager', ['kms:Decrypt', 'kms:GenerateDataKey']],
    [{ action: 'bucket:read', buckets: ['a'] }, 'storage', 's3', ['kms:Decrypt']],
    [{ action: 'bucket:write', buckets: ['a'] }, 'storage', 's3', ['kms:Decrypt', 'kms:GenerateDataKey']],
    [{ action: 'queue:consume', queues: ['a'] }, 'messaging', 'sqs', ['kms:Decrypt']],
    [{ action: 'queue:publish', queues: ['a'] }, 'messaging', 'sqs', ['kms:Decrypt', 'kms:GenerateDataKey']],
    [{ action: 'topic:publish', topics: ['a'] }, 'messaging', 'sns', ['kms:Decrypt', 'kms:GenerateDataKey']],
  ])('let %j use the key alias of the %s, through %s alone', (permission, key, service, actions) => {
    expect(permissionStatements(SCOPE, [permission]).at(-1)).toMatchObject({
      actions,
      conditions: {
        'ForAnyValue:StringEquals': { 'kms:ResourceAliases': [`alias/funlynk-production-${key}`] },
        StringEquals: { 'kms:ViaService': [`${service}.us-east-1.amazonaws.com`] },
      },
    });
  });

  test('make one policy of everything, each statement with a name of its own', () => {
    const statements = permissionStatements(SCOPE, EVERYTHING);
    expect(() => policyDocument('identity', statements)).not.toThrow();
    const sids = statements.map(({ sid }) => sid);
    expect(new Set(sids).size).toBe(sids.length);
  });

  test('leave out nothing that is supported', () => {
    for (const permission of EVERYTHING) expect(permissionStatements(SCOPE, [permission])).not.toEqual([]);
  });
});

describe('unsupportedPermissions', () => {
  test('are none where AWS can grant everything', () => {
    expect(unsupportedPermissions('permissions', EVERYTHING).filter(Boolean)).toEqual([]);
  });

  test('are logins to databases whose user nobody told', () => {
    const connect: Permission = { action: 'database:connect', databases: ['audit', 'main'] };
    const users = { main: { resourceId: 'db-ABCDEFGHIJKL', username: 'backend' } };
    expect(unsupportedPermissions('permissions', [connect], users)).toEqual([
      {
        property: 'permissions',
        rule: 'must not hold database:connect on AWS for a database whose ID and user are not told',
        got: 'audit',
        remedy: 'RDS makes up the ID: give databaseUsers.audit',
      },
    ]);
    expect(unsupportedPermissions('permissions', [connect])).toHaveLength(2);
  });
});
