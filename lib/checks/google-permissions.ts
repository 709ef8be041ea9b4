import type { QueueAddress } from '../core/cluster';
import { accountId, IDENTITY_ANNOTATION } from './google-accounts';
import { ofKind, type IdentityFault, type IdentityScope } from './identity-scope';
import { text, value, type ClusterOutput, type TerraformStack } from './output';
import { needText, permittedPods, type Need } from './permitted-pods';

/** Roles that stand for a permission. https://cloud.google.com/iam/docs/roles-permissions */
const ROLES: Readonly<Record<Need['action'], readonly string[]>> = {
  'secret:read': ['roles/secretmanager.secretAccessor'],
  'secret:rotate': ['roles/secretmanager.secretVersionAdder'],
  'bucket:read': ['roles/storage.objectViewer'],
  'bucket:write': ['roles/storage.objectUser'],
  'queue:publish': ['roles/pubsub.publisher'],
  'queue:consume': ['roles/pubsub.subscriber'],
  'topic:publish': ['roles/pubsub.publisher'],
  'database:connect': ['roles/cloudsql.client', 'roles/cloudsql.instanceUser'],
  'logs:write': ['roles/logging.logWriter'],
  'metrics:write': ['roles/monitoring.metricWriter'],
  'traces:write': ['roles/cloudtrace.agent'],
};

/** What a permission is granted on. */
interface Target {
  /** Type of the resource; that of grants on it ends in `_iam_member`. */
  readonly type: string;
  /** Field by which grants name it. */
  readonly field: string;
  readonly name: string;
  readonly project: string;
}

/** What no stack of ours makes: grants on it are looked at, and nothing else. */
const PROJECT = 'google_project';

/** Faults of the services that have permissions: who they act as, and what that account may do. */
export function googlePermissionFaults(scope: IdentityScope): readonly IdentityFault[] {
  return permittedPods(scope).flatMap(({ manifest, namespace, serviceAccount, needs }) => {
    const account = ofKind(scope.cluster, 'ServiceAccount').find(
      ({ metadata }) => metadata.name === serviceAccount && metadata.namespace === namespace,
    );
    // An account that is not written is told where it is looked at who runs as whom.
    if (account === undefined) return [];
    const email = account.metadata.annotations?.[IDENTITY_ANNOTATION];
    if (email === undefined) {
      const message = `has permissions, and runs as service account ${namespace}/${serviceAccount}, which acts as nobody`;
      return [{ manifest, message }];
    }
    const id = accountId(scope.stack, email);
    // An account that is not made is told of the service account that names it.
    if (id === undefined) return [];
    return needs.flatMap((need) => needFaults(scope, id, email, need).map((message) => ({ manifest, message })));
  });
}

function needFaults(
  { cluster, stack, stacks }: IdentityScope,
  id: string,
  email: string,
  need: Need,
): readonly string[] {
  const target = targetOf(cluster, need);
  if (target === undefined) return [];
  const granted = ROLES[need.action].every((role) => isGranted(stack, id, role, target));
  return [
    ...(granted ? [] : [`needs ${needText(need)}, which ${email} may not`]),
    ...(target.type === PROJECT || isMade(stacks, target) ? [] : [`needs ${needText(need)}, which no stack makes`]),
  ];
}

/** Undefined where nobody says what the resources are called. Databases are granted on the project, by a condition. */
function targetOf({ resources }: ClusterOutput, { action, resource }: Need): Target | undefined {
  if (resources?.secretStore.kind !== 'google-secret-manager') return undefined;
  const { addresses, secretStore } = resources;
  const { project } = secretStore;
  if (resource === undefined || action === 'database:connect')
    return { type: PROJECT, field: 'project', name: project, project };
  switch (action) {
    case 'secret:read':
    case 'secret:rotate':
      return { type: 'google_secret_manager_secret', field: 'secret_id', name: secretStore.key(resource), project };
    case 'bucket:read':
    case 'bucket:write':
      return { type: 'google_storage_bucket', field: 'bucket', name: addresses.bucket(resource), project };
    case 'topic:publish': {
      const name = addresses.topic(resource).replace(/^.*\//, '');
      return { type: 'google_pubsub_topic', field: 'topic', name, project };
    }
    default:
      return queueTarget(addresses.queue(resource), action);
  }
}

/** A queue is a topic to those who publish, and a subscription to those who consume. */
function queueTarget(address: QueueAddress, action: Need['action']): Target | undefined {
  if (address.kind !== 'pubsub') return undefined;
  const { topic, subscription, project } = address;
  return action === 'queue:publish'
    ? { type: 'google_pubsub_topic', field: 'topic', name: topic, project }
    : { type: 'google_pubsub_subscription', field: 'subscription', name: subscription, project };
}

/** A bucket's grant names no project, for its name is known to all the world. */
function isGranted(stack: TerraformStack, id: string, role: string, { type, field, name, project }: Target): boolean {
  return Object.values(stack.resource[`${type}_iam_member`] ?? {}).some(
    (block) =>
      value(block, 'role') === role &&
      value(block, field) === name &&
      (value(block, 'project') ?? project) === project &&
      text(block, 'member')?.includes(`google_service_account.${id}.`) === true,
  );
}

function isMade(stacks: readonly TerraformStack[], { type, name, project }: Target): boolean {
  return stacks
    .flatMap((stack) => Object.values(stack.resource[type] ?? {}))
    .some(
      (block) => (value(block, 'secret_id') ?? value(block, 'name')) === name && value(block, 'project') === project,
    );
}
