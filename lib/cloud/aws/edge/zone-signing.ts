import { KmsAlias } from '@cdktf/provider-aws/lib/kms-alias';
import { KmsKey } from '@cdktf/provider-aws/lib/kms-key';
import { Route53HostedZoneDnssec } from '@cdktf/provider-aws/lib/route53-hosted-zone-dnssec';
import { Route53KeySigningKey } from '@cdktf/provider-aws/lib/route53-key-signing-key';
import { Construct } from 'constructs';
import type { AwsConstructProps, AwsPlace } from '../aws-construct';
import { keyPolicy, type PrincipalStatement } from '../iam/policy-document';
import { zoneSigningKeyAlias } from '../names';
import type { IHostedZone } from './hosted-zone-ref';
import { zoneHomeRegion } from './zone-home';

const DELETION_WINDOW_DAYS = 30;
const SIGNER = { service: 'dnssec-route53.amazonaws.com' };

/** Properties for `ZoneSigning`. */
export interface ZoneSigningProps extends AwsConstructProps, AwsPlace {
  readonly zone: IHostedZone;
  /** ARN of the zone. */
  readonly zoneArn: string;
  /** Whether Terraform refuses to stop the signing: where the parent zone names the key, that ends the domain. */
  readonly deletionProtection: boolean;
}

/**
 * The signatures of a public zone, and the key that they are made with. KMS has no rotation for such keys; Route 53
 * rotates the keys of its own that it signs records with.
 */
export class ZoneSigning extends Construct {
  /** The record by which the parent zone vouches for the key, known once created. */
  public readonly dsRecord: string;

  constructor(scope: Construct, id: string, props: ZoneSigningProps) {
    super(scope, id);
    const { provider, zone, zoneArn, account } = props;
    const { resourceRegion } = zoneHomeRegion(props);
    const lifecycle = { preventDestroy: props.deletionProtection };

    const key = new KmsKey(this, 'Key', {
      ...{ provider, lifecycle, region: resourceRegion },
      description: `Signatures of ${zone.zoneName}`,
      customerMasterKeySpec: 'ECC_NIST_P256',
      keyUsage: 'SIGN_VERIFY',
      deletionWindowInDays: DELETION_WINDOW_DAYS,
      policy: keyPolicy(this.node.path, keyStatements(account, zoneArn)),
    });
    new KmsAlias(this, 'Alias', {
      ...{ provider, region: resourceRegion },
      name: zoneSigningKeyAlias(zone.zoneName),
      targetKeyId: key.keyId,
    });
    const signingKey = new Route53KeySigningKey(this, 'SigningKey', {
      ...{ provider, lifecycle },
      hostedZoneId: zone.zoneId,
      // Letters, digits and underscores only: https://docs.aws.amazon.com/Route53/latest/APIReference/API_CreateKeySigningKey.html
      name: `zone_${zone.zoneName.replace(/[^a-z0-9]/g, '_')}`,
      keyManagementServiceArn: key.arn,
    });
    new Route53HostedZoneDnssec(this, 'Resource', {
      ...{ provider, lifecycle },
      hostedZoneId: zone.zoneId,
      dependsOn: [signingKey],
    });

    this.dsRecord = signingKey.dsRecord;
  }
}

/** Of the zones of all the world, only this one may be signed with the key. */
function keyStatements(account: string, zoneArn: string): readonly PrincipalStatement[] {
  const ours = { ArnEquals: { 'aws:SourceArn': [zoneArn] }, StringEquals: { 'aws:SourceAccount': [account] } };
  return [
    { sid: 'AccountAdministers', principal: { arn: `arn:aws:iam::${account}:root` }, actions: ['kms:*'] },
    {
      sid: 'Route53Signs',
      principal: SIGNER,
      actions: ['kms:DescribeKey', 'kms:GetPublicKey', 'kms:Sign'],
      conditions: ours,
    },
    {
      sid: 'Route53KeepsAccess',
      principal: SIGNER,
      actions: ['kms:CreateGrant'],
      conditions: { ...ours, Bool: { 'kms:GrantIsForAWSResource': ['true'] } },
    },
  ];
}
