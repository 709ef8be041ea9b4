import type {
  ClusterOutput,
  EnvironmentOutput,
  TerraformBlock,
  TerraformBlocks,
  TerraformStack,
} from '../../lib/checks/output';
import type { Finding } from '../../lib/core/finding';
import type { Manifest, ManifestFile } from '../../lib/core/manifest';
import type { ServiceModel, SystemModel } from '../../lib/core/model/system-model';

/** Namespace of the sample system. */
export const NAMESPACE = 'shop';

/** An object in a file; in the sample namespace, where `metadata` does not say otherwise. */
export function object(
  kind: string,
  name: string,
  fields: Readonly<Record<string, unknown>> = {},
  metadata: Partial<Manifest['metadata']> = {},
): ManifestFile {
  const manifest = { apiVersion: 'v1', kind, metadata: { name, namespace: NAMESPACE, ...metadata }, ...fields };
  return { path: `${kind.toLowerCase()}-${name}.yaml`, manifest };
}

/** An object of the cluster as a whole. */
export function clusterObject(
  kind: string,
  name: string,
  fields: Readonly<Record<string, unknown>> = {},
  labels: Readonly<Record<string, string>> = {},
): ManifestFile {
  return {
    path: `${kind.toLowerCase()}-${name}.yaml`,
    manifest: { apiVersion: 'v1', kind, metadata: { name, labels }, ...fields },
  };
}

/** A namespace whose pods are given a proxy of the mesh. */
export function meshNamespace(name = NAMESPACE): ManifestFile {
  return clusterObject('Namespace', name, {}, { 'istio-injection': 'enabled' });
}

/** A controller whose one container listens on port 8080, `http`, and satisfies Pod Security. */
export function controller(
  name: string,
  { kind = 'Deployment', spec = {}, pod = {}, container = {}, annotations = {} } = {},
): ManifestFile {
  const labels = { app: name };
  return object(kind, name, {
    spec: {
      replicas: 1,
      selector: { matchLabels: labels },
      template: {
        metadata: { labels, annotations },
        spec: {
          serviceAccountName: name,
          securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
          containers: [
            {
              name,
              image: `registry.example/${name}:v1`,
              ports: [{ name: 'http', containerPort: 8080 }],
              securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
              ...container,
            },
          ],
          ...pod,
        },
      },
      ...spec,
    },
  });
}

/** An autoscaler of a Deployment. */
export function autoscaler(
  name: string,
  bounds: Readonly<Record<string, number>>,
  metadata: Partial<Manifest['metadata']> = {},
): ManifestFile {
  const scaleTargetRef = { apiVersion: 'apps/v1', kind: 'Deployment', name };
  return object('HorizontalPodAutoscaler', name, { spec: { scaleTargetRef, ...bounds } }, metadata);
}

/** A service of a model that listens on port 8080, `http`. */
export function service(
  name: string,
  fields: Partial<Pick<ServiceModel, 'connectsTo' | 'exposure'>> = {},
): ServiceModel {
  const amounts = { cpu: '100m', memory: '64Mi' };
  return {
    name,
    image: { name },
    version: { tag: 'v1' },
    ports: { http: { containerPort: 8080 } },
    resources: { requests: amounts, limits: amounts },
    runAs: { user: 1000 },
    ...fields,
  };
}

/** A system in production, in the sample namespace. */
export function model(...services: readonly ServiceModel[]): SystemModel {
  return {
    name: NAMESPACE,
    environment: 'production',
    namespace: NAMESPACE,
    domain: 'shop.example',
    services: Object.fromEntries(services.map((it) => [it.name, it])),
    registry: 'cluster',
    dashboards: {},
  };
}

/** A cluster on AWS with some objects. */
export function cluster(manifests: readonly ManifestFile[], fields: Partial<ClusterOutput> = {}): ClusterOutput {
  return { name: 'main', cloud: 'aws', immutableRegistries: [], stack: 'shop-main', ...fields, manifests };
}

/** A stack with some resources. */
export function stack(resource: TerraformBlocks, fields: Partial<TerraformStack> = {}): TerraformStack {
  return { name: 'shop-main', data: {}, ...fields, resource };
}

/** A stack with one resource, called `it`. */
export function stackOf(type: string, block: TerraformBlock): TerraformStack {
  return stack({ [type]: { it: block } });
}

/** An environment in production with some objects on one cluster. */
export function environment(
  manifests: readonly ManifestFile[] = [],
  fields: Partial<EnvironmentOutput> = {},
): EnvironmentOutput {
  return { model: model(), profile: 'production', clusters: [cluster(manifests)], stacks: [], ...fields };
}

/** What findings say of whom, in the order they come. */
export function said(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ resource, message }) => `${resource}: ${message}`);
}

/**
 * A copy of data with one thing in it changed, or taken out where the new value is undefined. Throws where the
 * path leads nowhere, so that no test breaks nothing and finds nothing.
 */
export function changed<T>(data: T, path: readonly (string | number)[], to: unknown): T {
  const copy = structuredClone(data);
  const key = path.at(-1) ?? '';
  const holder = path.slice(0, -1).reduce<unknown>((at, step) => (isHolder(at) ? at[step] : undefined), copy);
  if (!isHolder(holder)) throw new Error(`nothing to change at ${path.join('.')}`);
  if (to === undefined) {
    if (!(key in holder)) throw new Error(`nothing to take out at ${path.join('.')}`);
    Reflect.deleteProperty(holder, key);
  } else holder[key] = to;
  return copy;
}

function isHolder(at: unknown): at is Record<string | number, unknown> {
  return typeof at === 'object' && at !== null;
}
