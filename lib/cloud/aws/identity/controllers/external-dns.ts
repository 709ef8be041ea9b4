import type { Refusal } from '../../../../core/errors';
import type { PolicyStatement } from '../../iam/policy-document';
import type { ControllerPlacement } from './controller-placement';
import { hostedZoneArns, hostedZoneRefusals } from './hosted-zones';

/** What external-dns writes unless told otherwise, and the texts by which it knows its own records. */
const DEFAULT_RECORD_TYPES = ['A', 'AAAA', 'CNAME', 'TXT'] as const;
/** https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/ResourceRecordTypes.html */
const RECORD_TYPE = /^[A-Z][A-Z0-9]{0,9}$/;

/** external-dns, which writes the names of ingresses, gateways and services to Route 53. */
export interface ExternalDnsGrant extends ControllerPlacement {
  readonly kind: 'external-dns';
  /** Ids of the zones that it writes to. */
  readonly hostedZoneIds: readonly string[];
  /**
   * Types of the records that it writes: its option `--managed-record-types`, and `TXT` for the registry.
   *
   * @default ['A', 'AAAA', 'CNAME', 'TXT']
   */
  readonly recordTypes?: readonly string[];
}

/**
 * Records of some types in some zones.
 * https://kubernetes-sigs.github.io/external-dns/latest/docs/tutorials/aws/
 */
export function externalDnsStatements(grant: ExternalDnsGrant): readonly PolicyStatement[] {
  const { hostedZoneIds, recordTypes = DEFAULT_RECORD_TYPES } = grant;
  const zones = hostedZoneArns(hostedZoneIds);
  return [
    {
      sid: 'WriteRecords',
      actions: ['route53:ChangeResourceRecordSets'],
      resources: zones,
      conditions: {
        'ForAllValues:StringEquals': {
          'route53:ChangeResourceRecordSetsRecordTypes': [...new Set(recordTypes)].sort(),
        },
      },
    },
    {
      sid: 'ReadRecords',
      actions: ['route53:ListResourceRecordSets', 'route53:ListTagsForResource', 'route53:ListTagsForResources'],
      resources: zones,
    },
    {
      sid: 'FindZones',
      actions: ['route53:ListHostedZones'],
      resources: ['*'],
      wildcard: 'Route 53 lists the zones of an account, and knows no resource for that',
    },
  ];
}

/** Refuses zones and types of records that Route 53 does not know. */
export function externalDnsRefusals({ hostedZoneIds, recordTypes }: ExternalDnsGrant): (Refusal | undefined)[] {
  const property = 'controller.recordTypes';
  return [
    ...hostedZoneRefusals(hostedZoneIds),
    recordTypes?.length === 0 ? { property, rule: 'must name one type at least', got: recordTypes } : undefined,
    ...(recordTypes ?? [])
      .filter((type) => !RECORD_TYPE.test(type))
      .map((got) => ({ property, rule: 'must be types of records in upper case, such as CNAME', got })),
  ];
}
