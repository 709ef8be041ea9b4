import { Token } from 'cdktf';
import type { Refusal } from '../../../core/errors';
import type { AwsPlace } from '../aws-construct';
import { accountRefusal } from './account-principal';

/**
 * Registries that ECR can cache, and whether they want credentials.
 * https://docs.aws.amazon.com/AmazonECR/latest/userguide/pull-through-cache.html
 */
const REGISTRIES = {
  'cgr.dev': { url: 'cgr.dev', credentials: true },
  'docker-hub': { url: 'registry-1.docker.io', credentials: true },
  'ghcr.io': { url: 'ghcr.io', credentials: true },
  'public.ecr.aws': { url: 'public.ecr.aws', credentials: false },
  'quay.io': { url: 'quay.io', credentials: false },
  'registry.gitlab.com': { url: 'registry.gitlab.com', credentials: true },
  'registry.k8s.io': { url: 'registry.k8s.io', credentials: false },
} as const;

/** A registry that ECR knows by its name. */
export type PullThroughRegistry = keyof typeof REGISTRIES;

/** A registry of Azure. */
export interface AzureUpstream {
  /** `funlynk.azurecr.io` */
  readonly registry: string;
  readonly account?: undefined;
}

/** A registry of ECR, in another region or account. */
export interface EcrUpstream extends AwsPlace {
  /**
   * ARN of the role that ECR pulls in, which `pullthroughcache.ecr.amazonaws.com` may assume; for another account alone.
   *
   * @default - none: in the same account ECR needs none
   */
  readonly roleArn?: string;
  readonly registry?: undefined;
}

/** Where a `PullThroughCache` gets images from. */
export type PullThroughUpstream = PullThroughRegistry | AzureUpstream | EcrUpstream;

/** Host of the upstream. */
export function upstreamUrl(upstream: PullThroughUpstream): string {
  if (typeof upstream === 'string') return REGISTRIES[upstream].url;
  if (upstream.account === undefined) return upstream.registry;
  return `${upstream.account}.dkr.ecr.${upstream.region}.amazonaws.com`;
}

/** The role that ECR pulls in from an upstream of another account. */
export function upstreamRole(upstream: PullThroughUpstream): string | undefined {
  return typeof upstream === 'string' || upstream.account === undefined ? undefined : upstream.roleArn;
}

/** Refuses an upstream that nothing can be pulled from, and credentials that are missing, or none. */
export function upstreamRefusals(
  upstream: PullThroughUpstream,
  credentialSecretArn: string | undefined,
  own: AwsPlace,
): (Refusal | undefined)[] {
  return [
    ...(typeof upstream === 'string' ? [] : addressRefusals(upstream, own)),
    credentialSecretArn === undefined ? missingRefusal(upstream) : secretRefusal(credentialSecretArn, own),
    credentialSecretArn !== undefined && typeof upstream !== 'string' && upstream.account !== undefined
      ? {
          property: 'credentialSecretArn',
          rule: 'must not be given for a registry of ECR, which knows its visitors by IAM',
          got: credentialSecretArn,
          remedy: 'give upstream.roleArn where it lies in another account',
        }
      : undefined,
  ];
}

function addressRefusals(upstream: AzureUpstream | EcrUpstream, own: AwsPlace): (Refusal | undefined)[] {
  if (upstream.account === undefined) return [azureRefusal(upstream.registry)];
  const { account, region, roleArn } = upstream;
  const same = account === own.account;
  const property = 'upstream.roleArn';
  return [
    accountRefusal('upstream.account', account),
    same && region === own.region
      ? { property: 'upstream', rule: 'must not be the registry itself', got: `${region} ${account}` }
      : undefined,
    !same && roleArn === undefined && !Token.isUnresolved(account)
      ? { property, rule: 'must be given for a registry of another account', got: roleArn ?? account }
      : undefined,
    same && roleArn !== undefined
      ? { property, rule: 'must not be given for a registry of the same account', got: roleArn }
      : undefined,
  ];
}

function azureRefusal(registry: string): Refusal | undefined {
  if (Token.isUnresolved(registry) || /^[a-zA-Z0-9]{5,50}(-[a-z0-9]+)?\.azurecr\.io$/.test(registry)) return undefined;
  return { property: 'upstream.registry', rule: 'must be a registry such as funlynk.azurecr.io', got: registry };
}

function missingRefusal(upstream: PullThroughUpstream): Refusal | undefined {
  const wanted = typeof upstream === 'string' ? REGISTRIES[upstream].credentials : upstream.account === undefined;
  if (!wanted) return undefined;
  return {
    property: 'credentialSecretArn',
    rule: `must be given for ${upstreamUrl(upstream)}, which ECR reaches with credentials alone`,
    got: 'none',
    remedy: 'make a secret named ecr-pullthroughcache/… with the keys username and accessToken',
  };
}

function secretRefusal(arn: string, { account, region }: AwsPlace): Refusal | undefined {
  if (Token.isUnresolved(arn)) return undefined;
  const property = 'credentialSecretArn';
  const [, secretRegion, secretAccount] =
    /^arn:aws:secretsmanager:([a-z0-9-]+):(\d{12}):secret:ecr-pullthroughcache\/[\w/+=.@-]+$/.exec(arn) ?? [];
  if (secretRegion === undefined) {
    const rule = 'must be the ARN of a secret whose name begins with ecr-pullthroughcache/';
    // Somebody may have written the password itself.
    return { property, rule, got: arn.startsWith('arn:') ? arn : `${arn.length} characters` };
  }
  const known = !Token.isUnresolved(account) && !Token.isUnresolved(region);
  if (!known || (secretRegion === region && secretAccount === account)) return undefined;
  return { property, rule: `must be a secret of the cache's own account and region (${account}, ${region})`, got: arn };
}
