import type { Refusal } from '../../../../core/errors';
import type { PolicyStatement } from '../../iam/policy-document';
import type { ControllerPlacement } from './controller-placement';
import { hostedZoneArns, hostedZoneRefusals } from './hosted-zones';

/** cert-manager, which proves by records in Route 53 that a domain is ours, and gets certificates for it. */
export interface CertManagerGrant extends ControllerPlacement {
  readonly kind: 'cert-manager';
  /** Ids of the zones that hold the domains. */
  readonly hostedZoneIds: readonly string[];
}

/**
 * The answers to ACME challenges, and no other record: whoever takes over cert-manager can get certificates for the
 * domains, but can move none of their names.
 *
 * https://cert-manager.io/docs/configuration/acme/dns01/route53/
 */
export function certManagerStatements({ hostedZoneIds }: CertManagerGrant): readonly PolicyStatement[] {
  const zones = hostedZoneArns(hostedZoneIds);
  return [
    {
      sid: 'AnswerChallenges',
      actions: ['route53:ChangeResourceRecordSets'],
      resources: zones,
      conditions: {
        'ForAllValues:StringEquals': { 'route53:ChangeResourceRecordSetsRecordTypes': ['TXT'] },
        'ForAllValues:StringLike': {
          'route53:ChangeResourceRecordSetsNormalizedRecordNames': ['_acme-challenge.*'],
        },
      },
    },
    { sid: 'ReadRecords', actions: ['route53:ListResourceRecordSets'], resources: zones },
    {
      sid: 'AwaitChanges',
      actions: ['route53:GetChange'],
      resources: ['arn:aws:route53:::change/*'],
      wildcard: 'Route 53 makes up an id for each change, and tells it to whoever made the change',
    },
    {
      sid: 'FindZones',
      actions: ['route53:ListHostedZonesByName'],
      resources: ['*'],
      wildcard: 'Route 53 lists the zones of an account, and knows no resource for that',
    },
  ];
}

/** Refuses what is no zone of Route 53. */
export function certManagerRefusals({ hostedZoneIds }: CertManagerGrant): (Refusal | undefined)[] {
  return hostedZoneRefusals(hostedZoneIds);
}
