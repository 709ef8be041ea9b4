import type { Manifest } from '../core/manifest';
import { awsPermissionFaults } from './aws-permissions';
import { allows, rolesOf, type Role } from './aws-roles';
import {
  ofKind,
  orphanFaults,
  secretsRead,
  type Grant,
  type IdentityFault,
  type IdentityScope,
} from './identity-scope';
import { isRecord, list, text, value } from './output';

/** The one service account that the External Secrets controller runs as, and that assumes the stores' roles. */
const CONTROLLER = { namespace: 'external-secrets', serviceAccount: 'external-secrets' };

/** Faults of the identities on EKS: the roles of secret stores, and those that Pod Identity gives to services. */
export function awsIdentityFaults(scope: IdentityScope): readonly IdentityFault[] {
  return [...storeFaults(scope), ...awsPermissionFaults(scope), ...orphanFaults(scope.cluster, awsGrants(scope))];
}

function storeFaults(scope: IdentityScope): readonly IdentityFault[] {
  const roles = rolesOf(scope.stack);
  const controller = controllerRole(scope, roles);
  return ofKind(scope.cluster, 'SecretStore').flatMap((store) => {
    const arn = text(store, 'spec', 'provider', 'aws', 'role');
    const fault = (message: string): IdentityFault => ({ manifest: store, message });
    if (arn === undefined) return [fault('reads as no role of its own')];
    const role = roles.find(({ name }) => arn.endsWith(`:role/${name}`));
    if (role === undefined) return [fault(`reads as ${arn}, which ${scope.stack.name} does not make`)];
    return [
      ...(controller === undefined ? [fault('is served by a controller without a cloud identity')] : []),
      ...(controller !== undefined && !trusts(role, controller, arn)
        ? [fault(`reads as ${arn}, which does not trust the External Secrets controller`)]
        : []),
      ...othersTrusted(role, controller).map((other) => fault(`reads as ${arn}, which ${other} may act as too`)),
      ...secretsRead(scope.cluster, store)
        .filter((secret) => !mayRead(role, secret))
        .map((secret) => fault(`reads secret ${secret}, which ${arn} may not`)),
      ...missingSecrets(scope, store).map((secret) => fault(`reads secret ${secret}, which no stack makes`)),
    ];
  });
}

/** Service accounts that Pod Identity gives a role. */
export function awsGrants({ stack }: IdentityScope): readonly Grant[] {
  return Object.values(stack.resource['aws_eks_pod_identity_association'] ?? {}).map((block) => ({
    namespace: text(block, 'namespace') ?? '',
    serviceAccount: text(block, 'service_account') ?? '',
    identity: text(block, 'role_arn') ?? '',
  }));
}

/** The role that Pod Identity gives to the controller's service account. */
function controllerRole({ stack }: IdentityScope, roles: readonly Role[]): Role | undefined {
  const association = Object.values(stack.resource['aws_eks_pod_identity_association'] ?? {}).find(
    (block) =>
      value(block, 'namespace') === CONTROLLER.namespace &&
      value(block, 'service_account') === CONTROLLER.serviceAccount,
  );
  return roles.find(({ id }) => text(association, 'role_arn')?.includes(`aws_iam_role.${id}.`) === true);
}

/** Both sides have to agree: the role trusts the controller, and the controller may assume the role. */
function trusts(role: Role, controller: Role, arn: string): boolean {
  const trusted = role.trust.includes(`aws_iam_role.${controller.id}.arn`);
  return trusted && allows(controller, 'sts:AssumeRole', (resource) => resource === arn);
}

/** Principals besides the controller that a role's trust lets in. */
function othersTrusted({ trust }: Role, controller: Role | undefined): readonly string[] {
  const parsed: unknown = JSON.parse(trust === '' ? '{}' : trust);
  return list(parsed, 'Statement')
    .filter((statement) => value(statement, 'Effect') === 'Allow')
    .flatMap((statement) => {
      const principal = value(statement, 'Principal');
      return isRecord(principal) ? Object.keys(principal).flatMap((kind) => list(principal, kind)) : [principal];
    })
    .filter((principal) => typeof principal === 'string')
    .filter((principal) => principal !== `\${aws_iam_role.${controller?.id}.arn}`);
}

function mayRead(role: Role, secret: string): boolean {
  return allows(role, 'secretsmanager:GetSecretValue', (resource) => resource.endsWith(`:secret:${secret}-??????`));
}

function missingSecrets({ cluster, stacks }: IdentityScope, store: Manifest): readonly string[] {
  const made = stacks
    .flatMap((stack) => Object.values(stack.resource['aws_secretsmanager_secret'] ?? {}))
    .map((block) => value(block, 'name'));
  return secretsRead(cluster, store).filter((secret) => !made.includes(secret));
}
