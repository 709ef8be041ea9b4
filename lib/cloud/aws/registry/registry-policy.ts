import { EcrRegistryPolicy } from '@cdktf/provider-aws/lib/ecr-registry-policy';
import { Construct } from 'constructs';
import { refuse, type Refusal } from '../../../core/errors';
import type { AwsConstructProps, AwsPlace } from '../aws-construct';
import { resourcePolicy, type ResourceStatement } from '../iam/resource-policy';
import { accountRefusal, principalArn, principalRefusals } from './account-principal';
import { ROOT_PREFIX, prefixRefusal, repositoriesArn } from './repository-prefix';

/** An account whose registry copies images here. */
export interface ReplicationSource {
  /** Number of the account. */
  readonly account: string;
  /**
   * Prefixes under which its images may come.
   *
   * @default ['ROOT'] - any name
   */
  readonly repositoryPrefixes?: readonly string[];
}

/** Somebody who pulls through the caches of the registry. */
export interface PullThroughUser {
  /** Number of an account, or the ARN of a role or a user. */
  readonly principal: string;
  /** Prefixes of the caches. */
  readonly repositoryPrefixes: readonly string[];
}

/** Properties for `RegistryPolicy`. */
export interface RegistryPolicyProps extends AwsConstructProps, AwsPlace {
  /**
   * Accounts that may copy images here, and have their repositories made.
   *
   * @default []
   */
  readonly replicationSources?: readonly ReplicationSource[];
  /**
   * Who may have caches fetch what they do not hold yet. In the registry's own account `pullThroughStatements` on the
   * roles do the same.
   *
   * @default []
   */
  readonly pullThroughUsers?: readonly PullThroughUser[];
}

/**
 * What other accounts may do with a registry. There is one in each account and region: a second one would overwrite the
 * first. Who may pull from a repository, its own policy says: see `readers` of `EcrRepository`.
 *
 * Throws a `ConstructError` where nobody is named, or somebody twice.
 */
export class RegistryPolicy extends Construct {
  constructor(scope: Construct, id: string, props: RegistryPolicyProps) {
    super(scope, id);
    refuse(this.node.path, policyRefusals(props));

    new EcrRegistryPolicy(this, 'Resource', {
      provider: props.provider,
      policy: resourcePolicy(this.node.path, registryStatements(props)),
    });
  }
}

function registryStatements(props: RegistryPolicyProps): readonly ResourceStatement[] {
  const { replicationSources = [], pullThroughUsers = [] } = props;
  const replication = [...replicationSources].sort((a, b) => (a.account < b.account ? -1 : 1));
  const users = [...pullThroughUsers].sort((a, b) => (a.principal < b.principal ? -1 : 1));
  return [
    ...replication.map(({ account, repositoryPrefixes = [ROOT_PREFIX] }) => ({
      sid: `Replicate${account}`,
      principal: { arn: principalArn(account) },
      actions: ['ecr:CreateRepository', 'ecr:ReplicateImage'],
      resources: resources(props, repositoryPrefixes),
    })),
    ...users.map(({ principal, repositoryPrefixes }, index) => ({
      sid: `PullThrough${index + 1}`,
      principal: { arn: principalArn(principal) },
      actions: ['ecr:BatchImportUpstreamImage', 'ecr:CreateRepository'],
      resources: resources(props, repositoryPrefixes),
    })),
  ];
}

function resources(place: AwsPlace, prefixes: readonly string[]): readonly string[] {
  return [...new Set(prefixes)].sort().map((prefix) => repositoriesArn(place, prefix));
}

function policyRefusals(props: RegistryPolicyProps): (Refusal | undefined)[] {
  const { account, replicationSources = [], pullThroughUsers = [] } = props;
  const sources = replicationSources.map((source) => source.account);
  const users = pullThroughUsers.map(({ principal }) => principal);
  return [
    accountRefusal('account', account),
    sources.length + users.length === 0
      ? {
          property: 'replicationSources',
          rule: 'must name somebody, or pullThroughUsers must',
          got: sources,
          remedy: 'or leave the policy out',
        }
      : undefined,
    ...sources.map((source) => accountRefusal('replicationSources.account', source)),
    sources.includes(account)
      ? {
          property: 'replicationSources',
          rule: 'must not name the own account, which may copy between its regions anyway',
          got: account,
        }
      : undefined,
    ...onceRefusals('replicationSources', sources),
    ...principalRefusals('pullThroughUsers.principal', users),
    ...onceRefusals('pullThroughUsers', users),
    ...replicationSources.flatMap((source) =>
      prefixRefusals('replicationSources.repositoryPrefixes', source.repositoryPrefixes),
    ),
    ...pullThroughUsers.flatMap((user) =>
      prefixRefusals('pullThroughUsers.repositoryPrefixes', user.repositoryPrefixes),
    ),
  ];
}

function onceRefusals(property: string, names: readonly string[]): Refusal[] {
  return names
    .filter((name, index) => names.indexOf(name) !== index)
    .map((got) => ({ property, rule: 'must name each one once', got }));
}

function prefixRefusals(property: string, prefixes: readonly string[] | undefined): (Refusal | undefined)[] {
  if (prefixes?.length === 0) return [{ property, rule: 'must name one prefix at least', got: prefixes }];
  return (prefixes ?? []).map((prefix) => prefixRefusal(property, prefix));
}
