import { SERVICE_LABEL } from '../core/labels';
import type { ManifestFile } from '../core/manifest';
import type { ServiceModel, SystemModel } from '../core/model/system-model';
import { primaries } from './flagger';
import { onHostNetwork, pods, type Pods } from './pods';

/** Pods of a service of the model. */
export interface ServicePods extends Pods {
  readonly service: ServiceModel;
}

/** The pods of every service on a cluster, known by their label; those that Flagger makes of them are a service's too. */
export function servicePods({ services }: SystemModel, files: readonly ManifestFile[]): readonly ServicePods[] {
  const written = pods(files).flatMap((pod): readonly ServicePods[] => {
    const name = pod.labels[SERVICE_LABEL] ?? '';
    const service = Object.hasOwn(services, name) ? services[name] : undefined;
    return service?.namespace === pod.namespace ? [{ ...pod, service }] : [];
  });
  const made = primaries(files).flatMap((pod): readonly ServicePods[] => {
    const origin = written.find(({ file }) => file === pod.file);
    return origin === undefined ? [] : [{ ...pod, service: origin.service }];
  });
  return [...written, ...made];
}

/** Whether pods use the node's network without the model saying so. */
export function isHiddenOnHost(pod: ServicePods): boolean {
  const { service } = pod;
  return onHostNetwork(pod) && !(service.kind === 'DaemonSet' && service.host?.network === true);
}

/**
 * Whether the mesh guards none of a service's pods, as the model has it: those in gVisor have a network stack of their
 * own, which passes the proxy by.
 */
export function isOutsideMesh({ service }: ServicePods): boolean {
  return service.placement?.sandbox === true;
}
