import { DataGoogleProject } from '@cdktf/provider-google/lib/data-google-project';
import type { Construct } from 'constructs';

/**
 * The service agent by which Binary Authorization reads attestations for the clusters of a project, as an IAM member.
 * Its name holds the project's number, which Terraform looks up. It comes into being with the API.
 */
export function binaryAuthorizationAgent(scope: Construct, id: string, project: string): string {
  const { number } = new DataGoogleProject(scope, id, { projectId: project });
  return `serviceAccount:service-${number}@gcp-sa-binaryauthorization.iam.gserviceaccount.com`;
}
