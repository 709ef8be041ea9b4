import { createHash } from 'node:crypto';
import { boundedName } from '../../../core/names';
import { forceNewValues } from './force-new-values';

/** GKE takes names of 40 characters. https://cloud.google.com/kubernetes-engine/docs/reference/rest/v1/projects.locations.clusters.nodePools */
const MAX_NAME_LENGTH = 40;
const HASH_LENGTH = 6;

/** The name itself, and what a pool leaves to the autoscaler once it is there. */
const NOT_COUNTED = ['initial_node_count', 'name', 'name_prefix'];

/**
 * Name of a pool, which tells apart what Terraform cannot change in place: `general-1f3a9c`. A change that would
 * replace the pool gives it another name, so that the new one can be made while the old one is still there.
 */
export function nodePoolName(name: string, attributes: unknown): string {
  const values = Object.entries(forceNewValues('google_container_node_pool', attributes)).filter(
    ([path]) => !NOT_COUNTED.includes(path),
  );
  const hash = createHash('sha256').update(JSON.stringify(values)).digest('hex').slice(0, HASH_LENGTH);
  return `${boundedName([name], MAX_NAME_LENGTH - HASH_LENGTH - 1)}-${hash}`;
}
