import {
  interruptionKeyStatement,
  InterruptionQueue,
  interruptionStatements,
} from '../../../../lib/cloud/aws/karpenter/interruption-queue';
import { CLUSTER, type Output, PLACE, statements, synth } from '../harness';

const KEY = 'arn:aws:kms:us-east-1:111122223333:key/a';
const QUEUE = 'arn:aws:sqs:us-east-1:111122223333:funlynk-production-us-east-1-karpenter';

function made(kmsKeyArn?: string, clusterName = CLUSTER.clusterName): Output {
  return synth((stack) => new InterruptionQueue(stack, 'queue', { ...PLACE, clusterName, kmsKeyArn }));
}

const output = made();
const policy = statements(output.one('aws_sqs_queue_policy').policy);

describe('InterruptionQueue', () => {
  test('forgets what is too old to be of use, and is encrypted', () => {
    expect(output.one('aws_sqs_queue')).toMatchInlineSnapshot(`
      {
        "message_retention_seconds": 300,
        "name": "funlynk-production-us-east-1-karpenter",
        "sqs_managed_sse_enabled": true,
      }
    `);
  });

  test('is encrypted with a key of its owner where one is given', () => {
    const queue = made(KEY).one('aws_sqs_queue');
    expect([queue.kms_master_key_id, queue.sqs_managed_sse_enabled]).toEqual([KEY, undefined]);
  });

  test('is written by the rules of the cluster, and by nobody else', () => {
    const rules = ['capacity-reservation', 'health', 'rebalance', 'spot-interruption', 'state-change'];
    expect(policy[0]).toEqual({
      Sid: 'RulesWrite',
      Effect: 'Allow',
      Principal: { Service: 'events.amazonaws.com' },
      Action: 'sqs:SendMessage',
      Resource: QUEUE,
      Condition: {
        ArnEquals: {
          'aws:SourceArn': rules.map(
            (rule) => `arn:aws:events:us-east-1:111122223333:rule/funlynk-production-us-east-1-karpenter-${rule}`,
          ),
        },
        StringEquals: { 'aws:SourceAccount': '111122223333' },
      },
    });
  });

  test('is closed to whoever comes without TLS', () => {
    expect(policy[1]).toMatchObject({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } });
  });

  test('is filled by one rule for each kind of event, once it may be', () => {
    expect(Object.keys(output.all('aws_cloudwatch_event_rule'))).toHaveLength(5);
    for (const target of Object.values(output.all('aws_cloudwatch_event_target'))) {
      expect(target.depends_on).toEqual([expect.stringContaining('aws_sqs_queue_policy.queue_Policy')]);
    }
  });

  test('trusts the very rules that it makes, however long the name of the cluster', () => {
    const long = made(undefined, 'a-system-with-a-long-name-production-ap-southeast-1-and-more');
    const names = Object.values(long.all('aws_cloudwatch_event_rule')).map(({ name }) => String(name));
    const trusted = JSON.stringify(statements(long.one('aws_sqs_queue_policy').policy)[0]);
    for (const name of names) expect(trusted).toContain(`:rule/${name}"`);
    expect(Math.max(...names.map(({ length }) => length))).toBeLessThanOrEqual(64);
  });
});

describe('interruptionStatements', () => {
  test('let Karpenter read one queue', () => {
    expect(interruptionStatements(PLACE, CLUSTER.clusterName, undefined)).toEqual([
      {
        sid: 'ReadInterruptions',
        actions: ['sqs:DeleteMessage', 'sqs:GetQueueUrl', 'sqs:ReceiveMessage'],
        resources: [QUEUE],
      },
    ]);
  });

  test("let it decrypt with the queue's key, through SQS alone", () => {
    expect(interruptionStatements(PLACE, CLUSTER.clusterName, KEY)[1]).toEqual({
      sid: 'Decrypt',
      actions: ['kms:Decrypt'],
      resources: [KEY],
      conditions: { StringEquals: { 'kms:ViaService': ['sqs.us-east-1.amazonaws.com'] } },
    });
  });
});

describe('interruptionKeyStatement', () => {
  test('lets EventBridge encrypt for the account', () => {
    expect(interruptionKeyStatement('111122223333')).toEqual({
      sid: 'EventBridgeUsesKey',
      principal: { service: 'events.amazonaws.com' },
      actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
      conditions: { StringEquals: { 'aws:SourceAccount': ['111122223333'] } },
    });
  });
});
