import { ProjectService } from '@cdktf/provider-google/lib/project-service';
import { Aspects, TerraformResource, dependable, type IAspect } from 'cdktf';
import { Construct, type IConstruct } from 'constructs';
import { refuse } from '../../core/errors';

/** APIs behind the keys, the registry and the secrets of an environment. */
export const FOUNDATION_SERVICES: readonly string[] = [
  'artifactregistry.googleapis.com',
  'cloudkms.googleapis.com',
  'containerscanning.googleapis.com',
  'iam.googleapis.com',
  'secretmanager.googleapis.com',
];

/** APIs behind a network and a cluster. */
export const CLUSTER_SERVICES: readonly string[] = [
  'cloudkms.googleapis.com',
  'compute.googleapis.com',
  'container.googleapis.com',
  'iam.googleapis.com',
  'iamcredentials.googleapis.com',
  'logging.googleapis.com',
  'monitoring.googleapis.com',
  'pubsub.googleapis.com',
];

/** APIs behind alerts, dashboards, logs and budgets. */
export const OPERATIONS_SERVICES: readonly string[] = [
  'billingbudgets.googleapis.com',
  'cloudkms.googleapis.com',
  'logging.googleapis.com',
  'monitoring.googleapis.com',
];

/** APIs behind a global load balancer, its certificates and its DNS zone. */
export const EDGE_SERVICES: readonly string[] = [
  'certificatemanager.googleapis.com',
  'compute.googleapis.com',
  'dns.googleapis.com',
];

/** Which API a resource is made through, by the beginning of its type; the longest beginning counts. */
const SERVICE_BY_TYPE: Readonly<Record<string, string>> = {
  google_artifact_registry_: 'artifactregistry.googleapis.com',
  google_bigquery_: 'bigquery.googleapis.com',
  google_billing_: 'billingbudgets.googleapis.com',
  google_binary_authorization_: 'binaryauthorization.googleapis.com',
  google_certificate_manager_: 'certificatemanager.googleapis.com',
  google_compute_: 'compute.googleapis.com',
  google_container_: 'container.googleapis.com',
  google_container_analysis_: 'containeranalysis.googleapis.com',
  google_dns_: 'dns.googleapis.com',
  google_gke_backup_: 'gkebackup.googleapis.com',
  google_gke_hub_: 'gkehub.googleapis.com',
  google_kms_: 'cloudkms.googleapis.com',
  google_logging_: 'logging.googleapis.com',
  google_monitoring_: 'monitoring.googleapis.com',
  google_pubsub_: 'pubsub.googleapis.com',
  google_secret_manager_: 'secretmanager.googleapis.com',
  google_service_account: 'iam.googleapis.com',
  google_service_networking_: 'servicenetworking.googleapis.com',
  google_storage_: 'storage.googleapis.com',
};

/** Grants of keys name service agents, which exist only once their own API is enabled. */
const GRANT_TYPE = 'google_kms_crypto_key_iam_member';

/** Properties for `ProjectServices`. */
export interface ProjectServicesProps {
  /** Project id. */
  readonly project: string;
  /** Host names of the APIs, such as `container.googleapis.com`. */
  readonly services: readonly string[];
}

/**
 * Enables APIs of a project. Destroying it disables none: other stacks, and people, may use the same API.
 * The Service Usage and Resource Manager APIs have to be enabled beforehand, by whoever makes the project.
 */
export class ProjectServices extends Construct {
  private readonly resources: ReadonlyMap<string, ProjectService>;

  constructor(scope: Construct, id: string, props: ProjectServicesProps) {
    super(scope, id);

    refuse(
      this.node.path,
      props.services
        .filter((service) => !/^[a-z][a-z0-9-]*\.googleapis\.com$/.test(service))
        .map((got) => ({ property: 'services', rule: 'must name an API such as container.googleapis.com', got })),
    );

    this.resources = new Map(
      [...new Set(props.services)].map((service) => [
        service,
        new ProjectService(this, service, {
          project: props.project,
          service,
          disableOnDestroy: false,
          disableDependentServices: false,
        }),
      ]),
    );
  }

  /** Has every resource below `scope` wait for the API that it is made through. */
  public requiredBy(scope: IConstruct): void {
    const aspect: IAspect = { visit: (node) => this.addDependencies(node) };
    Aspects.of(scope).add(aspect);
  }

  private addDependencies(node: IConstruct): void {
    if (!TerraformResource.isTerraformResource(node)) return;
    const needed = [...this.resources.values()]
      .filter((api) => needs(node.terraformResourceType, api.serviceInput ?? ''))
      .map((api) => dependable(api));
    if (needed.length > 0) node.dependsOn = [...new Set([...(node.dependsOn ?? []), ...needed])];
  }
}

function needs(resourceType: string, service: string): boolean {
  if (resourceType === GRANT_TYPE) return true;
  const [owner] = Object.keys(SERVICE_BY_TYPE)
    .filter((beginning) => resourceType.startsWith(beginning))
    .sort((a, b) => b.length - a.length);
  return owner !== undefined && SERVICE_BY_TYPE[owner] === service;
}
