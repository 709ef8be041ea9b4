import { Token } from 'cdktf';
import {
  messagingKeyStatements,
  senderRefusals,
  senderStatements,
} from '../../../../lib/cloud/aws/messaging/service-sender';
import { PLACE } from '../harness';

const queue = 'arn:aws:sqs:us-east-1:111122223333:mails';

describe('senderStatements', () => {
  test('let a service send for named resources of the account, and in one statement', () => {
    const senders = [
      { service: 's3', sourceArns: ['arn:aws:s3:::b'] },
      { service: 's3', sourceArns: ['arn:aws:s3:::a', 'arn:aws:s3:::b'] },
    ] as const;
    expect(senderStatements('111122223333', senders, 'sqs:SendMessage', queue)).toEqual([
      {
        sid: 'Sends3',
        principal: { service: 's3.amazonaws.com' },
        actions: ['sqs:SendMessage'],
        resources: [queue],
        conditions: {
          ArnEquals: { 'aws:SourceArn': ['arn:aws:s3:::a', 'arn:aws:s3:::b'] },
          StringEquals: { 'aws:SourceAccount': ['111122223333'] },
        },
      },
    ]);
  });

  test('are none for a service that sends for nothing', () => {
    expect(senderStatements('111122223333', [{ service: 'sns', sourceArns: [] }], 'sqs:SendMessage', queue)).toEqual(
      [],
    );
  });
});

test('messagingKeyStatements let services encrypt for the account alone, each once', () => {
  const statements = messagingKeyStatements(PLACE, ['sns', 'events', 'sns']);
  expect(statements.map(({ sid }) => sid)).toEqual(['Encryptevents', 'Encryptsns']);
  expect(statements[1]).toEqual({
    sid: 'Encryptsns',
    principal: { service: 'sns.amazonaws.com' },
    actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
    conditions: { StringEquals: { 'aws:SourceAccount': ['111122223333'] } },
  });
});

describe('senderRefusals', () => {
  const rules = (...sourceArns: readonly string[]) =>
    senderRefusals([{ service: 's3', sourceArns }]).flatMap((refusal) => (refusal === undefined ? [] : [refusal.rule]));

  test('are none for ARNs, and for what Terraform alone knows', () => {
    expect(rules('arn:aws:s3:::a', Token.asString({ resolve: () => 'later' }))).toEqual([]);
  });

  test('take no service that sends for nothing, or for everything', () => {
    expect(rules()).toEqual(['must name one resource at least for s3']);
    expect(rules('arn:aws:s3:::*', 'uploads')).toEqual([
      'must be ARNs without wildcards',
      'must be ARNs without wildcards',
    ]);
  });
});
