import type { Manifest } from '../core/manifest';
import type { ClusterIndex } from './cluster-index';
import { list, value } from './output';
import { namespaceOf } from './pods';

/** Kinds whose pods come, do their work and go. */
const PASSING_KINDS = ['Job', 'CronJob'];

/** Pods and ports of them that a Service leads to and nobody writes; and a Service that is somebody else's as well. */
export function serviceReferences(index: ClusterIndex, manifest: Manifest): readonly string[] {
  return [...targets(index, manifest), ...ownership(index, manifest)];
}

function targets(index: ClusterIndex, manifest: Manifest): readonly string[] {
  if (value(manifest, 'spec', 'type') === 'ExternalName') return [];
  const matchLabels = value(manifest, 'spec', 'selector');
  const selected = index.selected(namespaceOf(manifest), matchLabels === undefined ? undefined : { matchLabels });
  if (selected.length === 0) return ['selects no pods'];
  const serving = selected.filter(({ file }) => !PASSING_KINDS.includes(file.manifest.kind));
  if (serving.length === 0) return ['selects pods of jobs only, which serve nobody'];
  return list(manifest, 'spec', 'ports').flatMap((port) => {
    const target = value(port, 'targetPort') ?? value(port, 'port');
    const found = serving.every((pod) =>
      pod.containers.some((container) =>
        list(container, 'ports').some((it) => value(it, 'name') === target || value(it, 'containerPort') === target),
      ),
    );
    return found ? [] : [`sends port ${String(value(port, 'name'))} to ${String(target)}, which its pods lack`];
  });
}

/** Flagger turns its Services to another version when it likes; a second hand would turn them back. */
function ownership(index: ClusterIndex, manifest: Manifest): readonly string[] {
  const { name } = manifest.metadata;
  const owned = index.canaryServices.some(
    (service) => service.metadata.name === name && namespaceOf(service) === namespaceOf(manifest),
  );
  return owned ? ['is a Service that Flagger makes'] : [];
}
