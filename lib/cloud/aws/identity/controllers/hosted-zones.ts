import { Token } from 'cdktf';
import type { Refusal } from '../../../../core/errors';

const HOSTED_ZONE_ID = /^Z[A-Z0-9]{1,31}$/;

/** ARNs of zones, each once; sorted, since their order means nothing. */
export function hostedZoneArns(hostedZoneIds: readonly string[]): readonly string[] {
  return [...new Set(hostedZoneIds)].sort().map((id) => `arn:aws:route53:::hostedzone/${id}`);
}

/** Refuses a controller of DNS without a zone, and what is no id of one, such as a domain. */
export function hostedZoneRefusals(hostedZoneIds: readonly string[]): (Refusal | undefined)[] {
  const property = 'controller.hostedZoneIds';
  return [
    hostedZoneIds.length === 0
      ? { property, rule: 'must name one zone at least', got: hostedZoneIds, remedy: 'or leave the identity out' }
      : undefined,
    ...hostedZoneIds
      .filter((id) => !Token.isUnresolved(id) && !HOSTED_ZONE_ID.test(id))
      .map((got) => ({ property, rule: 'must be ids of zones, such as Z0123456789ABCDEFGHIJ', got })),
  ];
}
