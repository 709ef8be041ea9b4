import { awsTarget } from '../../lib/checks/aws-targets';
import type { Need } from '../../lib/checks/permitted-pods';
import { AWS_NAMES, GOOGLE_NAMES } from './permission-fixtures';

const PLACE = { region: 'us-east-1', account: '111122223333' };

test.each([
  [
    'a secret',
    { action: 'secret:read', resource: 'token' },
    { type: 'aws_secretsmanager_secret', name: 'shop/token', viaService: 'secretsmanager.us-east-1.amazonaws.com' },
  ],
  [
    'a bucket',
    { action: 'bucket:write', resource: 'files' },
    { type: 'aws_s3_bucket', name: 'shop-files', viaService: 's3.us-east-1.amazonaws.com' },
  ],
  [
    'a queue',
    { action: 'queue:consume', resource: 'mails' },
    { type: 'aws_sqs_queue', name: 'shop-mails', place: PLACE, viaService: 'sqs.us-east-1.amazonaws.com' },
  ],
  [
    'a topic',
    { action: 'topic:publish', resource: 'orders' },
    { type: 'aws_sns_topic', name: 'shop-orders', place: PLACE, viaService: 'sns.us-east-1.amazonaws.com' },
  ],
  ['no database', { action: 'database:connect', resource: 'main' }, undefined],
  ['no store of logs', { action: 'logs:write' }, undefined],
] as const)('%s has to be made', (_, need, resource) => {
  expect(awsTarget(AWS_NAMES, need)).toHaveProperty('matches');
  expect(awsTarget(AWS_NAMES, need)?.resource).toEqual(resource);
});

describe('a policy names', () => {
  const matches = (need: Need, iamAction: string, arn: string): boolean | undefined =>
    awsTarget(AWS_NAMES, need)?.matches(iamAction, arn);
  const secret = { action: 'secret:read', resource: 'token' } as const;
  const bucket = { action: 'bucket:read', resource: 'files' } as const;
  const queue = { action: 'queue:publish', resource: 'mails' } as const;

  test('a secret of the region with the characters that nobody knows', () => {
    const arn = (region: string, name: string): string => `arn:aws:secretsmanager:${region}:1:secret:shop/${name}`;

    expect(matches(secret, '', arn('us-east-1', 'token-??????'))).toBe(true);
    expect(matches(secret, '', arn('eu-west-1', 'token-??????'))).toBe(false);
    expect(matches(secret, '', arn('us-east-1', 'token-*'))).toBe(false);
  });

  test('a bucket to list it, and its objects for all else', () => {
    expect(matches(bucket, 's3:ListBucket', 'arn:aws:s3:::shop-files')).toBe(true);
    expect(matches(bucket, 's3:ListBucket', 'arn:aws:s3:::shop-files/*')).toBe(false);
    expect(matches(bucket, 's3:GetObject', 'arn:aws:s3:::shop-files/*')).toBe(true);
    expect(matches(bucket, 's3:GetObject', 'arn:aws:s3:::shop-files')).toBe(false);
  });

  test('a queue in its region and account', () => {
    expect(matches(queue, '', 'arn:aws:sqs:us-east-1:111122223333:shop-mails')).toBe(true);
    expect(matches(queue, '', 'arn:aws:sqs:eu-west-1:111122223333:shop-mails')).toBe(false);
  });

  test('anything for telemetry', () => {
    expect(matches({ action: 'traces:write' }, '', '*')).toBe(true);
  });
});

test('nothing is looked for where nobody says what resources are called, or they are of another cloud', () => {
  const need = { action: 'queue:publish', resource: 'mails' } as const;

  expect(awsTarget(undefined, need)).toBeUndefined();
  expect(awsTarget(GOOGLE_NAMES, need)).toBeUndefined();
  expect(awsTarget({ ...AWS_NAMES, addresses: GOOGLE_NAMES.addresses }, need)).toBeUndefined();
});
