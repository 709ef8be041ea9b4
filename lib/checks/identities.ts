import type { Cloud } from '../core/cluster';
import type { Finding } from '../core/finding';
import { awsGrants, awsIdentityFaults } from './aws-identities';
import { googleGrants, googleIdentityFaults } from './google-identities';
import { ofKind, type IdentityFault } from './identity-scope';
import type { ClusterOutput, EnvironmentOutput } from './output';
import { serviceAccountFaults } from './service-accounts';

/** Annotations of service accounts that clusters of a cloud ignore; on EKS all but Pod Identity is off. */
const UNREAD_ANNOTATIONS: Readonly<Record<Cloud, readonly string[]>> = {
  aws: ['iam.gke.io/gcp-service-account', 'eks.amazonaws.com/role-arn'],
  google: ['eks.amazonaws.com/role-arn'],
};

/**
 * Rule `identity`: whatever cloud identity a manifest names exists on Terraform's side, is bound to exactly that
 * service account, and may do what the manifest and the model need of it; and the secrets, buckets, queues and topics
 * exist.
 */
export function checkIdentities({ model, clusters, stacks }: EnvironmentOutput): readonly Finding[] {
  return clusters.flatMap((cluster) => {
    const stack = stacks.find(({ name }) => name === cluster.stack) ?? { name: cluster.stack, resource: {}, data: {} };
    const scope = { model, cluster, stack, stacks };
    const faults = cluster.cloud === 'aws' ? awsIdentityFaults(scope) : googleIdentityFaults(scope);
    const grants = cluster.cloud === 'aws' ? awsGrants(scope) : googleGrants(scope);
    const accounts = serviceAccountFaults(scope, grants);
    return [...faults, ...accounts, ...foreignFaults(cluster), ...clusterWideFaults(cluster)].map(
      ({ manifest, message }): Finding => {
        const path = cluster.manifests.find((file) => file.manifest === manifest)?.path ?? cluster.name;
        const remedy = 'let the identity come from the model, which renders both sides';
        return { rule: 'identity', severity: 'error', resource: manifest.metadata.name, path, message, remedy };
      },
    );
  });
}

/** Annotations of service accounts that a cluster's cloud does not read: the identity would vanish without a word. */
function foreignFaults(cluster: ClusterOutput): readonly IdentityFault[] {
  return ofKind(cluster, 'ServiceAccount').flatMap((manifest) =>
    UNREAD_ANNOTATIONS[cluster.cloud].flatMap((annotation) => {
      const identity = manifest.metadata.annotations?.[annotation];
      if (identity === undefined) return [];
      return [{ manifest, message: `acts as ${identity} by ${annotation}, which ${cluster.name} does not read` }];
    }),
  );
}

function clusterWideFaults(cluster: ClusterOutput): readonly IdentityFault[] {
  const message = 'serves every namespace, so that what one may read all may';
  return ofKind(cluster, 'ClusterSecretStore').map((manifest) => ({ manifest, message }));
}
