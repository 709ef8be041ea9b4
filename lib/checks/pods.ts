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
    const path = POD_TEMPLATES[file.manifest.kind];
    if (path === undefined) return [];
    const template = value(file.manifest, ...path);
    const spec = value(template, 'spec');
    if (!isRecord(spec)) return [];
    return [
      {
        file,
        name: file.manifest.metadata.name,
        namespace: namespaceOf(file.manifest),
        labels: texts(template, 'metadata', 'labels'),
        annotations: texts(template, 'metadata', 'annotations'),
        spec,
        containers: [...list(spec, 'initContainers'), ...list(spec, 'containers')].filter(isRecord),
      },
    ];
  });
}

/** Namespace of an object; `default` where it names none, as the API server does. */
export function namespaceOf(manifest: Manifest): string {
  return manifest.metadata.namespace ?? 'default';
}

/** Ports that a container of the pods listens on: numbers by name. */
export function containerPorts(pod: Pods): Readonly<Record<string, number>> {
  const entries = pod.containers.flatMap((container) =>
    list(container, 'ports').flatMap((port) => {
      const name = value(port, 'name');
      const number = value(port, 'containerPort');
      return typeof number === 'number' ? [[typeof name === 'string' ? name : String(number), number] as const] : [];
    }),
  );
  return Object.fromEntries(entries);
}
