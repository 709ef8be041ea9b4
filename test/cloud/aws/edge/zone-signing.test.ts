import { ZoneSigning } from '../../../../lib/cloud/aws/edge/zone-signing';
import { PLACE, statements, synth } from '../harness';
import { ZONE } from './zones';

const ZONE_ARN = 'arn:aws:route53:::hostedzone/Z0123456789ABCDEFGHIJ';
const OURS = { ArnEquals: { 'aws:SourceArn': [ZONE_ARN] }, StringEquals: { 'aws:SourceAccount': ['111122223333'] } };

function signing({ region = PLACE.region, deletionProtection = true } = {}) {
  return synth(
    (stack) =>
      new ZoneSigning(stack, 'signing', { ...PLACE, region, deletionProtection, zone: ZONE, zoneArn: ZONE_ARN }),
  );
}

const output = signing();

describe('ZoneSigning', () => {
  test('has a key of the one kind that Route 53 takes', () => {
    expect(output.one('aws_kms_key')).toMatchObject({
      customer_master_key_spec: 'ECC_NIST_P256',
      key_usage: 'SIGN_VERIFY',
      deletion_window_in_days: 30,
    });
    expect(output.one('aws_kms_alias')).toMatchObject({ name: 'alias/dnssec-example_com' });
  });

  test('lets Route 53 sign this zone with the key, and no other', () => {
    expect(statements(output.one('aws_kms_key')['policy']).slice(1)).toEqual([
      expect.objectContaining({
        Principal: { Service: 'dnssec-route53.amazonaws.com' },
        Action: ['kms:DescribeKey', 'kms:GetPublicKey', 'kms:Sign'],
        Condition: OURS,
      }),
      expect.objectContaining({
        Action: ['kms:CreateGrant'],
        Condition: { ...OURS, Bool: { 'kms:GrantIsForAWSResource': ['true'] } },
      }),
    ]);
  });

  test('signs once there is a key to sign with', () => {
    expect(output.one('aws_route53_key_signing_key')).toMatchObject({ name: 'zone_example_com' });
    expect(output.one('aws_route53_hosted_zone_dnssec')).toMatchObject({
      hosted_zone_id: 'Z0123456789ABCDEFGHIJ',
      depends_on: [expect.stringContaining('aws_route53_key_signing_key.signing_SigningKey')],
    });
  });

  test('has its key in us-east-1, wherever the provider is', () => {
    expect(output.one('aws_kms_key')).not.toHaveProperty('region');
    const other = signing({ region: 'eu-west-1' });
    expect(other.one('aws_kms_key')).toMatchObject({ region: 'us-east-1' });
    expect(other.one('aws_kms_alias')).toMatchObject({ region: 'us-east-1' });
  });

  test.each([true, false])('is protected against its end, or not: %s', (deletionProtection) => {
    const found = signing({ deletionProtection });
    for (const type of ['aws_kms_key', 'aws_route53_key_signing_key', 'aws_route53_hosted_zone_dnssec']) {
      expect(found.one(type)).toMatchObject({ lifecycle: { prevent_destroy: deletionProtection } });
    }
  });
});
