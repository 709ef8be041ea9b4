import type { ArtifactRegistryRepositoryVirtualRepositoryConfigUpstreamPolicies } from '@cdktf/provider-google/lib/artifact-registry-repository';
import type { Refusal } from '../../../core/errors';
import { wholeNumberRefusal } from '../../common/whole-number';
import { resourceNameRefusal } from '../resource-name';
import type { IArtifactRegistry } from './artifact-registry';
import { repositoryPath, type RepositoryName } from './repository-name';

/** https://cloud.google.com/artifact-registry/quotas */
const MAX_UPSTREAMS = 30;
const MAX_NAME = 63;

/** A repository whose images a virtual one offers. */
export interface VirtualUpstream {
  /** Repository in the same location. */
  readonly repository: IArtifactRegistry;
  /** Whose image it is, where several repositories have one of the name: that of the greatest priority. */
  readonly priority: number;
}

/** Upstreams of a virtual repository by their names, which are free to choose. */
export type VirtualUpstreams = Readonly<Record<string, VirtualUpstream>>;

/** The upstreams as Artifact Registry reads them, first asked first. */
export function upstreamPolicies(
  upstreams: VirtualUpstreams,
): ArtifactRegistryRepositoryVirtualRepositoryConfigUpstreamPolicies[] {
  return Object.entries(upstreams)
    .sort(([, a], [, b]) => b.priority - a.priority)
    .map(([id, { repository, priority }]) => ({ id, repository: repositoryPath(repository), priority }));
}

/** Refuses upstreams that Artifact Registry would, and an order in which strangers' images may pass for one's own. */
export function virtualUpstreamRefusals(upstreams: VirtualUpstreams, own: RepositoryName): (Refusal | undefined)[] {
  const names = Object.keys(upstreams);
  const property = 'upstreams';
  return [
    names.length === 0 ? { property, rule: 'must hold one repository at least', got: names } : undefined,
    names.length > MAX_UPSTREAMS
      ? { property, rule: `must be at most ${MAX_UPSTREAMS}`, got: names.length }
      : undefined,
    ...Object.entries(upstreams).flatMap(([name, upstream]) => upstreamRefusals(name, upstream, own)),
    repeatedRepositoryRefusal(upstreams),
    repeatedPriorityRefusal(upstreams),
    strangersFirstRefusal(upstreams),
  ];
}

function upstreamRefusals(name: string, upstream: VirtualUpstream, own: RepositoryName): (Refusal | undefined)[] {
  const { repository, priority } = upstream;
  const property = `upstreams.${name}`;
  const itself = repositoryPath(repository) === repositoryPath(own);
  return [
    resourceNameRefusal('upstreams (name)', name, MAX_NAME),
    wholeNumberRefusal(`${property}.priority`, priority, { min: 1 }),
    itself
      ? { property: `${property}.repository`, rule: 'must not be the repository itself', got: repositoryPath(own) }
      : undefined,
    repository.location === own.location
      ? undefined
      : {
          property: `${property}.repository`,
          rule: `must lie in the repository's own location (${own.location})`,
          got: repository.location,
          remedy: 'cache it there with a RemoteRepository',
        },
  ];
}

function repeatedRepositoryRefusal(upstreams: VirtualUpstreams): Refusal | undefined {
  const paths = Object.values(upstreams).map(({ repository }) => repositoryPath(repository));
  if (new Set(paths).size === paths.length) return undefined;
  return { property: 'upstreams', rule: 'must hold each repository once', got: paths };
}

function repeatedPriorityRefusal(upstreams: VirtualUpstreams): Refusal | undefined {
  const priorities = Object.values(upstreams).map(({ priority }) => priority);
  if (new Set(priorities).size === priorities.length) return undefined;
  return {
    property: 'upstreams',
    rule: 'must have priorities that differ, since nothing says which of two equals is asked first',
    got: priorities,
  };
}

/** Whoever can publish upstream of a cache could otherwise publish under the name of an image of one's own. */
function strangersFirstRefusal(upstreams: VirtualUpstreams): Refusal | undefined {
  const entries = Object.entries(upstreams);
  const own = entries.filter(([, { repository }]) => isOnesOwn(repository));
  const lowest = Math.min(...own.map(([, { priority }]) => priority));
  const ahead = entries.filter(([, { repository, priority }]) => !isOnesOwn(repository) && priority > lowest);
  if (own.length === 0 || ahead.length === 0) return undefined;
  return {
    property: 'upstreams',
    rule: 'must ask standard repositories before all others, lest an image of a stranger passes for one of your own',
    got: ahead.map(([name]) => name),
    remedy: `give these a priority below ${lowest}`,
  };
}

function isOnesOwn({ mode = 'STANDARD_REPOSITORY' }: IArtifactRegistry): boolean {
  return mode === 'STANDARD_REPOSITORY';
}
