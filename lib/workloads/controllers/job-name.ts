import { createHash } from 'node:crypto';

const MAX_NAME = 63;
const HASH_LENGTH = 8;

/**
 * Name of a Job's object: the workload's, and a hash of everything in it. Kubernetes lets nobody change the pods of a
 * Job, so that a new version has to be a new object. The order of keys makes no other version.
 */
export function jobName(workload: string, spec: unknown): string {
  const hash = createHash('sha256').update(JSON.stringify(spec, sortKeys)).digest('hex').slice(0, HASH_LENGTH);
  return `${workload.slice(0, MAX_NAME - HASH_LENGTH - 1).replace(/-+$/, '')}-${hash}`;
}

function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
