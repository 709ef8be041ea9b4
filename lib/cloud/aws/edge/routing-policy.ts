import type { Route53RecordConfig } from '@cdktf/provider-aws/lib/route53-record';
import { Token } from 'cdktf';
import type { Refusal } from '../../../core/errors';
import { wholeNumberRefusal } from '../../common/whole-number';

/** https://docs.aws.amazon.com/Route53/latest/APIReference/API_ResourceRecordSet.html */
const WEIGHT = { min: 0, max: 255 };
const MAX_IDENTIFIER = 128;
const SUBDIVIDED: readonly string[] = ['CA', 'UA', 'US'];
const REGION = /^[a-z]{2}(-[a-z]+)+-\d$/;

/** What records of one name and type, which answer by turns, have in common. */
interface Routed {
  /** Tells the record apart from the others of its name and type, such as `us-east-1`. */
  readonly setIdentifier: string;
}

/** Answers in proportion to the weights of all. */
export interface WeightedRouting extends Routed {
  readonly policy: 'weighted';
  /** From 0 to 255; with 0 the record is not answered with, unless all have 0. */
  readonly weight: number;
}

/** Answers with the region that is reached soonest from where the question comes from. */
export interface LatencyRouting extends Routed {
  readonly policy: 'latency';
  /** Region of AWS that the record is about, such as `us-east-1`. */
  readonly region: string;
}

/** Answers with the first record as long as it is healthy, and with the second one then. */
export interface FailoverRouting extends Routed {
  readonly policy: 'failover';
  readonly type: 'PRIMARY' | 'SECONDARY';
}

/** Answers by where the question comes from. */
export interface GeolocationRouting extends Routed {
  readonly policy: 'geolocation';
  /**
   * Which questions are answered so: those of a continent, of a country (ISO 3166, `US`), of a part of one (`US-WA`,
   * of Canada, Ukraine and the United States only), or `*` for those of everywhere else. Without a record for `*`
   * everywhere else gets no answer.
   */
  readonly location:
    { readonly continent: 'AF' | 'AN' | 'AS' | 'EU' | 'NA' | 'OC' | 'SA' } | { readonly country: string } | '*';
}

/** Answers with up to eight of the records that are healthy. */
export interface MultivalueRouting extends Routed {
  readonly policy: 'multivalue';
}

/** How Route 53 chooses between records of one name and type. */
export type RoutingPolicy = WeightedRouting | LatencyRouting | FailoverRouting | GeolocationRouting | MultivalueRouting;

/** The settings of a record that it is chosen by. */
export function routingSettings(
  routing: RoutingPolicy | undefined,
): Pick<
  Route53RecordConfig,
  | 'setIdentifier'
  | 'weightedRoutingPolicy'
  | 'latencyRoutingPolicy'
  | 'failoverRoutingPolicy'
  | 'geolocationRoutingPolicy'
  | 'multivalueAnswerRoutingPolicy'
> {
  if (routing === undefined) return {};
  const { setIdentifier } = routing;
  switch (routing.policy) {
    case 'weighted':
      return { setIdentifier, weightedRoutingPolicy: { weight: routing.weight } };
    case 'latency':
      return { setIdentifier, latencyRoutingPolicy: { region: routing.region } };
    case 'failover':
      return { setIdentifier, failoverRoutingPolicy: { type: routing.type } };
    case 'geolocation':
      return { setIdentifier, geolocationRoutingPolicy: geolocation(routing.location) };
    case 'multivalue':
      return { setIdentifier, multivalueAnswerRoutingPolicy: true };
  }
}

/** Refuses ways to choose that Route 53 would. */
export function routingRefusals(property: string, routing: RoutingPolicy | undefined): (Refusal | undefined)[] {
  if (routing === undefined) return [];
  return [identifierRefusal(`${property}.setIdentifier`, routing.setIdentifier), policyRefusal(property, routing)];
}

function geolocation(location: GeolocationRouting['location']): Route53RecordConfig['geolocationRoutingPolicy'] {
  if (location === '*') return { country: '*' };
  if ('continent' in location) return location;
  const [country, subdivision] = location.country.split('-');
  return subdivision === undefined ? { country } : { country, subdivision };
}

function identifierRefusal(property: string, identifier: string): Refusal | undefined {
  // It is part of the construct's id.
  if (Token.isUnresolved(identifier)) return { property, rule: 'must be known at synthesis', got: 'a token' };
  if (identifier !== '' && identifier.length <= MAX_IDENTIFIER) return undefined;
  return { property, rule: `must be from 1 to ${MAX_IDENTIFIER} characters`, got: identifier };
}

function policyRefusal(property: string, routing: RoutingPolicy): Refusal | undefined {
  switch (routing.policy) {
    case 'weighted':
      return wholeNumberRefusal(`${property}.weight`, routing.weight, WEIGHT);
    case 'latency':
      return regionRefusal(`${property}.region`, routing.region);
    case 'geolocation':
      return locationRefusal(`${property}.location`, routing.location);
    default:
      return undefined;
  }
}

/** Refuses what is no region of AWS. */
export function regionRefusal(property: string, region: string): Refusal | undefined {
  if (Token.isUnresolved(region) || REGION.test(region)) return undefined;
  return { property, rule: 'must be a region such as us-east-1', got: region };
}

function locationRefusal(property: string, location: GeolocationRouting['location']): Refusal | undefined {
  if (location === '*' || 'continent' in location || Token.isUnresolved(location.country)) return undefined;
  const [country = '', subdivision] = location.country.split('-');
  const known = subdivision === undefined || (/^[A-Z0-9]{1,3}$/.test(subdivision) && SUBDIVIDED.includes(country));
  if (/^[A-Z]{2}$/.test(country) && known) return undefined;
  return {
    property: `${property}.country`,
    rule: 'must be a country such as DE, or a part of Canada, Ukraine or the United States such as US-WA',
    got: location.country,
  };
}
