import type { Cluster } from '../core/cluster';
import type { ClusterOutput } from './output';
import type { Need } from './permitted-pods';

/** What a permission is granted on. */
export interface AwsTarget {
  /** Whether an ARN of a policy stands for it, as far as an action of IAM goes. */
  readonly matches: (iamAction: string, arn: string) => boolean;
  /** What a stack has to make; none for telemetry and databases. */
  readonly resource?: AwsResource;
}

/** Something that a stack makes, and that may be encrypted. */
export interface AwsResource {
  readonly type: string;
  readonly name: string;
  /**
   * Where it is made.
   *
   * @default - the name tells, or copies are made elsewhere
   */
  readonly place?: { readonly region: string; readonly account: string };
  /** Host through which its key is used. */
  readonly viaService: string;
}

/** What services call their resources by. */
type Names = NonNullable<ClusterOutput['resources']>;

/** Store of a cluster on AWS. */
type AwsStore = Extract<Cluster['secretStore'], { kind: 'aws-secrets-manager' }>;

/**
 * Actions of IAM without which a permission is worth nothing.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
export const IAM_ACTIONS: Readonly<Record<Need['action'], readonly string[]>> = {
  'secret:read': ['secretsmanager:GetSecretValue'],
  'secret:rotate': ['secretsmanager:PutSecretValue'],
  'bucket:read': ['s3:ListBucket', 's3:GetObject'],
  'bucket:write': ['s3:ListBucket', 's3:GetObject', 's3:PutObject', 's3:DeleteObject'],
  'queue:publish': ['sqs:SendMessage'],
  'queue:consume': ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:ChangeMessageVisibility'],
  'topic:publish': ['sns:Publish'],
  'database:connect': ['rds-db:connect'],
  'logs:write': ['logs:PutLogEvents'],
  'metrics:write': ['cloudwatch:PutMetricData'],
  'traces:write': ['xray:PutTraceSegments'],
};

/** What a need is granted on; undefined where nobody says what the resources are called. */
export function awsTarget(names: ClusterOutput['resources'], { action, resource }: Need): AwsTarget | undefined {
  if (names?.secretStore.kind !== 'aws-secrets-manager') return undefined;
  if (resource === undefined || action === 'database:connect') return { matches: () => true };
  switch (action) {
    case 'secret:read':
    case 'secret:rotate':
      return secretTarget(names.secretStore, resource);
    case 'bucket:read':
    case 'bucket:write':
      return bucketTarget(names.secretStore, names.addresses.bucket(resource));
    case 'topic:publish':
      return arnTarget('aws_sns_topic', names.addresses.topic(resource));
    default:
      return queueTarget(names, resource);
  }
}

/** Secrets Manager ends ARNs in six characters of its own. */
function secretTarget({ region, key }: AwsStore, secret: string): AwsTarget {
  const name = key(secret);
  const [start, end] = [`arn:aws:secretsmanager:${region}:`, `:secret:${name}-??????`];
  return {
    matches: (_, arn) => arn.startsWith(start) && arn.endsWith(end),
    resource: { type: 'aws_secretsmanager_secret', name, viaService: host('secretsmanager', region) },
  };
}

/** Lists are asked of the bucket, all else of its objects. */
function bucketTarget({ region }: AwsStore, name: string): AwsTarget {
  const bucket = `arn:aws:s3:::${name}`;
  return {
    matches: (iamAction, arn) => arn === (iamAction === 's3:ListBucket' ? bucket : `${bucket}/*`),
    resource: { type: 'aws_s3_bucket', name, viaService: host('s3', region) },
  };
}

function queueTarget({ addresses }: Names, queue: string): AwsTarget | undefined {
  const address = addresses.queue(queue);
  if (address.kind !== 'sqs') return undefined;
  const [account, name] = new URL(address.url).pathname.slice(1).split('/');
  return arnTarget('aws_sqs_queue', ['arn:aws:sqs', address.region, account, name].join(':'));
}

/** Something whose ARN tells it all. */
function arnTarget(type: string, arn: string): AwsTarget {
  const [, , service = '', region = '', account = '', name = ''] = arn.split(':');
  return {
    matches: (_, allowed) => allowed === arn,
    resource: { type, name, place: { region, account }, viaService: host(service, region) },
  };
}

function host(service: string, region: string): string {
  return `${service}.${region}.amazonaws.com`;
}
