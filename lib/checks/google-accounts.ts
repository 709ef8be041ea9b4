import { value, type TerraformStack } from './output';

/** Annotation of a Kubernetes service account with the service account of Google Cloud that it acts as. */
export const IDENTITY_ANNOTATION = 'iam.gke.io/gcp-service-account';

/** Id of the resource that makes a service account of Google Cloud. */
export function accountId(stack: TerraformStack, email: string): string | undefined {
  return Object.entries(stack.resource['google_service_account'] ?? {}).find(
    ([, block]) =>
      email === `${String(value(block, 'account_id'))}@${String(value(block, 'project'))}.iam.gserviceaccount.com`,
  )?.[0];
}
