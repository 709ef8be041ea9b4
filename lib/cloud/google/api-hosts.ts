import type { Permission } from '../../core/service-identity';

/** API of each permission. https://developers.google.com/api-client-library and the page of each product. */
const HOSTS: Readonly<Record<Permission['action'], string>> = {
  'secret:read': 'secretmanager.googleapis.com',
  'secret:rotate': 'secretmanager.googleapis.com',
  'bucket:read': 'storage.googleapis.com',
  'bucket:write': 'storage.googleapis.com',
  'queue:publish': 'pubsub.googleapis.com',
  'queue:consume': 'pubsub.googleapis.com',
  'topic:publish': 'pubsub.googleapis.com',
  'database:connect': 'sqladmin.googleapis.com',
  'logs:write': 'logging.googleapis.com',
  'metrics:write': 'monitoring.googleapis.com',
  'traces:write': 'cloudtrace.googleapis.com',
};

/**
 * Hosts of the APIs that a permission needs, sorted. Tokens come from the metadata server, which is no host; no permission
 * lets anybody sign, so that the API of service-account credentials is not among them.
 */
export function googleApiHosts({ action }: Permission): readonly string[] {
  return [HOSTS[action]];
}
