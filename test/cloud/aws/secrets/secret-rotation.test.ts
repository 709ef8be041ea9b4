import { Token } from 'cdktf';
import { rotationRefusals, type SecretRotation } from '../../../../lib/cloud/aws/secrets/secret-rotation';
import { ConstructError, refuse } from '../../../../lib/core/errors';

const lambdaArn = 'arn:aws:lambda:us-east-1:111122223333:function:rotate';
const topicArn = 'arn:aws:sns:us-east-1:111122223333:funlynk-production-rotations';

function refused(rotation: SecretRotation): string[] {
  try {
    refuse('secret', rotationRefusals(rotation));
  } catch (error) {
    if (error instanceof ConstructError) return error.message.split('\n').map((line) => line.replace('secret: ', ''));
    throw error;
  }
  return [];
}

describe('rotationRefusals', () => {
  test.each([
    'rate(4 hours)',
    'rate(1 day)',
    'rate(90 days)',
    'cron(0 3 1 * ? *)',
    'cron(0 /8 * * ? *)',
    'cron(0 16 ? 1,4,7,10 SUN#1 *)',
    Token.asString({ resolve: () => 'rate(1 day)' }),
  ])('accept the schedule %s', (scheduleExpression) => {
    expect(refused({ lambdaArn, scheduleExpression, duration: '2h' })).toEqual([]);
  });

  test.each(['rate(3 hours)', 'rate(30 minutes)', 'daily', 'cron(30 3 1 * ? *)', 'cron(0 3 1 * ? 2027)'])(
    'refuse the schedule %s',
    (scheduleExpression) => {
      expect(refused({ lambdaArn, scheduleExpression })).toEqual([
        "'rotation.scheduleExpression' must be a schedule such as cron(0 3 1 * ? *), on the hour, or a rate of " +
          `4 hours at least, got '${scheduleExpression}'`,
      ]);
    },
  );

  test.each([0, 1001, 0.5])('refuse a rotation after %p days', (automaticallyAfterDays) => {
    expect(refused({ lambdaArn, automaticallyAfterDays })).toEqual([
      `'rotation.automaticallyAfterDays' must be a whole number from 1 to 1000, got ${automaticallyAfterDays}`,
    ]);
  });

  test('refuse days beside a schedule', () => {
    expect(refused({ lambdaArn, automaticallyAfterDays: 1, scheduleExpression: 'rate(1 day)' })).toEqual([
      "'rotation.scheduleExpression' must not be given beside automaticallyAfterDays, got 'rate(1 day)'; " +
        'leave one of them out',
    ]);
  });

  test.each(['0h', '25h', '30m'])('refuse a window of %s', (duration) => {
    expect(refused({ lambdaArn, duration })).toEqual([`'rotation.duration' must be from 1h to 24h, got '${duration}'`]);
  });

  test('refuse what is no function', () => {
    expect(refused({ lambdaArn: 'rotate' })).toEqual([
      "'rotation.lambdaArn' must be the ARN of a Lambda function, got 'rotate'",
    ]);
    expect(refused({ lambdaArn: `${lambdaArn}:live` })).toEqual([]);
  });

  test('refuse a reminder at once, and on what is no topic', () => {
    expect(refused({ reminderDays: 90, topicArn })).toEqual([]);
    expect(refused({ reminderDays: 0, topicArn: lambdaArn })).toEqual([
      "'rotation.reminderDays' must be a whole number of at least 1, got 0",
      `'rotation.topicArn' must be the ARN of an SNS topic, got '${lambdaArn}'`,
    ]);
  });
});
