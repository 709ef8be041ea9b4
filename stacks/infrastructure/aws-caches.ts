import type { PullThroughUpstream } from '../../lib/cloud/aws/registry/pull-through-upstream';
import type { ResolvedEnvironment } from '../resolve';

/** A cache of a public registry, as the environment file asks for it. */
export interface AwsCache {
  readonly upstream: Extract<PullThroughUpstream, string>;
  /** Beginning of the names of what is cached: `docker-hub`, `quay-io`. */
  readonly prefix: string;
  readonly credentialSecretArns: readonly string[];
}

/** The caches of an environment, sorted by upstream. */
export function awsCaches({ environment }: ResolvedEnvironment): readonly AwsCache[] {
  const caches = environment.aws.registry?.pullThroughCaches ?? {};
  const upstreams = (Object.keys(caches) as (keyof typeof caches)[]).sort();
  return upstreams.map((upstream) => ({
    upstream,
    prefix: upstream.replaceAll('.', '-'),
    credentialSecretArns: caches[upstream]?.credentialSecretArns ?? [],
  }));
}

/** What nodes of the environment may pull through. */
export function cachePrefixes(resolved: ResolvedEnvironment): readonly string[] {
  return awsCaches(resolved).map(({ prefix }) => prefix);
}
