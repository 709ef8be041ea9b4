import { Construct } from 'constructs';
import type { IKmsKey } from '../../lib/cloud/google/keys/kms-key';
import { KmsKeyRing } from '../../lib/cloud/google/keys/kms-key-ring';
import { foundationKeyRing, repositoryId, secretId } from '../../lib/cloud/google/names';
import { AuditLogConfig } from '../../lib/cloud/google/operations/audit-log-config';
import { FOUNDATION_SERVICES, ProjectServices } from '../../lib/cloud/google/project-services';
import { ArtifactRegistry } from '../../lib/cloud/google/registry/artifact-registry';
import { SecretManagerSecret } from '../../lib/cloud/google/secrets/secret-manager-secret';
import type { SecretRotation } from '../../lib/cloud/google/secrets/secret-rotation';
import { registryImages, systemSecrets } from '../../lib/core/model/system-model';
import type { GoogleEnvironment } from '../../lib/environment/environment';
import type { ResolvedEnvironment } from '../resolve';
import { EnvironmentStack, stackName } from './environment-stack';
import { addGoogleProvider } from './google-provider';

/** A project, and its regions in which clusters of the environment run. */
interface Place {
  readonly project: string;
  readonly regions: readonly string[];
  /** Whether one of the clusters there is protected against deletion; so is then what it stands on. */
  readonly deletionProtection: boolean;
}

/** What clusters of an environment share on Google Cloud: in each project, keys, secrets and repositories. */
export class GoogleFoundationStack extends EnvironmentStack {
  constructor(scope: Construct, resolved: ResolvedEnvironment) {
    super(scope, stackName(resolved, 'google', 'foundation'), resolved);
    addGoogleProvider(this, this.labels);
    for (const place of places(resolved)) new GoogleFoundation(this, place.project, place, resolved);
  }
}

/** The foundation in one project. */
class GoogleFoundation extends Construct {
  constructor(
    scope: Construct,
    id: string,
    private readonly place: Place,
    resolved: ResolvedEnvironment,
  ) {
    super(scope, id);
    const { project, regions, deletionProtection } = place;
    const { name: system, environment } = resolved.model;
    const services = [...FOUNDATION_SERVICES, ...optionalServices(resolved.environment.google)];
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
    if (resolved.environment.google.auditLogs) new AuditLogConfig(this, 'AuditLogs', { project });
  }

  private addSecrets({ model, environment }: ResolvedEnvironment, rings: ReadonlyMap<string, KmsKeyRing>): void {
    const { project, regions, deletionProtection } = this.place;
    const names = systemSecrets(model);
    if (names.length === 0) return;
    const rotation = rotationOf(environment.google, rings);
    const kmsKeys: Record<string, IKmsKey> = {};
    for (const [region, ring] of rings) kmsKeys[region] = ring.addKey('secrets', { users: ['secret-manager'] });
    for (const name of names) {
      new SecretManagerSecret(this, `secret-${name}`, {
        ...{ project, regions, kmsKeys, rotation, deletionProtection },
        secretId: secretId(model.name, model.environment, name),
      });
    }
  }

  private addRepositories({ model }: ResolvedEnvironment, rings: ReadonlyMap<string, KmsKeyRing>): void {
    const { project, deletionProtection } = this.place;
    if (registryImages(model).length === 0) return;
    for (const [location, ring] of rings) {
      new ArtifactRegistry(this, `repository-${location}`, {
        ...{ project, location, deletionProtection },
        repositoryId: repositoryId(model.name, model.environment),
        kmsKey: ring.addKey('registry', { users: ['artifact-registry'] }),
      });
    }
  }
}

/** APIs behind what a foundation need not have. */
function optionalServices({ secretRotation }: GoogleEnvironment): readonly string[] {
  return secretRotation === undefined ? [] : ['pubsub.googleapis.com'];
}

/** Topics are in no region: the key of the first one encrypts what is told on all of them. */
function rotationOf(
  { secretRotation }: GoogleEnvironment,
  rings: ReadonlyMap<string, KmsKeyRing>,
): SecretRotation | undefined {
  if (secretRotation === undefined) return undefined;
  const [ring] = rings.values();
  return { ...secretRotation, kmsKey: ring?.addKey('messaging', { users: ['pubsub'] }) };
}

function places({ clusters }: ResolvedEnvironment): readonly Place[] {
  const google = clusters.flatMap(({ environment }) => (environment.cloud === 'google' ? [environment] : []));
  const projects = [...new Set(google.map(({ project }) => project))].sort();
  return projects.map((project) => {
    const own = google.filter((cluster) => cluster.project === project);
    return {
      project,
      regions: [...new Set(own.map(({ region }) => region))].sort(),
      deletionProtection: own.some((cluster) => cluster.deletionProtection),
    };
  });
}
