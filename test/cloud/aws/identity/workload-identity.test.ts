import { Tokenization } from 'cdktf';
import { WorkloadIdentity, type WorkloadIdentityProps } from '../../../../lib/cloud/aws/identity/workload-identity';
import { Queue } from '../../../../lib/cloud/aws/messaging/queue';
import { Topic } from '../../../../lib/cloud/aws/messaging/topic';
import { bucketName, queueName, topicName } from '../../../../lib/cloud/aws/names';
import { Bucket } from '../../../../lib/cloud/aws/storage/bucket';
import { build, CLUSTER, PLACE, statements, synth } from '../harness';

const props: WorkloadIdentityProps = {
  system: 'funlynk',
  environment: 'production',
  cluster: CLUSTER,
  identity: {
    name: 'backend',
    namespace: 'funlynk',
    serviceAccount: 'backend',
    permissions: [{ action: 'queue:publish', queues: ['invoices'] }],
  },
};

function withPermissions(...permissions: WorkloadIdentityProps['identity']['permissions']): () => void {
  const identity = { ...props.identity, permissions };
  return build((stack) => new WorkloadIdentity(stack, 'identity', { ...props, identity }));
}

describe('WorkloadIdentity', () => {
  test('lets one service account act as a role with the permissions it names', () => {
    const output = synth((stack) => new WorkloadIdentity(stack, 'identity', props));
    expect(output.one('aws_eks_pod_identity_association')).toMatchObject({
      namespace: 'funlynk',
      service_account: 'backend',
    });
    expect(output.one('aws_iam_role').name).toBe('funlynk-production-us-east-1-backend');
    expect(statements(output.one('aws_iam_role_policy').policy)).toMatchSnapshot();
  });

  test('tells its role, and what pods have to wait for', () => {
    synth((stack) => {
      const identity = new WorkloadIdentity(stack, 'identity', props);
      expect(Tokenization.isResolvable(Tokenization.reverse(identity.roleArn)[0])).toBe(true);
      expect(identity.grants).toHaveLength(2);
    });
  });

  test('refuses to allow nothing', () => {
    expect(withPermissions()).toThrow(
      "stack/identity: 'identity.permissions' must hold one permission at least, got []; or leave the identity out",
    );
  });

  test('refuses what AWS cannot grant, and patterns, both at once', () => {
    expect(
      withPermissions({ action: 'bucket:read', buckets: ['*'] }, { action: 'database:connect', databases: ['main'] }),
    ).toThrow(/must name the resources of bucket:read [^]*must not hold database:connect on AWS/);
  });

  test('lets pods log in to a database as the user that is told', () => {
    const connect = { action: 'database:connect', databases: ['main'] } as const;
    const identity = { ...props.identity, permissions: [connect] };
    const databaseUsers = { main: { resourceId: 'db-ABCDEFGHIJKL', username: 'backend' } };
    const output = synth((stack) => new WorkloadIdentity(stack, 'identity', { ...props, identity, databaseUsers }));
    expect(statements(output.one('aws_iam_role_policy').policy)[0]?.Resource).toEqual([
      'arn:aws:rds-db:us-east-1:111122223333:dbuser:db-ABCDEFGHIJKL/backend',
    ]);
  });

  test('refuses a user of a database that it may not connect to', () => {
    const databaseUsers = { main: { resourceId: 'db-ABCDEFGHIJKL', username: 'backend' } };
    expect(build((stack) => new WorkloadIdentity(stack, 'identity', { ...props, databaseUsers }))).toThrow(
      "'databaseUsers.main' must be for a database that the identity may connect to, got []",
    );
  });

  test('bounds its role where told to', () => {
    const permissionsBoundaryArn = 'arn:aws:iam::111122223333:policy/boundary';
    const output = synth((stack) => new WorkloadIdentity(stack, 'identity', { ...props, permissionsBoundaryArn }));
    expect(output.one('aws_iam_role').permissions_boundary).toBe(permissionsBoundaryArn);
  });

  test.each([
    ['bucket', 'arn:aws:s3:::funlynk-production-uploads-111122223333-us-east-1'],
    ['queue', 'arn:aws:sqs:us-east-1:111122223333:funlynk-production-invoices'],
    ['ordered queue', 'arn:aws:sqs:us-east-1:111122223333:funlynk-production-orders.fifo'],
    ['topic', 'arn:aws:sns:us-east-1:111122223333:funlynk-production-news'],
  ])('may use the %s of that name which the constructs make', (_, arn) => {
    expect(permitted()).toContain(arn);
    expect(made()).toContain(arn);
  });
});

const scope = { ...PLACE, system: 'funlynk', environment: 'production' };

/** ARNs that an identity of the model may use. */
function permitted(): readonly unknown[] {
  const permissions = [
    { action: 'bucket:read', buckets: ['uploads'] },
    { action: 'queue:consume', queues: ['invoices', 'orders'] },
    { action: 'topic:publish', topics: ['news'] },
  ] as const;
  const identity = { ...props.identity, permissions };
  const output = synth((stack) => new WorkloadIdentity(stack, 'identity', { ...props, identity }));
  return statements(output.one('aws_iam_role_policy').policy).flatMap(({ Resource }) => Resource);
}

/** ARNs in the policies of what the constructs make under the same names. */
function made(): readonly unknown[] {
  const output = synth((stack) => {
    new Bucket(stack, 'bucket', { ...PLACE, bucketName: bucketName(scope, 'uploads') });
    new Queue(stack, 'queue', { ...PLACE, queueName: queueName('funlynk', 'production', 'invoices') });
    new Queue(stack, 'ordered', { ...PLACE, fifo: {}, queueName: queueName('funlynk', 'production', 'orders') });
    new Topic(stack, 'topic', { ...PLACE, topicName: topicName('funlynk', 'production', 'news') });
  });
  const policies = ['aws_s3_bucket_policy', 'aws_sqs_queue_policy', 'aws_sns_topic_policy'].flatMap((type) =>
    Object.values(output.all(type)),
  );
  return policies.flatMap(({ policy }) => statements(policy)).flatMap(({ Resource }) => Resource);
}
