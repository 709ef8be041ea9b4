import { boundedName } from '../../core/names';
import type { WorkloadContext } from '../workload-props';

/** Kubernetes takes 253 characters; a file takes 255, and is named after kind and namespace besides. */
const MAX_NAME = 150;

/** Name of an object that is about a connection. */
export function connectionName(...parts: readonly string[]): string {
  return boundedName(parts, MAX_NAME);
}

/** Name of a workload as another's policies give it: with its namespace where that is another, as names repeat. */
export function nameSeenFrom(self: WorkloadContext, other: WorkloadContext): string {
  return self.namespace === other.namespace ? other.name : `${other.namespace}-${other.name}`;
}

/** A host as a part of a name. Its own dashes are doubled, so that `a-b.com` and `a.b.com` stay apart. */
export function hostPart(host: string): string {
  return host.replaceAll('-', '--').replaceAll('.', '-').replace('*', 'any');
}
