import { DataGoogleProject } from '@cdktf/provider-google/lib/data-google-project';
import { Construct } from 'constructs';

/**
 * Addresses of the service accounts by which Google's services act in a project, by the project's number.
 * https://cloud.google.com/iam/docs/service-agents
 */
const AGENTS = {
  'artifact-registry': (number: string) => `service-${number}@gcp-sa-artifactregistry.iam.gserviceaccount.com`,
  'binary-authorization': (number: string) => `service-${number}@gcp-sa-binaryauthorization.iam.gserviceaccount.com`,
  bigquery: (number: string) => `bq-${number}@bigquery-encryption.iam.gserviceaccount.com`,
  compute: (number: string) => `service-${number}@compute-system.iam.gserviceaccount.com`,
  'container-engine': (number: string) => `service-${number}@container-engine-robot.iam.gserviceaccount.com`,
  filestore: (number: string) => `service-${number}@cloud-filer.iam.gserviceaccount.com`,
  'gke-backup': (number: string) => `service-${number}@gcp-sa-gkebackup.iam.gserviceaccount.com`,
  'gke-hub': (number: string) => `service-${number}@gcp-sa-gkehub.iam.gserviceaccount.com`,
  'google-apis': (number: string) => `${number}@cloudservices.gserviceaccount.com`,
  'monitoring-notification': (number: string) =>
    `service-${number}@gcp-sa-monitoring-notification.iam.gserviceaccount.com`,
  'multi-cluster-ingress': (number: string) => `service-${number}@gcp-sa-multiclusteringress.iam.gserviceaccount.com`,
  'multi-cluster-services': (number: string) => `service-${number}@gcp-sa-mcsd.iam.gserviceaccount.com`,
  pubsub: (number: string) => `service-${number}@gcp-sa-pubsub.iam.gserviceaccount.com`,
  'secret-manager': (number: string) => `service-${number}@gcp-sa-secretmanager.iam.gserviceaccount.com`,
  'service-mesh': (number: string) => `service-${number}@gcp-sa-servicemesh.iam.gserviceaccount.com`,
  storage: (number: string) => `service-${number}@gs-project-accounts.iam.gserviceaccount.com`,
} as const;

/** A Google service that acts on the project's behalf: it uses keys, publishes to topics, manages machines. */
export type ServiceAgent = keyof typeof AGENTS;

/** Properties for `ServiceAgents`. */
export interface ServiceAgentsProps {
  /** Project id. */
  readonly project: string;
}

/**
 * The service agents of a project, as IAM members. Their names hold the project's number, which only Terraform
 * can look up. The agents of Compute Engine and GKE come into being with their APIs; others may have to be asked for
 * first (see the README of this folder), since the resource that does so exists in the google-beta provider only.
 */
export class ServiceAgents extends Construct {
  private readonly projectNumber: string;

  constructor(scope: Construct, id: string, props: ServiceAgentsProps) {
    super(scope, id);

    this.projectNumber = new DataGoogleProject(this, 'Resource', { projectId: props.project }).number;
  }

  /** IAM member of an agent, for use in Terraform only. */
  public member(agent: ServiceAgent): string {
    return `serviceAccount:${AGENTS[agent](this.projectNumber)}`;
  }
}
