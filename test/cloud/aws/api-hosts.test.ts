import { awsApiHosts } from '../../../lib/cloud/aws/api-hosts';
import type { Permission } from '../../../lib/core/service-identity';

test.each<[Permission, readonly string[]]>([
  [{ action: 'secret:read', secrets: ['a'] }, ['secretsmanager.eu-west-1.amazonaws.com']],
  [{ action: 'bucket:write', buckets: ['a'] }, ['*.s3.eu-west-1.amazonaws.com', 's3.eu-west-1.amazonaws.com']],
  [{ action: 'queue:consume', queues: ['a'] }, ['sqs.eu-west-1.amazonaws.com']],
  [{ action: 'topic:publish', topics: ['a'] }, ['sns.eu-west-1.amazonaws.com']],
  [{ action: 'metrics:write' }, ['monitoring.eu-west-1.amazonaws.com']],
])('%j needs the hosts %j', (permission, hosts) => {
  expect(awsApiHosts('eu-west-1', permission)).toEqual(hosts);
});

test('China has domains of its own', () => {
  expect(awsApiHosts('cn-north-1', { action: 'logs:write' })).toEqual(['logs.cn-north-1.amazonaws.com.cn']);
});
