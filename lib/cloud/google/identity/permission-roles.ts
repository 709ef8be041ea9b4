import type { Permission } from '../../../core/service-identity';

/**
 * Roles that stand for a permission, each the narrowest that Google keeps for it.
 *
 * - Secrets: https://cloud.google.com/secret-manager/docs/access-control
 * - Buckets: https://cloud.google.com/storage/docs/access-control/iam-roles
 * - Queues and topics: https://cloud.google.com/pubsub/docs/access-control
 * - Databases: https://cloud.google.com/sql/docs/postgres/iam-roles
 * - Telemetry: https://cloud.google.com/logging/docs/access-control,
 *   https://cloud.google.com/monitoring/access-control and https://cloud.google.com/trace/docs/iam
 */
export const PERMISSION_ROLES: Readonly<Record<Permission['action'], readonly string[]>> = {
  'secret:read': ['roles/secretmanager.secretAccessor'],
  'secret:rotate': ['roles/secretmanager.secretVersionAdder'],
  'bucket:read': ['roles/storage.objectViewer'],
  'bucket:write': ['roles/storage.objectUser'],
  'queue:publish': ['roles/pubsub.publisher'],
  'queue:consume': ['roles/pubsub.subscriber'],
  'topic:publish': ['roles/pubsub.publisher'],
  // The first opens the connection, the second logs in as the account.
  'database:connect': ['roles/cloudsql.client', 'roles/cloudsql.instanceUser'],
  'logs:write': ['roles/logging.logWriter'],
  'metrics:write': ['roles/monitoring.metricWriter'],
  'traces:write': ['roles/cloudtrace.agent'],
};
