import { Token } from 'cdktf';
import { bucketNameRefusal } from '../../../../lib/cloud/aws/storage/bucket-name';

describe('bucketNameRefusal', () => {
  test.each(['abc', 'funlynk-production-uploads-111122223333-us-east-1', '1st', 'a'.repeat(63)])('takes %s', (name) => {
    expect(bucketNameRefusal('bucketName', name)).toBeUndefined();
  });

  test.each([
    'ab',
    'a'.repeat(64),
    'Uploads',
    'a.b',
    'a_b',
    '-ab',
    'ab-',
    'xn--ab',
    'sthree-ab',
    'ab-s3alias',
    'ab--x-s3',
  ])('refuses %s', (got) => {
    expect(bucketNameRefusal('bucketName', got)).toEqual({
      property: 'bucketName',
      rule: 'must be from 3 to 63 lower-case letters, digits and dashes, without the beginnings and ends that S3 keeps',
      got,
    });
  });

  test('leaves to S3 what Terraform alone knows', () => {
    expect(bucketNameRefusal('bucketName', Token.asString({ resolve: () => 'later' }))).toBeUndefined();
  });
});
