import type { Cloud } from '../core/cluster';
import { serviceSecrets, type SystemModel } from '../core/model/system-model';
import { isStored } from '../core/secret-ref';

/** What the model, or the cloud, says is there although we do not write it. */
export interface MadeByOthers {
  /** Keys of Kubernetes Secrets, as `namespace/name/key`. */
  readonly secretKeys: readonly string[];
  /** Claims, as `namespace/name`. */
  readonly claims: readonly string[];
  readonly runtimeClasses: readonly string[];
}

/** Nothing but what we write. */
export const NOTHING: MadeByOthers = { secretKeys: [], claims: [], runtimeClasses: [] };

/** Namespaces that come with our add-ons, where we write what they read. */
export const ADD_ON_NAMESPACES = ['monitoring'];

/**
 * Classes of runtimes that clusters of a cloud bring along: GKE Sandbox has gVisor,
 * https://cloud.google.com/kubernetes-engine/docs/how-to/sandbox-pods
 */
const RUNTIME_CLASSES: Readonly<Record<Cloud, readonly string[]>> = { aws: [], google: ['gvisor'] };

/** What services of a model use and others make: an operator's secrets, claims that were there before. */
export function madeByOthers({ services }: SystemModel, cloud: Cloud): MadeByOthers {
  const all = Object.values(services);
  return {
    secretKeys: all.flatMap((service) =>
      serviceSecrets(service).flatMap((source) =>
        isStored(source) ? [] : [`${service.namespace}/${source.kubernetesSecret}/${source.key}`],
      ),
    ),
    claims: all.flatMap(({ namespace, volumes = {} }) =>
      Object.values(volumes).flatMap((volume) =>
        'existingClaim' in volume ? [`${namespace}/${volume.existingClaim}`] : [],
      ),
    ),
    runtimeClasses: RUNTIME_CLASSES[cloud],
  };
}
