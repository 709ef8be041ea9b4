import type { ArtifactRegistryRepositoryRemoteRepositoryConfig } from '@cdktf/provider-google/lib/artifact-registry-repository';
import { Token } from 'cdktf';
import type { Refusal } from '../../../core/errors';
import type { IArtifactRegistry } from './artifact-registry';
import { repositoryPath, type RepositoryName } from './repository-name';

/** Registries that need no address; Docker Hub has a name of its own at Google. */
const PUBLIC_REGISTRIES = {
  'docker-hub': undefined,
  'ghcr.io': 'https://ghcr.io',
  'mcr.microsoft.com': 'https://mcr.microsoft.com',
  'public.ecr.aws': 'https://public.ecr.aws',
  'quay.io': 'https://quay.io',
  'registry.k8s.io': 'https://registry.k8s.io',
} as const;
const ADDRESS = /^https:\/\/[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d+)?(\/[\w.~-]+)*$/;

/** A registry that anybody may pull from. */
export type PublicRegistry = keyof typeof PUBLIC_REGISTRIES;

/** A registry by its address. */
export interface RegistryAddress {
  /** `https://registry.example.com`, without a slash at the end. */
  readonly uri: string;
  readonly repository?: undefined;
}

/** A standard repository of Artifact Registry, in another location or project. */
export interface RegistryOfOnesOwn {
  readonly repository: IArtifactRegistry;
  readonly uri?: undefined;
}

/** Where a `RemoteRepository` gets images from. */
export type RemoteUpstream = PublicRegistry | RegistryAddress | RegistryOfOnesOwn;

type UpstreamConfig = Pick<ArtifactRegistryRepositoryRemoteRepositoryConfig, 'commonRepository' | 'dockerRepository'>;

/** The upstream as Artifact Registry reads it. */
export function upstreamConfig(upstream: RemoteUpstream): UpstreamConfig {
  const uri = upstreamUri(upstream);
  if (uri === undefined) return { dockerRepository: { publicRepository: 'DOCKER_HUB' } };
  return { commonRepository: { uri } };
}

/** The repository of Artifact Registry that is upstream, if one is. */
export function upstreamRepository(upstream: RemoteUpstream): IArtifactRegistry | undefined {
  return typeof upstream === 'string' ? undefined : upstream.repository;
}

/** Refuses upstreams that nothing can be pulled from. */
export function upstreamRefusals(upstream: RemoteUpstream, own: RepositoryName): (Refusal | undefined)[] {
  if (typeof upstream === 'string') return [];
  if (upstream.repository !== undefined) return [repositoryRefusal(upstream.repository, own)];
  const { uri } = upstream;
  if (Token.isUnresolved(uri) || ADDRESS.test(uri)) return [];
  return [
    {
      property: 'upstream.uri',
      rule: 'must be the address of a registry such as https://registry.example.com, without credentials or a slash at the end',
      got: uri,
    },
  ];
}

function repositoryRefusal(repository: IArtifactRegistry, own: RepositoryName): Refusal | undefined {
  const property = 'upstream.repository';
  if (repositoryPath(repository) === repositoryPath(own)) {
    return { property, rule: 'must not be the repository itself', got: repositoryPath(repository) };
  }
  if ((repository.mode ?? 'STANDARD_REPOSITORY') === 'STANDARD_REPOSITORY') return undefined;
  return { property, rule: 'must be a standard repository', got: repository.mode };
}

function upstreamUri(upstream: RemoteUpstream): string | undefined {
  if (typeof upstream === 'string') return PUBLIC_REGISTRIES[upstream];
  return upstream.repository === undefined ? upstream.uri : repositoryPath(upstream.repository);
}
