import { Token } from 'cdktf';
import { type QueueProps, queueRefusals } from '../../../../lib/cloud/aws/messaging/queue-props';
import { PLACE } from '../harness';

const props: QueueProps = { ...PLACE, queueName: 'mails' };
const refused = (more: Partial<QueueProps>) =>
  queueRefusals({ ...props, ...more }).flatMap((refusal) =>
    refusal === undefined ? [] : [`${refusal.property} ${refusal.rule}`],
  );

describe('queueRefusals', () => {
  test.each<[string, Partial<QueueProps>]>([
    ['the least', { visibilityTimeoutSeconds: 0, messageRetentionSeconds: 60, maxReceiveCount: 1, delaySeconds: 0 }],
    ['the most', { visibilityTimeoutSeconds: 43_200, messageRetentionSeconds: 1_209_600, maxReceiveCount: 1000 }],
    ['the longest', { delaySeconds: 900, receiveWaitTimeSeconds: 20 }],
    ['what Terraform alone knows', { delaySeconds: Token.asNumber({ resolve: () => 1 }) }],
  ])('are none for %s', (_, more) => {
    expect(refused(more)).toEqual([]);
  });

  test('say the bounds of each number, all at once', () => {
    expect(
      refused({
        visibilityTimeoutSeconds: 43_201,
        messageRetentionSeconds: 59,
        maxReceiveCount: 0,
        delaySeconds: 901,
        receiveWaitTimeSeconds: 21,
      }),
    ).toEqual([
      'visibilityTimeoutSeconds must be a whole number from 0 to 43200',
      'messageRetentionSeconds must be a whole number from 60 to 1209600',
      'maxReceiveCount must be a whole number from 1 to 1000',
      'delaySeconds must be a whole number from 0 to 900',
      'receiveWaitTimeSeconds must be a whole number from 0 to 20',
    ]);
  });

  test('take no other name than SQS', () => {
    expect(refused({ queueName: 'a mail' })).toHaveLength(1);
  });
});
