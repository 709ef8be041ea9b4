import { SERVICE_LABEL } from '../core/labels';
import type { Manifest, ManifestFile } from '../core/manifest';
import { isRecord, list, texts, value } from './output';

/** Where each kind of controller keeps its pod template. */
const POD_TEMPLATES: Readonly<Record<string, readonly string[]>> = {
  Deployment: ['spec', 'template'],
  ReplicaSet: ['spec', 'template'],
  StatefulSet: ['spec', 'template'],
  DaemonSet: ['spec', 'template'],
  Job: ['spec', 'template'],
  CronJob: ['spec', 'jobTemplate', 'spec', 'template'],
  Rollout: ['spec', 'template'],
  // A pod that no controller makes is its own template.
  Pod: [],
};

/** Pods that a controller makes. */
export interface Pods {
  readonly file: ManifestFile;
  /** Name by which findings and waivers know them. */
  readonly name: string;
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly spec: Readonly<Record<string, unknown>>;
  /** Containers, init containers included. */
  readonly containers: readonly Readonly<Record<string, unknown>>[];
}

/** The pods of every controller among some manifests. */
export function pods(files: readonly ManifestFile[]): readonly Pods[] {
  return files.flatMap((file) => {
    const template = podTemplate(file.manifest);
    const spec = value(template, 'spec');
    if (!isRecord(spec)) return [];
    return [
      {
        file,
        name: resourceName(file.manifest),
        namespace: namespaceOf(file.manifest),
        labels: texts(template, 'metadata', 'labels'),
        annotations: texts(template, 'metadata', 'annotations'),
        spec,
        containers: [...list(spec, 'initContainers'), ...list(spec, 'containers')].filter(isRecord),
      },
    ];
  });
}

/** What a controller makes its pods of; undefined where it makes none. */
export function podTemplate(manifest: Manifest): unknown {
  const path = POD_TEMPLATES[manifest.kind];
  return path === undefined ? undefined : value(manifest, ...path);
}

/** Namespace of an object; `default` where it names none, as the API server does. */
export function namespaceOf(manifest: Manifest): string {
  return manifest.metadata.namespace ?? 'default';
}

/**
 * Name by which findings and waivers know an object. That of a Job ends in a hash of its pods, so that its service is
 * named instead: a waiver has to outlive a new version.
 */
export function resourceName({ kind, metadata }: Manifest): string {
  return kind === 'Job' ? (metadata.labels?.[SERVICE_LABEL] ?? metadata.name) : metadata.name;
}

/** Whether the pods use the node's network, where no policy and no proxy guards them. */
export function onHostNetwork({ spec }: Pods): boolean {
  return spec['hostNetwork'] === true;
}

/** A port that pods listen on. */
export interface ContainerPort {
  readonly number: number;
  readonly protocol: 'TCP' | 'UDP';
}

/** Ports that the containers of some pods listen on, by name. */
export function containerPorts(pod: Pods): Readonly<Record<string, ContainerPort>> {
  const entries = pod.containers.flatMap((container) =>
    list(container, 'ports').flatMap((port): readonly (readonly [string, ContainerPort])[] => {
      const name = value(port, 'name');
      const number = value(port, 'containerPort');
      const protocol = value(port, 'protocol') === 'UDP' ? 'UDP' : 'TCP';
      return typeof number === 'number'
        ? [[typeof name === 'string' ? name : String(number), { number, protocol }]]
        : [];
    }),
  );
  return Object.fromEntries(entries);
}
