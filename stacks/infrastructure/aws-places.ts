import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import type { Construct } from 'constructs';
import type { AwsPlace } from '../../lib/cloud/aws/aws-construct';
import type { AwsClusterEnvironment } from '../../lib/environment/environment';
import type { ResolvedEnvironment } from '../resolve';

/** A cluster of an environment on AWS. */
export interface AwsCluster {
  /** Key of the cluster in the environment file. */
  readonly name: string;
  readonly clusterName: string;
  readonly environment: AwsClusterEnvironment;
}

/** An account and region that clusters of an environment run in. */
export interface AwsClusterPlace extends AwsPlace {
  /** `us-east-1-111122223333`: Terraform wants names to begin with a letter, so the region comes first. */
  readonly id: string;
  readonly clusters: readonly AwsCluster[];
  /** Whether one of the clusters there is protected against deletion; so is then what it stands on. */
  readonly deletionProtection: boolean;
}

/** Where clusters of an environment run on AWS, sorted. */
export function awsPlaces({ clusters }: ResolvedEnvironment): readonly AwsClusterPlace[] {
  const found = new Map<string, AwsClusterPlace>();
  for (const { name, environment, contract } of clusters) {
    if (environment.cloud !== 'aws') continue;
    const { account, region, deletionProtection } = environment;
    const id = `${region}-${account}`;
    const before = found.get(id);
    found.set(id, {
      ...{ id, account, region },
      clusters: [...(before?.clusters ?? []), { name, environment, clusterName: contract.clusterName }],
      deletionProtection: deletionProtection || before?.deletionProtection === true,
    });
  }
  return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The provider of a place, beside those of others in the same stack. */
export function placeProvider(
  scope: Construct,
  { id, account, region }: AwsClusterPlace,
  tags: Record<string, string>,
): AwsProvider {
  return new AwsProvider(scope, `aws-${id}`, {
    alias: id,
    region,
    allowedAccountIds: [account],
    defaultTags: [{ tags }],
  });
}
