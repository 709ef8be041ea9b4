import type { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { Construct } from 'constructs';
import { HostedZone } from '../../lib/cloud/aws/edge/hosted-zone';
import { KmsKey } from '../../lib/cloud/aws/keys/kms-key';
import { registryKeyAlias, repositoryName, secretName, secretsKeyAlias } from '../../lib/cloud/aws/names';
import { EcrRepository } from '../../lib/cloud/aws/registry/ecr-repository';
import { PullThroughCache } from '../../lib/cloud/aws/registry/pull-through-cache';
import { pullThroughKeyStatement } from '../../lib/cloud/aws/registry/pull-through-statements';
import { RegistryReplication } from '../../lib/cloud/aws/registry/registry-replication';
import { RegistryScanning } from '../../lib/cloud/aws/registry/registry-scanning';
import { SecretsManagerSecret } from '../../lib/cloud/aws/secrets/secrets-manager-secret';
import { GuardDuty } from '../../lib/cloud/aws/threat-detection/guard-duty';
import { registryImages, systemSecrets } from '../../lib/core/model/system-model';
import { from, fromEach } from '../origin';
import type { ResolvedEnvironment } from '../resolve';
import { awsCaches } from './aws-caches';
import { AwsCloudResources } from './aws-cloud-resources';
import { type AwsClusterPlace, awsPlaces, placeProvider } from './aws-places';
import { EnvironmentStack, stackName } from './environment-stack';

/**
 * What clusters of an environment share on AWS: in each account and region, keys, secrets, repositories, buckets,
 * queues and topics.
 */
export class AwsFoundationStack extends EnvironmentStack {
  constructor(scope: Construct, resolved: ResolvedEnvironment) {
    super(scope, stackName(resolved, 'aws', 'foundation'), resolved);
    const places = awsPlaces(resolved);
    const foundations = places.map((place) => {
      const provider = placeProvider(this, place, this.labels);
      return new AwsFoundation(this, place.id, { place, provider, resolved, tags: this.labels });
    });
    for (const foundation of foundations) foundation.addSecrets(foundations);
    this.addZone(foundations, resolved);
  }

  /** The zone of the environment's domain, whose key of signatures has to be in us-east-1. */
  private addZone(foundations: readonly AwsFoundation[], { environment }: ResolvedEnvironment): void {
    const { aws, domain } = environment;
    const [first] = foundations;
    if (first === undefined || aws.dns === undefined || aws.dns.hostedZoneId !== undefined) return;
    from(['aws', 'dns'], () => {
      const { provider, place } = first.props;
      const { account, region, deletionProtection } = place;
      return new HostedZone(this, 'Zone', {
        ...{ account, region, provider, deletionProtection },
        zoneName: domain,
        caaIssuers: issuers(foundations),
      });
    });
  }
}

interface AwsFoundationProps {
  readonly place: AwsClusterPlace;
  readonly provider: AwsProvider;
  readonly resolved: ResolvedEnvironment;
  /** Tags of what the provider's default tags do not reach. */
  readonly tags: Readonly<Record<string, string>>;
}

/** The foundation in one account and region. */
class AwsFoundation extends Construct {
  private readonly secretsKey: KmsKey | undefined;

  constructor(
    scope: Construct,
    id: string,
    public readonly props: AwsFoundationProps,
  ) {
    super(scope, id);
    const { place, provider, resolved } = props;
    this.secretsKey = this.addSecretsKey();
    this.addRegistry();
    new AwsCloudResources(this, 'CloudResources', { place, provider, model: resolved.model });
    this.watch();
  }

  /** One value for all regions where they are copied from one, else a value for each. */
  public addSecrets(foundations: readonly AwsFoundation[]): void {
    const { place, provider, resolved } = this.props;
    const { name: system, environment } = resolved.model;
    const source = resolved.environment.aws.secrets?.replicateFrom;
    if (this.secretsKey === undefined || (source !== undefined && source !== place.region)) return;
    const others = foundations.filter((other) => source !== undefined && other !== this);
    const replicaRegions = Object.fromEntries(
      others.flatMap(({ props, secretsKey }) =>
        secretsKey === undefined ? [] : [[props.place.region, { kmsKeyArn: secretsKey.arn }]],
      ),
    );
    for (const name of systemSecrets(resolved.model)) {
      new SecretsManagerSecret(this, `secret-${name}`, {
        ...{ provider, replicaRegions },
        kmsKey: this.secretsKey,
        secretName: secretName(system, environment, name),
        deletionProtection: place.deletionProtection,
      });
    }
  }

  private addSecretsKey(): KmsKey | undefined {
    const { place, provider, resolved } = this.props;
    const { name: system, environment } = resolved.model;
    if (systemSecrets(resolved.model).length === 0) return undefined;
    const { account, region } = place;
    return new KmsKey(this, 'SecretsKey', {
      ...{ account, region, provider },
      alias: secretsKeyAlias(system, environment),
      description: `Secrets of ${system} ${environment}`,
    });
  }

  private addRegistry(): void {
    const { place, provider, resolved } = this.props;
    const { account, region } = place;
    const { name: system, environment } = resolved.model;
    const { registry = {} } = resolved.environment.aws;
    const caches = awsCaches(resolved).length > 0;
    if (registryImages(resolved.model).length > 0 || caches) {
      const kmsKey = new KmsKey(this, 'RegistryKey', {
        ...{ account, region, provider },
        alias: registryKeyAlias(system, environment),
        description: `Images of ${system} ${environment}`,
        statements: caches ? [pullThroughKeyStatement({ account, region })] : undefined,
      });
      this.addRepositories(kmsKey);
      this.addCaches(kmsKey);
    }
    if (registry.enhancedScanning === true)
      new RegistryScanning(this, 'Scanning', { ...{ account, region, provider } });
    if (registry.replicateFrom === region) from(['aws', 'registry', 'replicateFrom'], () => this.replicate());
  }

  private addRepositories(kmsKey: KmsKey): void {
    const { place, provider, resolved } = this.props;
    const { name: system, environment } = resolved.model;
    for (const image of registryImages(resolved.model)) {
      new EcrRepository(this, `repository-${image}`, {
        ...{ provider, kmsKey },
        repositoryName: repositoryName(system, environment, image),
        readers: resolved.environment.aws.registry?.readers,
        deletionProtection: place.deletionProtection,
      });
    }
  }

  /** Credentials are secrets of their region: of those that are named, each place takes its own. */
  private addCaches(kmsKey: KmsKey): void {
    const { place, provider, resolved } = this.props;
    const { account, region } = place;
    const caches = Object.fromEntries(awsCaches(resolved).map((cache) => [cache.upstream, cache]));
    fromEach(['aws', 'registry', 'pullThroughCaches'], caches, (name, { upstream, prefix, credentialSecretArns }) => {
      new PullThroughCache(this, `cache-${name}`, {
        ...{ account, region, provider, kmsKey, upstream },
        repositoryPrefix: prefix,
        credentialSecretArn: credentialSecretArns.find((arn) => arn.split(':')[3] === region),
        resourceTags: this.props.tags,
      });
    });
  }

  private replicate(): void {
    const { place, provider, resolved } = this.props;
    const { account, region } = place;
    const { name: system, environment } = resolved.model;
    const others = awsPlaces(resolved).filter((other) => other.id !== place.id);
    new RegistryReplication(this, 'Replication', {
      ...{ account, region, provider },
      destinations: others.map((other) => ({ region: other.region, account: other.account })),
      repositoryPrefixes: [repositoryName(system, environment, '')],
    });
  }

  private watch(): void {
    const { place, provider, resolved } = this.props;
    const { account, region } = place;
    if (resolved.environment.aws.guardDuty === true)
      new GuardDuty(this, 'GuardDuty', {
        ...{ account, region, provider },
        deletionProtection: place.deletionProtection,
      });
  }
}

/** Who issues certificates for the environment: ACM, and for cert-manager Let's Encrypt. */
function issuers(foundations: readonly AwsFoundation[]): readonly string[] {
  const clusters = foundations.flatMap(({ props }) => props.place.clusters);
  const certManager = clusters.some(({ environment }) => environment.controllers?.includes('cert-manager') === true);
  return ['amazon.com', ...(certManager ? ['letsencrypt.org'] : [])];
}
