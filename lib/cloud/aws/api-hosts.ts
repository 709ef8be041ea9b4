import type { Permission } from '../../core/service-identity';

/** Hosts of the APIs that a permission needs in a region. */
export function awsApiHosts(_region: string, _permission: Permission): readonly string[] {
  return [];
}
