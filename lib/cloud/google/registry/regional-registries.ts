import { Token } from 'cdktf';
import { Construct } from 'constructs';
import { refuse, type Refusal } from '../../../core/errors';
import type { IKmsKey } from '../keys/kms-key';
import { ArtifactRegistry, type ArtifactRegistryOptions, type ArtifactRegistryProps } from './artifact-registry';
import { RemoteRepository } from './remote-repository';
import { locationRefusal } from './repository-name';
import type { RepositoryOptions } from './repository-options';

/** Properties for `RegionalRegistries`. */
export interface RegionalRegistriesProps extends Omit<RepositoryOptions, 'kmsKey'>, ArtifactRegistryOptions {
  /** Where images are pushed to: a region, or one of the multi-regions `asia`, `europe` and `us`. */
  readonly location: string;
  /** Further locations, each with a cache under the same `repositoryId`, which its clusters pull from. */
  readonly cacheLocations: readonly string[];
  /**
   * Days after which a cached version is deleted. Who pulls it then has it cached again.
   *
   * @default 90
   */
  readonly cachedDays?: number;
  /**
   * Key of each location, which `artifact-registry` may use; all locations have one, or none has.
   *
   * @default - Google's own keys
   */
  readonly kmsKeys?: Readonly<Record<string, IKmsKey>>;
}

/**
 * The same images in several locations: they are pushed to one, and the others have a cache of it. What was pulled in
 * a region once is there while the first location is down, and has crossed the sea once.
 */
export class RegionalRegistries extends Construct {
  /** Where images are pushed to. */
  public readonly primary: ArtifactRegistry;
  private readonly registries: ReadonlyMap<string, ArtifactRegistry | RemoteRepository>;

  constructor(scope: Construct, id: string, props: RegionalRegistriesProps) {
    super(scope, id);

    refuse(this.node.path, [...cacheLocationRefusals(props), ...keyRefusals(props)]);

    this.primary = new ArtifactRegistry(this, 'Primary', primaryProps(props));
    const caches = [...props.cacheLocations].sort().map((location) => this.addCache(location, props));
    this.registries = new Map([this.primary, ...caches].map((registry) => [registry.location, registry]));
  }

  /** What clusters of a location pull from. Throws where the location has neither images nor a cache. */
  public registry(location: string): ArtifactRegistry | RemoteRepository {
    const registry = this.registries.get(location);
    if (registry === undefined) {
      const known = [...this.registries.keys()].join(', ');
      throw new Error(`${this.node.path}: there is no registry in '${location}'; there is one in ${known}`);
    }
    return registry;
  }

  private addCache(location: string, props: RegionalRegistriesProps): RemoteRepository {
    const { project, repositoryId, description, labels, readers, administrators, deletionProtection } = props;
    return new RemoteRepository(this, `cache-${location}`, {
      ...{ project, location, repositoryId, description, labels, readers, administrators, deletionProtection },
      kmsKey: props.kmsKeys?.[location],
      upstream: { repository: this.primary },
      cachedDays: props.cachedDays,
      cleanupPolicyDryRun: props.cleanupPolicyDryRun,
      // What is cached was scanned where it was pushed to, and each scan is paid for.
      vulnerabilityScanning: 'DISABLED',
    });
  }
}

function primaryProps(props: RegionalRegistriesProps): ArtifactRegistryProps {
  const { cacheLocations: _caches, cachedDays: _days, kmsKeys, ...options } = props;
  return { ...options, kmsKey: kmsKeys?.[props.location] };
}

function cacheLocationRefusals({ location, cacheLocations }: RegionalRegistriesProps): (Refusal | undefined)[] {
  const property = 'cacheLocations';
  return [
    cacheLocations.length === 0
      ? {
          property,
          rule: 'must name one location at least',
          got: cacheLocations,
          remedy: 'or make an ArtifactRegistry',
        }
      : undefined,
    new Set([location, ...cacheLocations]).size <= cacheLocations.length
      ? {
          property,
          rule: `must name each location once, and not that of the images (${location})`,
          got: cacheLocations,
        }
      : undefined,
    ...cacheLocations.map((cache) =>
      Token.isUnresolved(cache)
        ? { property, rule: 'must be known at synthesis', got: 'a token' }
        : locationRefusal(property, cache),
    ),
  ];
}

function keyRefusals({ location, cacheLocations, kmsKeys }: RegionalRegistriesProps): (Refusal | undefined)[] {
  if (kmsKeys === undefined) return [];
  const locations = [location, ...cacheLocations];
  const missing = locations.filter((name) => kmsKeys[name] === undefined);
  const unused = Object.keys(kmsKeys).filter((name) => !locations.includes(name));
  const property = 'kmsKeys';
  return [
    missing.length > 0
      ? {
          property,
          rule: `must hold a key for every location (missing: ${missing.join(', ')})`,
          got: Object.keys(kmsKeys),
        }
      : undefined,
    unused.length > 0 ? { property, rule: 'must hold keys of the registries’ own locations', got: unused } : undefined,
  ];
}
