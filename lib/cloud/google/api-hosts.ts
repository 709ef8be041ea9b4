import type { Permission } from '../../core/service-identity';

/** Hosts of the APIs that a permission needs. */
export function googleApiHosts(_permission: Permission): readonly string[] {
  return [];
}
