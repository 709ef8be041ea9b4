import { grantPermission } from '../../../../lib/cloud/google/identity/permission-grants';
import { permittedActions, type Permission } from '../../../../lib/core/service-identity';
import { googleStack, PROJECT, resources } from '../synth';

const MEMBER = 'serviceAccount:backend@funlynk-prod.iam.gserviceaccount.com';
const GRANTEE = { system: 'funlynk', environment: 'production', project: PROJECT, member: MEMBER };

/** What a permission comes to, without what cdktf notes about it. */
function granted(type: string, ...permissions: readonly Permission[]): readonly Record<string, unknown>[] {
  const stack = googleStack();
  for (const permitted of permittedActions(permissions)) grantPermission(stack, GRANTEE, permitted);
  return Object.values(resources(stack, type)).map(({ '//': _metadata, ...attributes }) => attributes);
}

describe('grantPermission', () => {
  test('grants reading and rotating on the secret, apart', () => {
    const secret = { project: PROJECT, member: MEMBER, secret_id: 'funlynk-production-database' };
    const type = 'google_secret_manager_secret_iam_member';
    expect(granted(type, { action: 'secret:read', secrets: ['database'] })).toEqual([
      { ...secret, role: 'roles/secretmanager.secretAccessor' },
    ]);
    expect(granted(type, { action: 'secret:rotate', secrets: ['database'] })).toEqual([
      { ...secret, role: 'roles/secretmanager.secretVersionAdder' },
    ]);
  });

  test('keeps reading a secret called rotate-x apart from rotating x', () => {
    const read: Permission = { action: 'secret:read', secrets: ['rotate-x'] };
    const rotate: Permission = { action: 'secret:rotate', secrets: ['x'] };
    expect(granted('google_secret_manager_secret_iam_member', read, rotate)).toHaveLength(2);
  });

  test('grants reading and writing on the bucket', () => {
    const bucket = { member: MEMBER, bucket: 'funlynk-prod-funlynk-production-uploads' };
    const type = 'google_storage_bucket_iam_member';
    expect(granted(type, { action: 'bucket:read', buckets: ['uploads'] })).toEqual([
      { ...bucket, role: 'roles/storage.objectViewer' },
    ]);
    expect(granted(type, { action: 'bucket:write', buckets: ['uploads'] })).toEqual([
      { ...bucket, role: 'roles/storage.objectUser' },
    ]);
  });

  test('grants publishing on the topic of the queue, and consuming on its subscription', () => {
    expect(granted('google_pubsub_topic_iam_member', { action: 'queue:publish', queues: ['invoices'] })).toEqual([
      { project: PROJECT, member: MEMBER, topic: 'funlynk-production-invoices', role: 'roles/pubsub.publisher' },
    ]);
    expect(granted('google_pubsub_subscription_iam_member', { action: 'queue:consume', queues: ['invoices'] })).toEqual(
      [
        {
          project: PROJECT,
          member: MEMBER,
          subscription: 'funlynk-production-invoices',
          role: 'roles/pubsub.subscriber',
        },
      ],
    );
  });

  test('grants publishing on a topic', () => {
    expect(granted('google_pubsub_topic_iam_member', { action: 'topic:publish', topics: ['orders'] })).toEqual([
      { project: PROJECT, member: MEMBER, topic: 'funlynk-production-orders', role: 'roles/pubsub.publisher' },
    ]);
  });

  test('grants connecting to one database instance, by condition', () => {
    const condition = {
      title: 'Instance funlynk-production-main',
      expression:
        "resource.service == 'sqladmin.googleapis.com' && resource.name == 'projects/funlynk-prod/instances/funlynk-production-main'",
    };
    expect(granted('google_project_iam_member', { action: 'database:connect', databases: ['main'] })).toEqual([
      { project: PROJECT, member: MEMBER, role: 'roles/cloudsql.client', condition },
      { project: PROJECT, member: MEMBER, role: 'roles/cloudsql.instanceUser', condition },
    ]);
  });

  test('grants telemetry on the project, which alone has stores of it', () => {
    const telemetry: readonly Permission[] = [
      { action: 'traces:write' },
      { action: 'logs:write' },
      { action: 'metrics:write' },
    ];
    expect(granted('google_project_iam_member', ...telemetry)).toEqual([
      { project: PROJECT, member: MEMBER, role: 'roles/logging.logWriter' },
      { project: PROJECT, member: MEMBER, role: 'roles/monitoring.metricWriter' },
      { project: PROJECT, member: MEMBER, role: 'roles/cloudtrace.agent' },
    ]);
  });
});
