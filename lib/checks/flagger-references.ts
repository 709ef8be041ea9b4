import type { Manifest } from '../core/manifest';
import { autoscalerOf } from './autoscalers';
import type { ClusterIndex } from './cluster-index';
import { isCanary, selectorLabel } from './flagger';
import { list, text, value } from './output';
import { namespaceOf, type Pods } from './pods';

/** What a Canary of Flagger names and nobody writes: its target and a port of it, the autoscaler, templates of metrics. */
export function flaggerReferences(index: ClusterIndex, manifest: Manifest): readonly string[] {
  if (!isCanary(manifest)) return metricReferences(index, manifest);
  const kind = text(manifest, 'spec', 'targetRef', 'kind') ?? 'Deployment';
  const name = text(manifest, 'spec', 'targetRef', 'name') ?? '';
  const target = index.pods.find(
    ({ file, namespace }) =>
      file.manifest.kind === kind && file.manifest.metadata.name === name && namespace === namespaceOf(manifest),
  );
  if (target === undefined) return [`moves traffic to ${kind} ${name}, which is not written`];
  return [
    ...(selectorLabel(target.file.manifest) === undefined ? ['finds no label that tells versions apart'] : []),
    ...portFaults(manifest, target),
    ...autoscalerFaults(index, manifest, target),
    ...templateFaults(index, manifest),
  ];
}

function portFaults(manifest: Manifest, { containers }: Pods): readonly string[] {
  const port = value(manifest, 'spec', 'service', 'targetPort') ?? value(manifest, 'spec', 'service', 'port');
  const found = containers
    .flatMap((container) => list(container, 'ports'))
    .some((it) => value(it, 'name') === port || value(it, 'containerPort') === port);
  return found ? [] : [`sends requests to port ${String(port)}, which its pods lack`];
}

function autoscalerFaults(index: ClusterIndex, manifest: Manifest, target: Pods): readonly string[] {
  const kind = text(manifest, 'spec', 'autoscalerRef', 'kind');
  const name = text(manifest, 'spec', 'autoscalerRef', 'name') ?? '';
  const namespace = namespaceOf(manifest);
  const scaling = ['HorizontalPodAutoscaler', 'ScaledObject']
    .flatMap((it) => index.all(it, namespace))
    .find((it) => autoscalerOf({ manifests: [{ path: '', manifest: it }] }, target) === it);
  if (kind === undefined) {
    // The primary would keep the number that it began with.
    return scaling === undefined
      ? []
      : [`leaves out ${scaling.kind} ${scaling.metadata.name}, which scales its target`];
  }
  const named = index.find(kind, namespace, name);
  return named === undefined || named !== scaling
    ? [`scales the primary by ${kind} ${name}, which does not scale its target`]
    : [];
}

function templateFaults(index: ClusterIndex, manifest: Manifest): readonly string[] {
  return list(manifest, 'spec', 'analysis', 'metrics').flatMap((metric) => {
    const name = text(metric, 'templateRef', 'name');
    if (name === undefined) return [];
    const namespace = text(metric, 'templateRef', 'namespace') ?? namespaceOf(manifest);
    return index.find('MetricTemplate', namespace, name) === undefined
      ? [`is judged by MetricTemplate ${name}, which is not written`]
      : [];
  });
}

function metricReferences(index: ClusterIndex, manifest: Manifest): readonly string[] {
  const name = text(manifest, 'spec', 'provider', 'secretRef', 'name');
  return name === undefined || index.hasSecret(namespaceOf(manifest), name)
    ? []
    : [`uses Secret ${name}, which nothing makes`];
}
