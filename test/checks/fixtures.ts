import type {
  ClusterOutput,
  EnvironmentOutput,
  TerraformBlock,
  TerraformBlocks,
  TerraformStack,
} from '../../lib/checks/output';
import type { Finding } from '../../lib/core/finding';
import { SERVICE_LABEL } from '../../lib/core/labels';
import type { Manifest, ManifestFile } from '../../lib/core/manifest';
import type { ImageSource } from '../../lib/core/model/system';
import type { ServiceModel, SystemModel } from '../../lib/core/model/system-model';
import type { DaemonSetSpec, DeploymentSpec } from '../../lib/core/model/workload-spec';

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
  const labels = { app: name, [SERVICE_LABEL]: name };
  return object(kind, name, {
    spec: {
      replicas: 1,
      selector: { matchLabels: labels },
      template: {
        metadata: { labels, annotations },
        spec: {
          serviceAccountName: name,
          automountServiceAccountToken: false,
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

/** A controller whose pods have a folder and the network of the node, and all that the node may do. */
export function agent(name: string, fields: Readonly<Record<string, unknown>> = {}): ManifestFile {
  const pod = { hostNetwork: true, volumes: [{ name: 'log', hostPath: { path: '/var/log' } }], ...fields };
  return controller(name, { kind: 'DaemonSet', spec: { replicas: undefined }, pod });
}

/** A namespace that admits pods up to a Pod Security standard; without one, every pod. */
export function namespace(name: string, level?: string): ManifestFile {
  return clusterObject(
    'Namespace',
    name,
    {},
    level === undefined ? {} : { 'pod-security.kubernetes.io/enforce': level },
  );
}

/** An object that stands in another namespace. */
export function inNamespace(file: ManifestFile, name: string): ManifestFile {
  const { manifest, path } = file;
  return { path, manifest: { ...manifest, metadata: { ...manifest.metadata, namespace: name } } };
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

/** An autoscaler of KEDA, which scales a Deployment where it does not say. */
export function scaledObject(
  name: string,
  bounds: Readonly<Record<string, number>>,
  scaleTargetRef: Readonly<Record<string, string>> = { name },
): ManifestFile {
  return object('ScaledObject', name, { spec: { scaleTargetRef, ...bounds } });
}

/** A Canary of Flagger that moves the traffic of a Deployment, on port 80. */
export function canary(name: string, fields: Readonly<Record<string, unknown>> = {}): ManifestFile {
  const spec = {
    targetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name },
    service: { port: 80, targetPort: 'http' },
    ...fields,
  };
  const { path, manifest } = object('Canary', name, { spec });
  return { path, manifest: { ...manifest, apiVersion: 'flagger.app/v1beta1' } };
}

const AMOUNTS = { cpu: '100m', memory: '64Mi' };

/** What every service of these tests has. */
const SERVICE = {
  namespace: NAMESPACE,
  version: { tag: 'v1' },
  ports: { http: { containerPort: 8080 } },
  resources: { requests: AMOUNTS, limits: AMOUNTS },
  runAs: { user: 1000 },
};

/** What a service of a system says beside its workload. */
type Place = Partial<Pick<ServiceModel, 'namespace' | 'connectsTo' | 'acceptsFrom' | 'exposure'>>;

/** A service of a model that listens on port 8080, `http`. */
export function service(name: string, fields: Partial<DeploymentSpec<ImageSource>> & Place = {}): ServiceModel {
  return { ...SERVICE, name, image: { name }, ...fields };
}

/** A service of a model that is an agent of the nodes. */
export function agentService(
  name: string,
  fields: Partial<Omit<DaemonSetSpec<ImageSource>, 'kind'>> & Place = {},
): ServiceModel {
  return { ...SERVICE, name, image: { name }, ...fields, kind: 'DaemonSet' };
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
    resources: { buckets: {}, queues: {}, topics: {} },
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
