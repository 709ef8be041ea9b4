import {
  ALARM_PUBLISHERS,
  publisherKeyStatements,
  publishStatements,
} from '../../../../lib/cloud/aws/operations/alarm-publishers';
import { PLACE } from '../harness';

const TOPIC = 'arn:aws:sns:us-east-1:111122223333:on-call';

describe('services that raise alarms', () => {
  test('are those of costs, metrics, events and backups', () => {
    expect(ALARM_PUBLISHERS).toEqual(['backup', 'budgets', 'cloudwatch', 'cost-anomalies', 'events']);
  });

  test.each([
    ['budgets', 'arn:aws:budgets::111122223333:*'],
    ['cloudwatch', 'arn:aws:cloudwatch:us-east-1:111122223333:alarm:*'],
    ['cost-anomalies', 'arn:aws:ce::111122223333:anomalysubscription/*'],
    ['events', 'arn:aws:events:us-east-1:111122223333:rule/*'],
  ] as const)('may publish for the account of the topic alone: %s', (publisher, source) => {
    expect(publishStatements(PLACE, 'on-call', [publisher])).toEqual([
      expect.objectContaining({
        actions: ['sns:Publish'],
        resources: [TOPIC],
        conditions: { ArnLike: { 'aws:SourceArn': [source] } },
      }),
    ]);
  });

  test('may publish without a condition where they do not say for whom', () => {
    expect(publishStatements(PLACE, 'on-call', ['backup'])[0]).not.toHaveProperty('conditions.ArnLike');
  });

  test('may use the key for the one topic, whichever service it is', () => {
    const statements = publisherKeyStatements(PLACE, 'on-call', ['events', 'cost-anomalies', 'events']);
    expect(statements.map(({ sid }) => sid)).toEqual(['EncryptCostAnomalies', 'EncryptEvents']);
    for (const { actions, conditions } of statements) {
      expect(actions).toEqual(['kms:Decrypt', 'kms:GenerateDataKey']);
      expect(conditions).toEqual({ StringEquals: { 'kms:EncryptionContext:aws:sns:topicArn': [TOPIC] } });
    }
  });
});
