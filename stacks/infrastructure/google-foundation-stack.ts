import { Construct } from 'constructs';
import { ManagedMesh } from '../../lib/cloud/google/fleet/managed-mesh';
import type { IKmsKey } from '../../lib/cloud/google/keys/kms-key';
import { KmsKeyRing } from '../../lib/cloud/google/keys/kms-key-ring';
import { foundationKeyRing, remoteRepositoryId, repositoryId, secretId } from '../../lib/cloud/google/names';
import { AuditLogConfig } from '../../lib/cloud/google/operations/audit-log-config';
import { FOUNDATION_SERVICES, ProjectServices } from '../../lib/cloud/google/project-services';
import { ArtifactRegistry } from '../../lib/cloud/google/registry/artifact-registry';
import { RemoteRepository } from '../../lib/cloud/google/registry/remote-repository';
import { SecretManagerSecret } from '../../lib/cloud/google/secrets/secret-manager-secret';
import type { SecretRotation } from '../../lib/cloud/google/secrets/secret-rotation';
import { registryImages, systemSecrets } from '../../lib/core/model/system-model';
import type { GoogleEnvironment } from '../../lib/environment/environment';
import type { ResolvedEnvironment } from '../resolve';
import { EnvironmentStack, stackName } from './environment-stack';
import { cloudResourceServices, GoogleCloudResources } from './google-cloud-resources';
import { googleClusters, type GoogleCluster } from './google-clusters';
import { GoogleImageTrust, trustingClusters } from './google-image-trust';
import { addGoogleProvider } from './google-provider';

/** APIs behind attestors and the policy that asks for them. */
const IMAGE_TRUST_SERVICES = ['binaryauthorization.googleapis.com', 'containeranalysis.googleapis.com'];
/** APIs behind the mesh that Google runs. */
const MESH_SERVICES = ['gkehub.googleapis.com', 'mesh.googleapis.com'];

/** A project, and its regions in which clusters of the environment run. */
interface Place {
  readonly project: string;
  readonly clusters: readonly GoogleCluster[];
  readonly regions: readonly string[];
  /** Whether one of the clusters there is protected against deletion; so is then what it stands on. */
  readonly deletionProtection: boolean;
}

/**
 * What clusters of an environment share on Google Cloud: in each project, keys, secrets, repositories, buckets, queues
 * and topics.
 */
export class GoogleFoundationStack extends EnvironmentStack {
  constructor(scope: Construct, resolved: ResolvedEnvironment) {
    super(scope, stackName(resolved, 'google', 'foundation'), resolved);
    addGoogleProvider(this, this.labels);
    for (const place of places(resolved)) new GoogleFoundation(this, place.project, place, resolved);
    this.addMeshes(googleClusters(resolved));
  }

  /** The mesh that Google runs, once for each fleet which wants it. */
  private addMeshes(clusters: readonly GoogleCluster[]): void {
    const members = clusters.filter(({ environment }) => environment.fleet?.managedMesh === true);
    const fleets = [...new Set(members.map(fleetProject))].sort();
    for (const project of fleets) {
      const own = members.filter((member) => fleetProject(member) === project);
      const services = MESH_SERVICES;
      new ProjectServices(this, `mesh-services-${project}`, { project, services }).requiredBy(this);
      new ManagedMesh(this, `mesh-${project}`, {
        project,
        memberProjects: [...new Set(own.map(({ cluster }) => cluster.project))].filter((member) => member !== project),
        deletionProtection: own.some(({ environment }) => environment.deletionProtection),
      });
    }
  }
}

/** The foundation in one project. */
class GoogleFoundation extends Construct {
  private messaging: IKmsKey | undefined;

  constructor(
    scope: Construct,
    id: string,
    private readonly place: Place,
    resolved: ResolvedEnvironment,
  ) {
    super(scope, id);
    const { project, regions, deletionProtection } = place;
    const { name: system, environment } = resolved.model;
    const services = [...FOUNDATION_SERVICES, ...optionalServices(place, resolved)];
    new ProjectServices(this, 'Services', { project, services }).requiredBy(this);
    const rings = new Map(
      regions.map((location) => [
        location,
        new KmsKeyRing(this, `keys-${location}`, {
          ...{ project, location, deletionProtection },
          name: foundationKeyRing(system, environment),
        }),
      ]),
    );
    this.addSecrets(resolved, rings);
    this.addRepositories(resolved, rings);
    this.addImageTrust(resolved, rings);
    this.addCloudResources(resolved, rings);
    if (resolved.environment.google.auditLogs) new AuditLogConfig(this, 'AuditLogs', { project });
  }

  private addSecrets({ model, environment }: ResolvedEnvironment, rings: ReadonlyMap<string, KmsKeyRing>): void {
    const { project, regions, deletionProtection } = this.place;
    const names = systemSecrets(model);
    if (names.length === 0) return;
    const rotation = this.rotationOf(environment.google, rings);
    const kmsKeys: Record<string, IKmsKey> = {};
    for (const [region, ring] of rings) kmsKeys[region] = ring.addKey('secrets', { users: ['secret-manager'] });
    for (const name of names) {
      new SecretManagerSecret(this, `secret-${name}`, {
        ...{ project, regions, kmsKeys, rotation, deletionProtection },
        secretId: secretId(model.name, model.environment, name),
      });
    }
  }

  private rotationOf(
    { secretRotation }: GoogleEnvironment,
    rings: ReadonlyMap<string, KmsKeyRing>,
  ): SecretRotation | undefined {
    if (secretRotation === undefined) return undefined;
    const [ring] = rings.values();
    return { ...secretRotation, kmsKey: ring === undefined ? undefined : this.messagingKey(ring) };
  }

  /** Topics are in no region: the key of the first one encrypts what is told on all of them. */
  private messagingKey(ring: KmsKeyRing): IKmsKey {
    this.messaging ??= ring.addKey('messaging', { users: ['pubsub'] });
    return this.messaging;
  }

  /** Buckets lie in the first region, where their key is. */
  private addCloudResources({ model, environment }: ResolvedEnvironment, rings: ReadonlyMap<string, KmsKeyRing>): void {
    const { project, deletionProtection } = this.place;
    const [first] = rings;
    if (first === undefined) return;
    const [location, ring] = first;
    new GoogleCloudResources(this, 'CloudResources', {
      ...{ project, location, model, deletionProtection },
      storageKey: () => ring.addKey('storage', { users: ['storage'] }),
      messagingKey: () => this.messagingKey(ring),
      secretRotation: environment.google.secretRotation !== undefined,
    });
  }

  /** A key cannot be in two regions: the attestor signs with one of the first. */
  private addImageTrust(resolved: ResolvedEnvironment, rings: ReadonlyMap<string, KmsKeyRing>): void {
    const { project, deletionProtection } = this.place;
    const clusters = trustingClusters(this.place.clusters);
    const [keys] = rings.values();
    if (clusters.length === 0 || keys === undefined) return;
    new GoogleImageTrust(this, 'ImageTrust', resolved, { project, clusters, keys, deletionProtection });
  }

  private addRepositories({ model, environment }: ResolvedEnvironment, rings: ReadonlyMap<string, KmsKeyRing>): void {
    const { project, deletionProtection } = this.place;
    const own = registryImages(model).length > 0;
    const mirrors = environment.google.remoteRepositories ?? [];
    if (!own && mirrors.length === 0) return;
    for (const [location, ring] of rings) {
      const place = { project, location, deletionProtection };
      const kmsKey = ring.addKey('registry', { users: ['artifact-registry'] });
      if (own) {
        const id = repositoryId(model.name, model.environment);
        new ArtifactRegistry(this, `repository-${location}`, { ...place, kmsKey, repositoryId: id });
      }
      for (const upstream of mirrors) {
        const id = remoteRepositoryId(model.name, model.environment, upstream);
        new RemoteRepository(this, `mirror-${upstream}-${location}`, { ...place, kmsKey, upstream, repositoryId: id });
      }
    }
  }
}

/** APIs behind what a foundation need not have. */
function optionalServices({ clusters }: Place, { model, environment }: ResolvedEnvironment): readonly string[] {
  return [
    ...(environment.google.secretRotation === undefined ? [] : ['pubsub.googleapis.com']),
    ...(trustingClusters(clusters).length === 0 ? [] : IMAGE_TRUST_SERVICES),
    ...cloudResourceServices(model.resources),
  ];
}

function fleetProject({ environment }: GoogleCluster): string {
  return environment.fleet?.project ?? environment.project;
}

function places(resolved: ResolvedEnvironment): readonly Place[] {
  const google = googleClusters(resolved);
  const projects = [...new Set(google.map(({ cluster }) => cluster.project))].sort();
  return projects.map((project) => {
    const clusters = google.filter(({ cluster }) => cluster.project === project);
    return {
      ...{ project, clusters },
      regions: [...new Set(clusters.map(({ environment }) => environment.region))].sort(),
      deletionProtection: clusters.some(({ environment }) => environment.deletionProtection),
    };
  });
}
