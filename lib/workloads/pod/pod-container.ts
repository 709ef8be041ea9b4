import type { Sidecar } from '../../core/model/container';
import { bootstrapContainer } from '../controllers/quorum';
import type { WorkloadContext } from '../workload-props';

/** A container of a workload's pod, whichever part it has. */
export interface PodContainer {
  readonly name: string;
  readonly role: 'main' | 'init' | 'sidecar';
  /** What stands before the names of its properties: nothing, or `sidecars.proxy.`. */
  readonly prefix: string;
  readonly spec: Sidecar<string>;
}

/** Every container of a pod: the main one, those that run before it in their order, those beside it. */
export function podContainers(context: WorkloadContext): readonly PodContainer[] {
  return [mainContainer(context), ...initContainers(context), ...sidecars(context)];
}

/** The container that the workload is about. It bears the workload's name. */
export function mainContainer(context: WorkloadContext): PodContainer {
  return { name: context.name, role: 'main', prefix: '', spec: context };
}

/** Containers that run to their end before the main one; that of a quorum is the last. */
export function initContainers(context: WorkloadContext): readonly PodContainer[] {
  const own = Object.entries(context.initContainers ?? {});
  const bootstrap = Object.entries(bootstrapContainer(context));
  return [
    ...own.map(([name, spec]): PodContainer => ({ name, role: 'init', prefix: `initContainers.${name}.`, spec })),
    ...bootstrap.map(([name, spec]): PodContainer => ({ name, role: 'init', prefix: `quorum.${name}.`, spec })),
  ];
}

/** Containers that run beside the main one. */
export function sidecars(context: WorkloadContext): readonly PodContainer[] {
  return Object.entries(context.sidecars ?? {}).map(([name, spec]) => ({
    name,
    role: 'sidecar',
    prefix: `sidecars.${name}.`,
    spec,
  }));
}
