import { renderPolicy } from '../iam/policy-document';

/** Roles that pods assume with a token of the cluster; nobody has signed the call, so there is no principal yet. */
const TOKEN_ACTION = 'sts:AssumeRoleWithWebIdentity';

/** Reading from S3. Layers of images, and packages, lie in buckets of AWS under signatures that are not ours. */
const READ_OBJECTS = ['s3:GetObject', 's3:GetObjectVersion', 's3:ListBucket'] as const;

/**
 * Services whose documentation shows a policy for their endpoint. Others are left without: AWS refuses to make an
 * endpoint with a policy where the service does not support it.
 */
const SERVICES_WITH_POLICY: ReadonlySet<string> = new Set([
  'autoscaling',
  'dynamodb',
  'ec2',
  'ecr.api',
  'ecr.dkr',
  'eks',
  'elasticfilesystem',
  'elasticloadbalancing',
  'kms',
  'logs',
  'monitoring',
  's3',
  'secretsmanager',
  'sqs',
  'ssm',
  'sts',
]);

/**
 * What an endpoint lets through: calls under identities of the accounts named. So nobody who brings credentials of
 * their own into the network sends its data away through the endpoint. Whose resources are reached is left to IAM,
 * since nodes pull images from registries of AWS, and read its public parameters.
 *
 * Nothing where the service may not support a policy.
 */
export function endpointPolicy(service: string, accounts: readonly string[]): string | undefined {
  if (!SERVICES_WITH_POLICY.has(service)) return undefined;
  const within = (key: string): object => ({ Condition: { StringEquals: { [key]: accounts } } });
  const statements = [
    { Sid: 'AccountsOnly', ...anyone('*'), ...within('aws:PrincipalAccount') },
    ...(service === 's3' ? [{ Sid: 'AnyoneReads', ...anyone(READ_OBJECTS) }] : []),
    ...(service === 'sts'
      ? [{ Sid: 'PodsAssumeRoles', ...anyone(TOKEN_ACTION), ...within('aws:ResourceAccount') }]
      : []),
  ];
  return renderPolicy(statements);
}

/**
 * Not by `resourcePolicy`: `*` alone as the principal takes in callers that are no principal of AWS, which
 * `{ AWS: '*' }` may not, and anyone may read from S3 without a condition.
 */
function anyone(action: string | readonly string[]): object {
  return { Effect: 'Allow', Principal: '*', Action: action, Resource: '*' };
}
