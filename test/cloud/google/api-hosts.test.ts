import { googleApiHosts } from '../../../lib/cloud/google/api-hosts';
import type { Permission } from '../../../lib/core/service-identity';

test.each<[Permission, readonly string[]]>([
  [{ action: 'secret:read', secrets: ['a'] }, ['secretmanager.googleapis.com']],
  [{ action: 'bucket:read', buckets: ['a'] }, ['storage.googleapis.com']],
  [{ action: 'queue:consume', queues: ['a'] }, ['pubsub.googleapis.com']],
  [{ action: 'topic:publish', topics: ['a'] }, ['pubsub.googleapis.com']],
  [{ action: 'database:connect', databases: ['a'] }, ['sqladmin.googleapis.com']],
  [{ action: 'traces:write' }, ['cloudtrace.googleapis.com']],
])('%j needs the hosts %j', (permission, hosts) => {
  expect(googleApiHosts(permission)).toEqual(hosts);
});
