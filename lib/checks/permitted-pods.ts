import type { Manifest } from '../core/manifest';
import { permittedActions, type PermittedAction } from '../core/service-identity';
import type { IdentityScope } from './identity-scope';
import { text } from './output';
import { servicePods } from './service-pods';

/** One thing that a service does in the cloud. */
export interface Need {
  readonly action: PermittedAction['action'];
  /** Name in the system of what it is done to; none for telemetry, which has one store. */
  readonly resource?: string;
}

/** Pods of a service that does something in the cloud. */
export interface PermittedPods {
  /** What makes the pods. */
  readonly manifest: Manifest;
  readonly namespace: string;
  readonly serviceAccount: string;
  readonly needs: readonly Need[];
}

/**
 * Pods of the services that have permissions, with each of them by itself. Those that run as somebody else are left
 * out: who runs as whom is looked at in `service-accounts.ts`.
 */
export function permittedPods({ model, cluster }: IdentityScope): readonly PermittedPods[] {
  const written = servicePods(model, cluster.manifests);
  // Flagger's copies of pods run as the same account as those that they are copied from.
  const first = written.filter(({ file }, index) => written.findIndex((other) => other.file === file) === index);
  return first
    .filter(({ spec, service }) => text(spec, 'serviceAccountName') === service.name)
    .filter(({ service: { permissions = [] } }) => permissions.length > 0)
    .map(({ file, namespace, service: { name, permissions = [] } }) => ({
      manifest: file.manifest,
      namespace,
      serviceAccount: name,
      needs: permittedActions(permissions).flatMap(needsOf),
    }));
}

/** `queue:consume on mails`, as findings say it. */
export function needText({ action, resource }: Need): string {
  return resource === undefined ? action : `${action} on ${resource}`;
}

function needsOf({ action, resources }: PermittedAction): readonly Need[] {
  return resources.length === 0 ? [{ action }] : resources.map((resource) => ({ action, resource }));
}
