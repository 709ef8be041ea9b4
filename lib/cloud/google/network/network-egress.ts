import type { Construct } from 'constructs';
import type { Refusal } from '../../../core/errors';
import { resourceNameRefusal } from '../resource-name';
import { googleApisRange, type GoogleApisAccess } from './google-apis-access';
import { addRule, LAST_PRIORITY, portRefusal, tcp, type FirewallPlace } from './network-firewall';
import { readRange } from './network-range';

const MAX_RULE_NAME = 63;
/** What the rules are called that every such network has: `egress-inside`, `egress-apis`. */
const OWN_RULES: readonly string[] = ['inside', 'apis'];

/** Where nodes and pods may connect to. */
export interface AllowedEgress {
  /** IPv4 ranges. */
  readonly ranges: readonly string[];
  /** TCP ports. */
  readonly ports: readonly number[];
}

/** The part of a network's options that has to do with what its nodes may reach. */
export interface NetworkEgressOptions {
  /**
   * Whether nodes and their pods reach the internet, or Google's APIs and the network itself alone.
   *
   * @default 'open'
   */
  readonly egress?: 'open' | 'google-apis';
  /**
   * What they reach beside Google's APIs, by name. For `egress: 'google-apis'` alone.
   *
   * @default - nothing
   */
  readonly egressAllowed?: Readonly<Record<string, AllowedEgress>>;
  /**
   * Addresses under which the network finds Google's APIs: those that VPC Service Controls protect, or all.
   *
   * @default - the public ones, or `restricted` with `egress: 'google-apis'`
   */
  readonly privateGoogleApis?: GoogleApisAccess;
}

/** By which addresses the network finds Google's APIs; nothing where by public ones. */
export function googleApisAccess({ egress, privateGoogleApis }: NetworkEgressOptions): GoogleApisAccess | undefined {
  return privateGoogleApis ?? (egress === 'google-apis' ? 'restricted' : undefined);
}

/** Whether anything leaves for the internet, and so needs a gateway. */
export function reachesInternet({ egress, egressAllowed = {} }: NetworkEgressOptions): boolean {
  return egress !== 'google-apis' || Object.keys(egressAllowed).length > 0;
}

/** Adds what nodes may reach, where that is not everything. What is denied is logged. */
export function addEgressRules(scope: Construct, place: FirewallPlace, options: NetworkEgressOptions): void {
  const access = googleApisAccess(options);
  if (options.egress !== 'google-apis' || access === undefined) return;
  addRule(scope, 'EgressInside', place, 'egress-inside', {
    description: 'All ranges of the network itself',
    direction: 'EGRESS',
    destinationRanges: [...new Set(place.ranges)].sort(),
    allow: [{ protocol: 'all' }],
  });
  addRule(scope, 'EgressGoogleApis', place, 'egress-apis', {
    description: "Google's APIs",
    direction: 'EGRESS',
    destinationRanges: [googleApisRange(access)],
    allow: [tcp([443])],
  });
  for (const [name, { ranges, ports }] of Object.entries(options.egressAllowed ?? {})) {
    addRule(scope, `egress-${name}`, place, `egress-${name}`, {
      description: name,
      direction: 'EGRESS',
      destinationRanges: [...new Set(ranges)].sort(),
      allow: [tcp(ports)],
    });
  }
  addRule(scope, 'DenyEgress', place, 'deny-egress', {
    description: 'What nothing else allows',
    direction: 'EGRESS',
    priority: LAST_PRIORITY,
    destinationRanges: ['0.0.0.0/0'],
    deny: [{ protocol: 'all' }],
    logConfig: { metadata: 'INCLUDE_ALL_METADATA' },
  });
}

/** Refuses what the rules cannot say, and what they would not heed. */
export function egressRefusals({ egress = 'open', egressAllowed = {} }: NetworkEgressOptions): (Refusal | undefined)[] {
  const entries = Object.entries(egressAllowed);
  return [
    egress === 'open' && entries.length > 0
      ? {
          property: 'egressAllowed',
          rule: "must be left out where egress is 'open'",
          got: Object.keys(egressAllowed),
          remedy: "choose egress 'google-apis'",
        }
      : undefined,
    ...entries.flatMap(([name, { ranges, ports }]) => [
      resourceNameRefusal(`egressAllowed.${name}`, name, MAX_RULE_NAME),
      ownRuleRefusal(`egressAllowed.${name}`, name),
      emptyRefusal(`egressAllowed.${name}.ranges`, ranges),
      emptyRefusal(`egressAllowed.${name}.ports`, ports),
      ...ranges.map((range) => rangeRefusal(`egressAllowed.${name}.ranges`, range)),
      ...ports.map((port) => portRefusal(`egressAllowed.${name}.ports`, port)),
    ]),
  ];
}

function ownRuleRefusal(property: string, name: string): Refusal | undefined {
  if (!OWN_RULES.includes(name)) return undefined;
  return { property, rule: 'must not bear the name of a rule that the network has anyway', got: name };
}

function emptyRefusal(property: string, entries: readonly unknown[]): Refusal | undefined {
  return entries.length > 0 ? undefined : { property, rule: 'must name one at least', got: entries };
}

function rangeRefusal(property: string, range: string): Refusal | undefined {
  if (readRange(range) !== undefined) return undefined;
  return { property, rule: 'must hold IPv4 ranges on their own boundary, such as 203.0.113.0/24', got: range };
}
