import { isResourceMade, keyAliases } from '../../lib/checks/aws-resources';
import type { AwsResource } from '../../lib/checks/aws-targets';
import type { TerraformBlocks } from '../../lib/checks/output';
import { stack } from './fixtures';

const QUEUE: AwsResource = {
  type: 'aws_sqs_queue',
  name: 'shop-mails',
  place: { region: 'us-east-1', account: '111122223333' },
  viaService: 'sqs.us-east-1.amazonaws.com',
};
const BUCKET: AwsResource = { type: 'aws_s3_bucket', name: 'shop-files', viaService: 's3.us-east-1.amazonaws.com' };
const KEYS: TerraformBlocks = {
  aws_kms_alias: {
    storage: { name: 'alias/storage', target_key_id: '${aws_kms_key.storage.key_id}' },
    messaging: { name: 'alias/messaging', target_key_id: '${aws_kms_key.messaging.key_id}' },
  },
};

describe('a resource is made', () => {
  const provider = {
    aws: [
      { alias: 'here', region: 'us-east-1', allowed_account_ids: ['111122223333'] },
      { alias: 'there', region: 'eu-west-1', allowed_account_ids: ['111122223333'] },
      { alias: 'others', region: 'us-east-1', allowed_account_ids: ['444455556666'] },
    ],
  };
  const by = (name: string): boolean =>
    isResourceMade(
      [stack({ aws_sqs_queue: { mails: { name: 'shop-mails', provider: `aws.${name}` } } }, { provider })],
      QUEUE,
    );

  test('by the provider of its region and account', () => {
    expect([by('here'), by('there'), by('others'), by('nobody')]).toEqual([true, false, false, false]);
  });

  test('by the one provider of a stack, where its block names none', () => {
    const blocks = { aws_sqs_queue: { mails: { name: 'shop-mails' } } };
    const alone = { aws: [{ region: 'us-east-1', allowed_account_ids: ['111122223333'] }] };

    expect(isResourceMade([stack(blocks, { provider: alone })], QUEUE)).toBe(true);
  });

  test('under its own name', () => {
    expect(isResourceMade([stack({ aws_s3_bucket: { files: { bucket: 'shop-files' } } })], BUCKET)).toBe(true);
    expect(isResourceMade([stack({ aws_s3_bucket: { files: { bucket: 'other' } } })], BUCKET)).toBe(false);
    expect(isResourceMade([], BUCKET)).toBe(false);
  });
});

describe('a resource is encrypted', () => {
  test('with the key that it names, known by its alias', () => {
    const mails = { name: 'shop-mails', kms_master_key_id: '${aws_kms_key.messaging.arn}' };

    expect(keyAliases([stack({ ...KEYS, aws_sqs_queue: { mails } })], QUEUE)).toEqual(['alias/messaging']);
  });

  test('with the key that a bucket’s configuration names', () => {
    const rule = [{ apply_server_side_encryption_by_default: { kms_master_key_id: '${aws_kms_key.storage.arn}' } }];
    const configured = (bucket: string): readonly string[] =>
      keyAliases(
        [
          stack({
            ...KEYS,
            aws_s3_bucket: { files: { bucket: 'shop-files' } },
            aws_s3_bucket_server_side_encryption_configuration: { files: { bucket, rule } },
          }),
        ],
        BUCKET,
      );

    expect(configured('${aws_s3_bucket.files.id}')).toEqual(['alias/storage']);
    expect(configured('${aws_s3_bucket.files-of-others.id}')).toEqual([]);
  });

  test('not with the key of a bucket that Terraform calls the same', () => {
    const rule = [{ apply_server_side_encryption_by_default: { kms_master_key_id: '${aws_kms_key.storage.arn}' } }];
    const blocks = {
      ...KEYS,
      aws_sqs_queue: { it: { name: 'shop-mails' } },
      aws_s3_bucket_server_side_encryption_configuration: { it: { bucket: '${aws_s3_bucket.it.id}', rule } },
    };

    expect(keyAliases([stack(blocks)], QUEUE)).toEqual([]);
  });

  test('with none of ours where it says nothing', () => {
    expect(keyAliases([stack({ ...KEYS, aws_sqs_queue: { mails: { name: 'shop-mails' } } })], QUEUE)).toEqual([]);
  });
});
