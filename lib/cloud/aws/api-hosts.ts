import type { Permission } from '../../core/service-identity';

/** Names of AWS' services for each permission, as their hosts begin. */
const SERVICES: Readonly<Record<Permission['action'], string>> = {
  'secret:read': 'secretsmanager',
  'secret:rotate': 'secretsmanager',
  'bucket:read': 's3',
  'bucket:write': 's3',
  'queue:publish': 'sqs',
  'queue:consume': 'sqs',
  'topic:publish': 'sns',
  'database:connect': 'rds',
  'logs:write': 'logs',
  'metrics:write': 'monitoring',
  'traces:write': 'xray',
};

/**
 * Hosts of the APIs that a permission needs in a region, sorted. Credentials come from the agent on the node, which is
 * no host. Objects are asked for under the name of their bucket. https://docs.aws.amazon.com/general/latest/gr/rande.html
 */
export function awsApiHosts(region: string, { action }: Permission): readonly string[] {
  const host = `${SERVICES[action]}.${region}.${domain(region)}`;
  return SERVICES[action] === 's3' ? [`*.${host}`, host] : [host];
}

/** China has domains of its own. */
function domain(region: string): string {
  return region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';
}
