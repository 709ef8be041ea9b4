import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { Construct } from 'constructs';
import { KmsKey } from '../../lib/cloud/aws/keys/kms-key';
import { registryKeyAlias, repositoryName, secretName, secretsKeyAlias } from '../../lib/cloud/aws/names';
import { EcrRepository } from '../../lib/cloud/aws/registry/ecr-repository';
import { SecretsManagerSecret } from '../../lib/cloud/aws/secrets/secrets-manager-secret';
import { registryImages, systemSecrets } from '../../lib/core/model/system-model';
import type { ResolvedEnvironment } from '../resolve';
import { EnvironmentStack, stackName } from './environment-stack';

/** An account and region that clusters of the environment run in. */
interface Place {
  readonly account: string;
  readonly region: string;
}

/** What clusters of an environment share on AWS: in each account and region, keys, secrets and repositories. */
export class AwsFoundationStack extends EnvironmentStack {
  constructor(scope: Construct, resolved: ResolvedEnvironment) {
    super(scope, stackName(resolved, 'aws', 'foundation'), resolved);
    for (const place of places(resolved)) {
      // Terraform wants names to begin with a letter, so the region comes first.
      const id = `${place.region}-${place.account}`;
      const provider = new AwsProvider(this, `aws-${id}`, {
        alias: id,
        region: place.region,
        allowedAccountIds: [place.account],
        defaultTags: [{ tags: this.labels }],
      });
      new AwsFoundation(this, id, { ...place, provider, resolved });
    }
  }
}

interface AwsFoundationProps extends Place {
  readonly provider: AwsProvider;
  readonly resolved: ResolvedEnvironment;
}

/** The foundation in one account and region. */
class AwsFoundation extends Construct {
  constructor(scope: Construct, id: string, props: AwsFoundationProps) {
    super(scope, id);
    this.addSecrets(props);
    this.addRepositories(props);
  }

  private addSecrets({ account, region, provider, resolved }: AwsFoundationProps): void {
    const { name: system, environment } = resolved.model;
    const names = systemSecrets(resolved.model);
    if (names.length === 0) return;
    const kmsKey = new KmsKey(this, 'SecretsKey', {
      ...{ account, region, provider },
      alias: secretsKeyAlias(system, environment),
      description: `Secrets of ${system} ${environment}`,
    });
    for (const name of names) {
      new SecretsManagerSecret(this, `secret-${name}`, {
        provider,
        kmsKey,
        secretName: secretName(system, environment, name),
      });
    }
  }

  private addRepositories({ account, region, provider, resolved }: AwsFoundationProps): void {
    const { name: system, environment } = resolved.model;
    const images = registryImages(resolved.model);
    if (images.length === 0) return;
    const kmsKey = new KmsKey(this, 'RegistryKey', {
      ...{ account, region, provider },
      alias: registryKeyAlias(system, environment),
      description: `Images of ${system} ${environment}`,
    });
    for (const image of images) {
      new EcrRepository(this, `repository-${image}`, {
        provider,
        kmsKey,
        repositoryName: repositoryName(system, environment, image),
      });
    }
  }
}

function places({ clusters }: ResolvedEnvironment): readonly Place[] {
  const found = new Map<string, Place>();
  for (const { environment } of clusters) {
    if (environment.cloud !== 'aws') continue;
    const { account, region } = environment;
    found.set(`${region}-${account}`, { account, region });
  }
  return [...found.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, place]) => place);
}
