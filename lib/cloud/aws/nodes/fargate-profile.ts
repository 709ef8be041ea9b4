import { createHash } from 'node:crypto';
import { EksFargateProfile } from '@cdktf/provider-aws/lib/eks-fargate-profile';
import { DefaultTokenResolver, type ITerraformDependable, StringConcat, Token, Tokenization } from 'cdktf';
import { Construct } from 'constructs';
import { type Refusal, refuse } from '../../../core/errors';
import { boundedName, isDnsLabel } from '../../../core/names';
import type { AwsConstructProps } from '../aws-construct';
import type { IEksCluster } from '../eks/eks-cluster-ref';
import { IamRole } from '../iam/iam-role';
import type { PolicyStatement } from '../iam/policy-document';
import { fargateProfileArnPattern, fargateRoleName } from '../names';
import { pullThroughStatements } from '../registry/pull-through-statements';
import { type FargateSelector, selectorRefusals, sortedSelectors } from './fargate-selectors';

/** Pods have the name as the value of a label, which takes 63 characters. */
const MAX_NAME = 63;
const HASH_LENGTH = 6;
/** EKS keeps these names for itself. */
const RESERVED_PREFIX = 'eks-';
const DEFAULT_EXACT_NAME = false;

/** Options shared by `FargateProfile` and `EksCluster.addFargateProfile`. */
export interface FargateProfileOptions {
  /** Pods that run on Fargate, from one selector to five. */
  readonly selectors: readonly FargateSelector[];
  /**
   * Log group that Fargate may write the pods' logs to, of the cluster's account and region. That it does so says the
   * ConfigMap `aws-logging` in the namespace `aws-observability`, which is none of this profile's.
   *
   * @default - Fargate may write no logs
   */
  readonly logGroupName?: string;
  /**
   * Whether the profile is called `name`, and nothing else: for a profile that is there already and is to be
   * imported. Every change then takes the old pods away before new ones can start.
   *
   * @default false
   */
  readonly exactName?: boolean;
}

/** Properties for `FargateProfile`. */
export interface FargateProfileProps extends FargateProfileOptions, AwsConstructProps {
  /** Cluster that the pods are of. */
  readonly cluster: IEksCluster;
  /** Name of the profile, unique within the cluster; its full name ends in a hash, see `profileName`. */
  readonly name: string;
  /** Private subnets that the pods get their addresses from; Fargate takes no others. */
  readonly subnetIds: readonly string[];
  /**
   * Prefixes of the registry's caches, see `PullThroughCache`, that Fargate may bring new images into: by the first pull of
   * an image its repository is made.
   *
   * @default [] - images are pulled that are there already
   */
  readonly pullThroughCaches?: readonly string[];
  /**
   * What has to work before a pod can start: the network's way out.
   *
   * @default []
   */
  readonly dependsOn?: readonly ITerraformDependable[];
}

/**
 * Has some pods of a cluster run on Fargate, each on a machine of its own that AWS looks after.
 *
 * EKS can change nothing of a profile. A change makes a new profile under another name, then takes the old one away;
 * its pods go with it, and those that take their place run by the new one.
 *
 * Throws a `ConstructError` where the name or the selectors cannot work.
 */
export class FargateProfile extends Construct {
  /** What waits for the profile depends on it. */
  public readonly resource: ITerraformDependable;
  /** AWS' name of the profile: `batch-1f3a9c`. It changes with whatever else changes. */
  public readonly profileName: string;
  /** Role in which Fargate pulls images and writes logs. Pods do not have it. */
  public readonly roleArn: string;

  constructor(scope: Construct, id: string, props: FargateProfileProps) {
    super(scope, id);
    refuse(this.node.path, refusals(props));
    const { provider, cluster, name, exactName = DEFAULT_EXACT_NAME } = props;
    const selector = sortedSelectors(props.selectors);
    const subnetIds = [...props.subnetIds];

    const role = this.addRole(props);
    const subnets = subnetIds.map((subnetId) => this.written(subnetId)).sort();
    const parts = [this.written(cluster.clusterNameRef), subnets, this.written(JSON.stringify(selector))];
    this.profileName = exactName ? name : hashedName(name, parts);
    this.roleArn = role.arn;
    this.resource = new EksFargateProfile(this, 'Resource', {
      provider,
      clusterName: cluster.clusterNameRef,
      fargateProfileName: this.profileName,
      podExecutionRoleArn: role.arn,
      subnetIds,
      selector,
      dependsOn: [...role.grants, ...(props.dependsOn ?? [])],
      ...(exactName ? {} : { lifecycle: { createBeforeDestroy: true } }),
    });
  }

  private addRole({ provider, cluster, name, logGroupName, pullThroughCaches }: FargateProfileProps): IamRole {
    const { clusterName } = cluster;
    return new IamRole(this, 'Role', {
      provider,
      roleName: fargateRoleName(clusterName, name),
      description: `Fargate for the pods of ${name} on ${clusterName}`,
      trust: {
        sid: 'Fargate',
        principal: { service: 'eks-fargate-pods.amazonaws.com' },
        actions: ['sts:AssumeRole'],
        conditions: { ArnLike: { 'aws:SourceArn': [fargateProfileArnPattern(cluster, clusterName)] } },
      },
      managedPolicies: ['AmazonEKSFargatePodExecutionRolePolicy'],
      statements: [
        ...(logGroupName === undefined ? [] : [logStatement(cluster, logGroupName)]),
        ...pullThroughStatements(cluster, pullThroughCaches),
      ],
    });
  }

  /** The text that Terraform reads in place of a reference, which is the same from run to run. */
  private written(value: string): string {
    const text: unknown = Tokenization.resolve(value, {
      scope: this,
      resolver: new DefaultTokenResolver(new StringConcat()),
      preparing: false,
    });
    return String(text);
  }
}

/** The name, and what tells profiles apart that cannot be changed into each other. */
function hashedName(name: string, parts: readonly unknown[]): string {
  const hash = createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, HASH_LENGTH);
  return `${boundedName([name], MAX_NAME - HASH_LENGTH - 1)}-${hash}`;
}

function logStatement({ account, region }: IEksCluster, logGroupName: string): PolicyStatement {
  return {
    sid: 'Logs',
    actions: ['logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents'],
    resources: [`arn:aws:logs:${region}:${account}:log-group:${logGroupName}:*`],
    wildcard: 'the streams of one log group, a new one for each pod',
  };
}

function refusals({ name, selectors, subnetIds }: FargateProfileProps): readonly (Refusal | undefined)[] {
  return [
    nameRefusal(name),
    subnetIds.length === 0 ? { property: 'subnetIds', rule: 'must name one at least', got: subnetIds } : undefined,
    ...selectorRefusals(selectors),
  ];
}

function nameRefusal(got: string): Refusal | undefined {
  const property = 'name';
  if (Token.isUnresolved(got)) return { property, rule: 'must be known at synthesis', got: 'a token' };
  if (!isDnsLabel(got)) return { property, rule: 'must be lower-case letters, digits and dashes, 63 at most', got };
  if (!got.startsWith(RESERVED_PREFIX)) return undefined;
  return { property, rule: `must not begin with ${RESERVED_PREFIX}, which EKS keeps for itself`, got };
}
