import type { Manifest } from '../core/manifest';
import { accountId, IDENTITY_ANNOTATION } from './google-accounts';
import { googlePermissionFaults } from './google-permissions';
import {
  ofKind,
  orphanFaults,
  secretsRead,
  type Grant,
  type IdentityFault,
  type IdentityScope,
} from './identity-scope';
import { text, texts, value, type TerraformBlock } from './output';

/** Faults of the identities on GKE: annotated service accounts, and what stores and services do as them. */
export function googleIdentityFaults(scope: IdentityScope): readonly IdentityFault[] {
  return [
    ...ofKind(scope.cluster, 'ServiceAccount').flatMap((account) => accountFaults(scope, account)),
    ...ofKind(scope.cluster, 'SecretStore').flatMap((store) => storeFaults(scope, store)),
    ...googlePermissionFaults(scope),
    ...orphanFaults(scope.cluster, googleGrants(scope)),
  ];
}

function accountFaults(scope: IdentityScope, manifest: Manifest): readonly IdentityFault[] {
  const email = manifest.metadata.annotations?.[IDENTITY_ANNOTATION];
  if (email === undefined) return [];
  const id = accountId(scope.stack, email);
  if (id === undefined) return [{ manifest, message: `acts as ${email}, which ${scope.stack.name} does not make` }];
  const { name, namespace = 'default' } = manifest.metadata;
  const members = workloadUsers(scope)
    .filter((block) => text(block, 'service_account_id')?.includes(`google_service_account.${id}.`) === true)
    .map((block) => text(block, 'member') ?? 'somebody');
  const own = pools(scope).map((pool) => `serviceAccount:${pool}[${namespace}/${name}]`);
  const bound = members.some((member) => own.includes(member));
  const others = members.filter((member) => !own.includes(member));
  return [
    ...(bound ? [] : [{ manifest, message: `acts as ${email}, which is not bound to ${namespace}/${name}` }]),
    ...others.map((member) => ({ manifest, message: `acts as ${email}, which ${member} may act as too` })),
  ];
}

/** Bindings that let Kubernetes service accounts act as one of Google Cloud. */
function workloadUsers({ stack }: IdentityScope): readonly TerraformBlock[] {
  return Object.values(stack.resource['google_service_account_iam_member'] ?? {}).filter(
    (block) => value(block, 'role') === 'roles/iam.workloadIdentityUser',
  );
}

/** Pools that the clusters of the stack make their service accounts known by. */
function pools({ stack }: IdentityScope): readonly string[] {
  return Object.values(stack.resource['google_container_cluster'] ?? {}).flatMap(
    (block) => text(block, 'workload_identity_config', 'workload_pool') ?? [],
  );
}

/** Service accounts of Kubernetes that may act as one of Google Cloud. */
export function googleGrants(scope: IdentityScope): readonly Grant[] {
  return workloadUsers(scope).flatMap((block) => {
    const [, namespace, serviceAccount] = /\[([^/]+)\/([^\]]+)\]$/.exec(text(block, 'member') ?? '') ?? [];
    if (namespace === undefined || serviceAccount === undefined) return [];
    return [{ namespace, serviceAccount, identity: text(block, 'service_account_id') ?? '' }];
  });
}

function storeFaults(scope: IdentityScope, manifest: Manifest): readonly IdentityFault[] {
  const reader = text(
    value(manifest, 'spec', 'provider', 'gcpsm', 'auth', 'workloadIdentity'),
    'serviceAccountRef',
    'name',
  );
  const account = ofKind(scope.cluster, 'ServiceAccount').find(
    ({ metadata }) => metadata.name === reader && metadata.namespace === manifest.metadata.namespace,
  );
  const email = texts(account, 'metadata', 'annotations')[IDENTITY_ANNOTATION];
  if (email === undefined) return [{ manifest, message: 'reads as no identity of its own' }];
  const id = accountId(scope.stack, email);
  return secretsRead(scope.cluster, manifest).flatMap((secret) => [
    ...(mayRead(scope, id, secret) ? [] : [{ manifest, message: `reads secret ${secret}, which ${email} may not` }]),
    ...(isMade(scope, secret) ? [] : [{ manifest, message: `reads secret ${secret}, which no stack makes` }]),
  ]);
}

function mayRead({ stack }: IdentityScope, id: string | undefined, secret: string): boolean {
  return Object.values(stack.resource['google_secret_manager_secret_iam_member'] ?? {}).some(
    (block) =>
      value(block, 'secret_id') === secret &&
      value(block, 'role') === 'roles/secretmanager.secretAccessor' &&
      text(block, 'member')?.includes(`google_service_account.${id}.`) === true,
  );
}

function isMade({ stacks }: IdentityScope, secret: string): boolean {
  return stacks
    .flatMap((stack) => Object.values(stack.resource['google_secret_manager_secret'] ?? {}))
    .some((block) => value(block, 'secret_id') === secret);
}
