import { Construct } from 'constructs';
import {
  ExternalSecret as ExternalSecretResource,
  ExternalSecretSpecSecretStoreRefKind,
  ExternalSecretSpecTargetCreationPolicy,
  ExternalSecretSpecTargetDeletionPolicy,
} from '../../../imports/external-secrets-external-secrets.io';
import type { SecretStore } from '../../core/cluster';
import type { SecretRef } from '../../core/secret-ref';
import { SECRET_STORE } from './secret-store';

/** How often a secret is read again: credentials hourly, certificates daily. */
const REFRESH_CREDENTIALS = '1h';
const REFRESH_CERTIFICATES = '24h';

export interface ExternalSecretProps {
  /** Name of the ExternalSecret and of the Kubernetes Secret that it makes. */
  readonly name: string;
  readonly namespace: string;
  readonly store: SecretStore;
  /** What to fetch, by key of the Kubernetes Secret. */
  readonly data: Readonly<Record<string, SecretRef>>;
  /**
   * Type of the Kubernetes Secret.
   *
   * @default 'Opaque'
   */
  readonly type?: 'Opaque' | 'kubernetes.io/tls' | 'kubernetes.io/dockerconfigjson';
}

/** A Kubernetes Secret that the cluster fetches from the cloud's secret store; its values never pass through Git. */
export class ExternalSecret extends Construct {
  constructor(scope: Construct, id: string, props: ExternalSecretProps) {
    super(scope, id);
    const type = props.type ?? 'Opaque';
    new ExternalSecretResource(this, 'Resource', {
      metadata: { name: props.name, namespace: props.namespace },
      spec: {
        refreshInterval: type === 'kubernetes.io/tls' ? REFRESH_CERTIFICATES : REFRESH_CREDENTIALS,
        secretStoreRef: { name: SECRET_STORE, kind: ExternalSecretSpecSecretStoreRefKind.SECRET_STORE },
        target: {
          name: props.name,
          creationPolicy: ExternalSecretSpecTargetCreationPolicy.OWNER,
          deletionPolicy: ExternalSecretSpecTargetDeletionPolicy.RETAIN,
          template: { type },
        },
        data: Object.entries(props.data).map(([secretKey, ref]) => ({
          secretKey,
          remoteRef: {
            key: props.store.key(ref.secret),
            ...(ref.property === undefined ? {} : { property: ref.property }),
          },
        })),
      },
    });
  }
}

/** Fetches a certificate and its key, kept as the properties `tls.crt` and `tls.key` of one secret. */
export function tlsSecretData(ref: SecretRef): Readonly<Record<string, SecretRef>> {
  return Object.fromEntries(['tls.crt', 'tls.key'].map((key) => [key, { secret: ref.secret, property: key }]));
}
