import { DataGoogleProject } from '@cdktf/provider-google/lib/data-google-project';
import { Construct } from 'constructs';

/** Domains of the service accounts by which Google's services act in a project. */
const AGENT_DOMAINS = {
  'artifact-registry': 'gcp-sa-artifactregistry',
  compute: 'compute-system',
  'container-engine': 'container-engine-robot',
  'secret-manager': 'gcp-sa-secretmanager',
} as const;

/** A Google service that reads or writes encrypted data on the project's behalf. */
export type ServiceAgent = keyof typeof AGENT_DOMAINS;

/** Properties for `ServiceAgents`. */
export interface ServiceAgentsProps {
  /** Project id. */
  readonly project: string;
}

/**
 * The service agents of a project, as IAM members. Their names hold the project's number, which only Terraform
 * can look up. The agents of Compute Engine and GKE come into being with their APIs; those of Artifact Registry
 * and Secret Manager may have to be asked for first (see the README of this folder), since the resource that does
 * so exists in the google-beta provider only.
 */
export class ServiceAgents extends Construct {
  private readonly projectNumber: string;

  constructor(scope: Construct, id: string, props: ServiceAgentsProps) {
    super(scope, id);

    this.projectNumber = new DataGoogleProject(this, 'Resource', { projectId: props.project }).number;
  }

  /** IAM member of an agent, for use in Terraform only. */
  public member(agent: ServiceAgent): string {
    return `serviceAccount:service-${this.projectNumber}@${AGENT_DOMAINS[agent]}.iam.gserviceaccount.com`;
  }
}
