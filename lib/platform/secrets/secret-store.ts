import * as k8s from 'cdk8s-plus-28/lib/imports/k8s';
import { Construct } from 'constructs';
import {
  SecretStore as SecretStoreResource,
  SecretStoreSpecProviderAwsService,
  type SecretStoreSpecProvider,
} from '../../../imports/external-secrets-external-secrets.io';
import type { Cluster } from '../../core/cluster';
import type { ServiceIdentity } from '../../core/service-identity';

/** Name of the one store of a namespace. */
export const SECRET_STORE = 'cloud';

export interface SecretStoreProps {
  readonly cluster: Cluster;
  /** Who reads, in whose namespace the store stands. */
  readonly reader: ServiceIdentity;
}

/**
 * Where a namespace's External Secrets are read from: the secret store of the cluster's cloud, as an identity
 * that may read that namespace's secrets and no other.
 */
export class SecretStore extends Construct {
  constructor(scope: Construct, id: string, props: SecretStoreProps) {
    super(scope, id);
    const { cluster, reader } = props;
    if (cluster.secretStore.kind === 'google-secret-manager') addReader(this, cluster, reader);
    new SecretStoreResource(this, 'Resource', {
      metadata: { name: SECRET_STORE, namespace: reader.namespace },
      spec: { provider: provider(cluster, reader) },
    });
  }
}

/** On Google the store reads as a service account of its own; on AWS the controller assumes the namespace's role. */
function addReader(scope: Construct, cluster: Cluster, reader: ServiceIdentity): void {
  new k8s.KubeServiceAccount(scope, 'Reader', {
    metadata: {
      name: reader.serviceAccount,
      namespace: reader.namespace,
      annotations: { ...cluster.identityAnnotations(reader) },
    },
    automountServiceAccountToken: false,
  });
}

function provider(cluster: Cluster, reader: ServiceIdentity): SecretStoreSpecProvider {
  const store = cluster.secretStore;
  switch (store.kind) {
    case 'aws-secrets-manager':
      return {
        aws: {
          service: SecretStoreSpecProviderAwsService.SECRETS_MANAGER,
          region: store.region,
          role: store.roleArn(reader.namespace),
        },
      };
    case 'google-secret-manager':
      return {
        gcpsm: {
          projectId: store.project,
          auth: {
            workloadIdentity: {
              clusterProjectId: store.project,
              clusterLocation: store.location,
              clusterName: store.clusterName,
              serviceAccountRef: { name: reader.serviceAccount },
            },
          },
        },
      };
  }
}
