import {
  SecretsManagerSecret,
  type SecretsManagerSecretProps,
} from '../../../../lib/cloud/aws/secrets/secrets-manager-secret';
import { build, key, type Output, statements, synth } from '../harness';

const secretName = 'funlynk/production/database';
const lambdaArn = 'arn:aws:lambda:us-east-1:111122223333:function:rotate';
const topicArn = 'arn:aws:sns:us-east-1:111122223333:funlynk-production-rotations';
const TYPE = 'aws_secretsmanager_secret';

function secret(more: Partial<SecretsManagerSecretProps> = {}): Output {
  return synth((stack) => new SecretsManagerSecret(stack, 'database', { secretName, kmsKey: key(stack), ...more }));
}

function refused(more: Partial<SecretsManagerSecretProps>): () => void {
  return build((stack) => new SecretsManagerSecret(stack, 'database', { secretName, kmsKey: key(stack), ...more }));
}

describe('SecretsManagerSecret', () => {
  const plain = secret();

  test('is a place without a value, encrypted with the key', () => {
    expect(plain.one(TYPE)).toMatchInlineSnapshot(`
      {
        "kms_key_id": "\${aws_kms_key.key_FEDD6EC0.arn}",
        "lifecycle": {
          "prevent_destroy": true,
        },
        "name": "funlynk/production/database",
        "recovery_window_in_days": 30,
      }
    `);
  });

  test('has no rotation and no policy unless told', () => {
    expect(plain.text).not.toMatch(/aws_secretsmanager_secret_(rotation|policy)|aws_lambda|aws_cloudwatch/);
  });

  test('never holds a value, whatever it is told', () => {
    const { text } = secret({ readers: ['444455556666'], rotation: { lambdaArn } });
    expect(text).not.toMatch(/aws_secretsmanager_secret_version|secret_string|secret_binary/);
  });

  test('can be restored for as long as told, and destroyed where it may', () => {
    const output = secret({ recoveryWindowDays: 7, deletionProtection: false, description: 'The database' });
    expect(output.one(TYPE)).toMatchObject({
      recovery_window_in_days: 7,
      lifecycle: { prevent_destroy: false },
      description: 'The database',
    });
  });

  test('has copies in other regions, each with a key of its own', () => {
    const kmsKeyArn = 'arn:aws:kms:eu-west-1:111122223333:key/1234';
    expect(secret({ replicaRegions: { 'eu-west-1': { kmsKeyArn } } }).one(TYPE)).toMatchObject({
      replica: [{ region: 'eu-west-1', kms_key_id: kmsKeyArn }],
    });
  });

  test('lets named readers of other accounts read, and is never public', () => {
    const policy = secret({ readers: ['444455556666', 'arn:aws:iam::222233334444:role/api'] }).one(`${TYPE}_policy`);
    expect(policy).toMatchObject({ block_public_policy: true });
    expect(statements(policy.policy)).toMatchObject([
      {
        Sid: 'Read1',
        Principal: { AWS: 'arn:aws:iam::222233334444:role/api' },
        Action: ['secretsmanager:DescribeSecret', 'secretsmanager:GetSecretValue'],
        Resource: [expect.stringMatching(/^\$\{aws_secretsmanager_secret\./)],
      },
      { Sid: 'Read2', Principal: { AWS: 'arn:aws:iam::444455556666:root' } },
    ]);
  });

  test.each([0, 6, 31])('cannot be restored for %d days', (recoveryWindowDays) => {
    expect(refused({ recoveryWindowDays })).toThrow(
      `stack/database: 'recoveryWindowDays' must be from 7 to 30, got ${recoveryWindowDays}`,
    );
  });

  test('cannot have a name that Secrets Manager would refuse', () => {
    expect(refused({ secretName: 'a secret' })).toThrow(
      "stack/database: 'secretName' must be letters, digits and /_+=.@-, 512 at most, got 'a secret'",
    );
  });

  test('says all that is wrong at once', () => {
    expect(
      refused({ rotation: { lambdaArn: 'a' }, replicaRegions: { a: { kmsKeyArn: 'b' } }, readers: ['*'] }),
    ).toThrow(/'rotation.lambdaArn' must be[^]*'replicaRegions' must hold[^]*'readers' must be the number/);
  });
});

describe('the rotation of a SecretsManagerSecret', () => {
  test('is made by a function every 30 days, not before there is a value, once it may be called', () => {
    const output = secret({ rotation: { lambdaArn } });
    expect(output.one(`${TYPE}_rotation`)).toMatchInlineSnapshot(`
      {
        "depends_on": [
          "aws_lambda_permission.database_RotationPermission_E1C3D57A",
        ],
        "rotate_immediately": false,
        "rotation_lambda_arn": "arn:aws:lambda:us-east-1:111122223333:function:rotate",
        "rotation_rules": {
          "automatically_after_days": 30,
        },
        "secret_id": "\${aws_secretsmanager_secret.database_EBDE4557.arn}",
      }
    `);
  });

  test('keeps to a schedule, at once where told, with a function that others allow', () => {
    const rotation = { lambdaArn, scheduleExpression: 'cron(0 3 1 * ? *)', duration: '2h' };
    const output = secret({ rotation: { ...rotation, rotateImmediately: true, functionPermission: false } });
    expect(output.one(`${TYPE}_rotation`)).toMatchObject({
      rotate_immediately: true,
      rotation_rules: { schedule_expression: 'cron(0 3 1 * ? *)', duration: '2h' },
    });
    expect(output.all('aws_lambda_permission')).toEqual({});
  });

  test('is a message to a topic where a person or a job writes the value', () => {
    const output = secret({ rotation: { reminderDays: 90, topicArn } });
    expect(output.one('aws_cloudwatch_event_rule')).toMatchObject({
      name: 'funlynk-production-database-rotation',
      schedule_expression: 'rate(90 days)',
    });
    const { arn, input } = output.one('aws_cloudwatch_event_target');
    expect(arn).toBe(topicArn);
    expect(JSON.parse(String(input))).toMatchObject({ eventType: 'SECRET_ROTATE', secretName });
    expect(output.all(`${TYPE}_rotation`)).toEqual({});
  });

  test('reminds every day in words that EventBridge knows', () => {
    const output = secret({ rotation: { reminderDays: 1, topicArn } });
    expect(output.one('aws_cloudwatch_event_rule').schedule_expression).toBe('rate(1 day)');
  });
});
