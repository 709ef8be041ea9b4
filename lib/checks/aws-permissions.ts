import { isResourceMade, keyAliases } from './aws-resources';
import { allows, rolesOf, statementsOf, type Role } from './aws-roles';
import { awsTarget, IAM_ACTIONS, type AwsResource } from './aws-targets';
import type { IdentityFault, IdentityScope } from './identity-scope';
import { isRecord, list, text, value } from './output';
import { needText, permittedPods, type Need, type PermittedPods } from './permitted-pods';

/** Tags of the sessions of Pod Identity. https://docs.aws.amazon.com/eks/latest/userguide/pod-id-abac.html */
const TAGS = {
  cluster: 'aws:RequestTag/eks-cluster-name',
  namespace: 'aws:RequestTag/kubernetes-namespace',
  serviceAccount: 'aws:RequestTag/kubernetes-service-account',
} as const;

const POD_IDENTITY = 'pods.eks.amazonaws.com';

/** What Pod Identity does to have pods act as a role. https://docs.aws.amazon.com/eks/latest/userguide/pod-id-role.html */
const ASSUME = ['sts:AssumeRole', 'sts:TagSession'];

/** What has a data key made to encrypt with; the rest has one decrypted. */
const WRITES: readonly Need['action'][] = ['secret:rotate', 'bucket:write', 'queue:publish', 'topic:publish'];

/** Faults of the services that have permissions: which role they act as, and what it may do. */
export function awsPermissionFaults(scope: IdentityScope): readonly IdentityFault[] {
  const roles = rolesOf(scope.stack);
  return permittedPods(scope).flatMap((pods) => {
    const { manifest, namespace, serviceAccount, needs } = pods;
    const role = roleOf(scope, roles, pods);
    if (role === undefined) {
      const message = `has permissions, and runs as service account ${namespace}/${serviceAccount}, which has no role`;
      return [{ manifest, message }];
    }
    return [...trustFaults(scope, role, pods), ...needs.flatMap((need) => needFaults(scope, role, need))].map(
      (message) => ({ manifest, message }),
    );
  });
}

/** The role that Pod Identity gives to a service account. */
function roleOf(
  { stack }: IdentityScope,
  roles: readonly Role[],
  { namespace, serviceAccount }: PermittedPods,
): Role | undefined {
  const association = Object.values(stack.resource['aws_eks_pod_identity_association'] ?? {}).find(
    (block) => value(block, 'namespace') === namespace && value(block, 'service_account') === serviceAccount,
  );
  return roles.find(({ id }) => text(association, 'role_arn')?.includes(`aws_iam_role.${id}.`) === true);
}

/** The role has to trust Pod Identity on behalf of these pods, and of nobody else. */
function trustFaults(scope: IdentityScope, role: Role, pods: PermittedPods): readonly string[] {
  const allowed = statementsOf(role.trust).filter((statement) => value(statement, 'Effect') === 'Allow');
  const own = allowed.filter((statement) => isForPods(scope, statement, pods));
  const trusted = own.some((statement) => ASSUME.every((action) => list(statement, 'Action').includes(action)));
  return [
    ...(trusted ? [] : [`acts as ${role.name}, which does not trust ${pods.namespace}/${pods.serviceAccount}`]),
    ...(own.length === allowed.length ? [] : [`acts as ${role.name}, which others may act as too`]),
  ];
}

function isForPods({ stack }: IdentityScope, statement: unknown, pods: PermittedPods): boolean {
  const principal = value(statement, 'Principal');
  const clusters = Object.values(stack.resource['aws_eks_cluster'] ?? {}).map((block) => value(block, 'name'));
  const tagged = (tag: string): readonly unknown[] => list(statement, 'Condition', 'StringEquals', tag);
  return (
    isRecord(principal) &&
    Object.keys(principal).join() === 'Service' &&
    list(principal, 'Service').join() === POD_IDENTITY &&
    tagged(TAGS.cluster).length === 1 &&
    tagged(TAGS.cluster).every((cluster) => clusters.includes(cluster)) &&
    tagged(TAGS.namespace).join() === pods.namespace &&
    tagged(TAGS.serviceAccount).join() === pods.serviceAccount
  );
}

function needFaults({ cluster, stacks }: IdentityScope, role: Role, need: Need): readonly string[] {
  const target = awsTarget(cluster.resources, need);
  if (target === undefined) return [];
  const { matches, resource } = target;
  const may = IAM_ACTIONS[need.action].every((action) => allows(role, action, (arn) => matches(action, arn)));
  const locked = resource === undefined ? [] : keyAliases(stacks, resource).filter(cannotUse(role, need, resource));
  return [
    ...(may ? [] : [`needs ${needText(need)}, which ${role.name} may not`]),
    ...(resource === undefined || isResourceMade(stacks, resource)
      ? []
      : [`needs ${needText(need)}, which no stack makes`]),
    ...locked.map((alias) => `needs ${needText(need)}, whose key ${alias} ${role.name} may not use`),
  ];
}

/** Keys are granted by their alias, through the one service that encrypts with them. */
function cannotUse(role: Role, { action }: Need, { viaService }: AwsResource): (alias: string) => boolean {
  const use = WRITES.includes(action) ? 'kms:GenerateDataKey' : 'kms:Decrypt';
  return (alias) =>
    !allows(role, use, isKey, (conditions) => {
      const aliases = list(conditions, 'ForAnyValue:StringEquals', 'kms:ResourceAliases');
      return aliases.includes(alias) && list(conditions, 'StringEquals', 'kms:ViaService').includes(viaService);
    });
}

function isKey(arn: string): boolean {
  return arn.startsWith('arn:aws:kms:') && arn.endsWith(':key/*');
}
