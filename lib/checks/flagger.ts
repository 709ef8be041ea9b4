import type { Manifest, ManifestFile } from '../core/manifest';
import { isRecord, list, text, texts, value } from './output';
import { namespaceOf, pods, type Pods } from './pods';

/**
 * Labels of which Flagger changes the first that a Deployment's selector has, so that primary and canary stay apart:
 * its default of `-selector-labels`,
 * https://github.com/fluxcd/flagger/blob/main/pkg/canary/deployment_controller.go
 */
const SELECTOR_LABELS = ['app', 'name', 'app.kubernetes.io/name'];

/** Where Flagger names no port of a Service. */
const DEFAULT_PORT_NAME = 'http';

/** The Canary that Flagger moves the traffic of some pods by, where there is one. */
export function canaryOf(files: readonly ManifestFile[], pod: Pods): Manifest | undefined {
  return files.find(
    ({ manifest }) =>
      isCanary(manifest) &&
      namespaceOf(manifest) === pod.namespace &&
      (text(manifest, 'spec', 'targetRef', 'kind') ?? 'Deployment') === pod.file.manifest.kind &&
      text(manifest, 'spec', 'targetRef', 'name') === pod.file.manifest.metadata.name,
  )?.manifest;
}

/** Whether an object is Flagger's: an analysis of Flagger, not a strategy of somebody else. */
export function isCanary({ apiVersion, kind }: Manifest): boolean {
  return kind === 'Canary' && apiVersion.startsWith('flagger.app/');
}

/** Pods that Flagger makes of others: those that serve, while the written ones are the next version. */
export function primaries(files: readonly ManifestFile[]): readonly Pods[] {
  return pods(files).flatMap((pod) => {
    if (canaryOf(files, pod) === undefined) return [];
    const label = selectorLabel(pod.file.manifest);
    return [{ ...pod, labels: { ...pod.labels, ...(label === undefined ? {} : primaryLabel(label)) } }];
  });
}

/** Names of the three Services of a Canary: the one that callers know, and one for each version. */
export function canaryServiceNames(canary: Manifest): readonly string[] {
  const name = text(canary, 'spec', 'service', 'name') ?? text(canary, 'spec', 'targetRef', 'name') ?? '';
  return [name, `${name}-canary`, `${name}-primary`];
}

/** The Services that Flagger makes for a Canary, as objects; nobody writes them. */
export function canaryServices(files: readonly ManifestFile[], canary: Manifest): readonly Manifest[] {
  const pod = pods(files).find((it) => canaryOf(files, it) === canary);
  const label = pod && selectorLabel(pod.file.manifest);
  if (pod === undefined || label === undefined) return [];
  const [apex, ...versions] = canaryServiceNames(canary);
  const service = (name: string, part: string, labels: Readonly<Record<string, string>>): Manifest => ({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      name,
      namespace: namespaceOf(canary),
      labels: { ...texts(canary, 'spec', 'service', part, 'labels'), [label.key]: name },
    },
    spec: { selector: labels, ports: servicePorts(canary, pod) },
  });
  const own = { [label.key]: label.value };
  return [
    service(apex ?? '', 'apex', primaryLabel(label)),
    ...versions.map((name) =>
      name.endsWith('-canary') ? service(name, 'canary', own) : service(name, 'primary', primaryLabel(label)),
    ),
  ];
}

/** A label that a selector has. */
export interface Label {
  readonly key: string;
  readonly value: string;
}

/** The label that Flagger changes to tell the primary's pods from the next version's; without one it does nothing. */
export function selectorLabel(controller: Manifest): Label | undefined {
  const labels = texts(controller, 'spec', 'selector', 'matchLabels');
  return SELECTOR_LABELS.flatMap((key) => {
    const own = labels[key];
    return own === undefined ? [] : [{ key, value: own }];
  })[0];
}

function primaryLabel({ key, value: own }: Label): Readonly<Record<string, string>> {
  return { [key]: `${own}-primary` };
}

/** The port of the Canary, and with `portDiscovery` every other that the containers have. */
function servicePorts(canary: Manifest, { containers }: Pods): readonly unknown[] {
  const service = value(canary, 'spec', 'service');
  const port = value(service, 'port');
  const main = {
    name: text(service, 'portName') ?? DEFAULT_PORT_NAME,
    port,
    targetPort: value(service, 'targetPort') ?? port,
  };
  if (value(service, 'portDiscovery') !== true) return [main];
  const others = containers.flatMap((container) => list(container, 'ports')).filter(isRecord);
  return [
    main,
    ...others
      .filter(({ name, containerPort }) => ![name, containerPort].includes(main.targetPort))
      .map(({ name, containerPort }) => ({ name, port: containerPort, targetPort: containerPort })),
  ];
}
