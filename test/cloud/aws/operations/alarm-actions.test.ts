import { type AlarmOptions, alarmRefusals, alarmSettings } from '../../../../lib/cloud/aws/operations/alarm-actions';

const TOPIC = 'arn:aws:sns:us-east-1:111122223333:on-call';
const refused = (options: Partial<AlarmOptions>) =>
  alarmRefusals({ alarmName: 'errors', ...options }).flatMap((refusal) =>
    refusal === undefined ? [] : [`${refusal.property} ${refusal.rule}`],
  );

describe('the options of every alarm', () => {
  test('tell those who hear of trouble that it is over, too', () => {
    expect(alarmSettings({ alarmName: 'errors', alarmActions: [TOPIC] })).toEqual({
      alarmName: 'errors',
      alarmDescription: undefined,
      alarmActions: [TOPIC],
      okActions: [TOPIC],
      insufficientDataActions: undefined,
      actionsEnabled: true,
    });
    expect(alarmSettings({ alarmName: 'errors', alarmActions: [TOPIC], okActions: [] }).okActions).toBeUndefined();
  });

  test.each([true, false])('say whether anybody is told: %s', (actionsEnabled) => {
    expect(alarmSettings({ alarmName: 'errors', actionsEnabled }).actionsEnabled).toBe(actionsEnabled);
  });

  test('are within the bounds of CloudWatch', () => {
    const topics = Array.from({ length: 6 }, (_, index) => `${TOPIC}${index}`);
    expect(refused({ alarmActions: topics.slice(1), okActions: [TOPIC], insufficientDataActions: [TOPIC] })).toEqual(
      [],
    );
    expect(refused({ alarmName: '', alarmDescription: 'x'.repeat(1025), alarmActions: topics })).toEqual([
      'alarmName must be from 1 to 255 characters',
      'alarmDescription must be at most 1024 characters',
      'alarmActions must be at most 5',
    ]);
    expect(refused({ okActions: ['on-call'], insufficientDataActions: ['on-call'] })).toEqual([
      'okActions must hold ARNs, of topics for example',
      'insufficientDataActions must hold ARNs, of topics for example',
    ]);
  });
});
