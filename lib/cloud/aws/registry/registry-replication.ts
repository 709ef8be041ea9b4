import { EcrReplicationConfiguration } from '@cdktf/provider-aws/lib/ecr-replication-configuration';
import { Token } from 'cdktf';
import { Construct } from 'constructs';
import { refuse, type Refusal } from '../../../core/errors';
import type { AwsConstructProps, AwsPlace } from '../aws-construct';
import { accountRefusal } from './account-principal';
import { ROOT_PREFIX, prefixRefusal } from './repository-prefix';

/** https://docs.aws.amazon.com/AmazonECR/latest/userguide/replication.html */
const MAX_DESTINATIONS = 25;
const MAX_RULES = 10;
const MAX_PREFIXES = 100;

/** A registry that images are copied to. */
export interface ReplicationDestination {
  readonly region: string;
  /**
   * Number of the account, which has to allow it by a `RegistryPolicy`.
   *
   * @default - the registry's own account
   */
  readonly account?: string;
  /**
   * Beginnings of the names of repositories that are copied there.
   *
   * @default - `repositoryPrefixes` of the construct
   */
  readonly repositoryPrefixes?: readonly string[];
}

/** Properties for `RegistryReplication`. */
export interface RegistryReplicationProps extends AwsConstructProps, AwsPlace {
  /** Where images are copied to, 25 at most. */
  readonly destinations: readonly ReplicationDestination[];
  /**
   * Beginnings of the names of repositories that are copied.
   *
   * @default - all repositories
   */
  readonly repositoryPrefixes?: readonly string[];
}

/**
 * Copies what is pushed to a registry to others, by the same name, some minutes later. There is one in each account and
 * region: a second one would overwrite the first. What was there before is not copied, nor are deletions.
 *
 * The repositories over there are made by ECR: by a `RepositoryCreationTemplate` of theirs, else with AWS' own key.
 *
 * Throws a `ConstructError` where a destination is the registry itself, given twice, or none.
 */
export class RegistryReplication extends Construct {
  constructor(scope: Construct, id: string, props: RegistryReplicationProps) {
    super(scope, id);
    refuse(this.node.path, replicationRefusals(props));

    new EcrReplicationConfiguration(this, 'Resource', {
      provider: props.provider,
      replicationConfiguration: {
        rule: [...destinationsByPrefixes(props).values()].map((group) => ({
          destination: group.destinations,
          repositoryFilter: group.prefixes.map((filter) => ({ filter, filterType: 'PREFIX_MATCH' })),
        })),
      },
    });
  }
}

interface ReplicationGroup {
  readonly prefixes: readonly string[];
  readonly destinations: { readonly region: string; readonly registryId: string }[];
}

/** Destinations of the same prefixes share a rule; sorted, since the order of neither means anything. */
function destinationsByPrefixes(props: RegistryReplicationProps): ReadonlyMap<string, ReplicationGroup> {
  const groups = new Map<string, ReplicationGroup>();
  const sorted = [...props.destinations].sort((a, b) => (place(a, props) < place(b, props) ? -1 : 1));
  for (const destination of sorted) {
    const { region, account: registryId = props.account } = destination;
    const prefixes = [...new Set(destination.repositoryPrefixes ?? props.repositoryPrefixes)].sort();
    const key = JSON.stringify(prefixes);
    const destinations = [...(groups.get(key)?.destinations ?? []), { region, registryId }];
    groups.set(key, { prefixes, destinations });
  }
  return groups;
}

function place({ region, account }: ReplicationDestination, own: AwsPlace): string {
  return `${region} ${account ?? own.account}`;
}

function replicationRefusals(props: RegistryReplicationProps): (Refusal | undefined)[] {
  const { destinations, repositoryPrefixes } = props;
  const places = destinations.map((destination) => place(destination, props));
  const rules = destinationsByPrefixes(props).size;
  const property = 'destinations';
  return [
    accountRefusal('account', props.account),
    destinations.length === 0 || destinations.length > MAX_DESTINATIONS
      ? { property, rule: `must name 1 to ${MAX_DESTINATIONS} registries`, got: destinations.length }
      : undefined,
    rules > MAX_RULES
      ? { property, rule: `must name ${MAX_RULES} different lists of repositoryPrefixes at most`, got: rules }
      : undefined,
    ...prefixListRefusals('repositoryPrefixes', repositoryPrefixes),
    ...destinations.flatMap((destination, index) => [
      ...destinationRefusals(destination),
      places[index] === `${props.region} ${props.account}`
        ? { property, rule: 'must not name the registry itself', got: places[index] }
        : undefined,
      places.indexOf(`${places[index]}`) !== index
        ? { property, rule: 'must name each registry once', got: places[index] }
        : undefined,
    ]),
  ];
}

function destinationRefusals({ region, account, repositoryPrefixes }: ReplicationDestination): (Refusal | undefined)[] {
  return [
    Token.isUnresolved(region) || /^[a-z]{2}(-[a-z]+)+-\d$/.test(region)
      ? undefined
      : { property: 'destinations.region', rule: 'must be a region such as eu-west-1', got: region },
    account === undefined ? undefined : accountRefusal('destinations.account', account),
    ...prefixListRefusals('destinations.repositoryPrefixes', repositoryPrefixes),
  ];
}

function prefixListRefusals(property: string, prefixes: readonly string[] | undefined): (Refusal | undefined)[] {
  if (prefixes === undefined) return [];
  return [
    prefixes.length === 0 || prefixes.length > MAX_PREFIXES
      ? { property, rule: `must name 1 to ${MAX_PREFIXES} prefixes`, got: prefixes, remedy: 'leave it out to mean all' }
      : undefined,
    // A filter is the beginning of a name, and may end in the middle of one or with its slash.
    ...prefixes.map((prefix) =>
      prefix === ROOT_PREFIX
        ? { property, rule: 'must not be ROOT', got: prefix, remedy: 'leave it out to mean all' }
        : prefixRefusal(property, prefix.replace(/[._/-]$/, '')),
    ),
  ];
}
