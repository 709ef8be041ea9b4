import type { Finding } from '../../lib/core/finding';
import type { Manifest, ManifestFile } from '../../lib/core/manifest';
import { migrationFindings } from '../../lib/migration';

/** Fields of an object apart from its names. */
export type Fields = Readonly<Record<string, unknown>>;

/** Group and version of the kinds that these tests use; all others are of the core. */
const API_VERSIONS: Readonly<Record<string, string>> = {
  Deployment: 'apps/v1',
  StatefulSet: 'apps/v1',
  DaemonSet: 'apps/v1',
  Rollout: 'argoproj.io/v1alpha1',
  Job: 'batch/v1',
  CronJob: 'batch/v1',
  StorageClass: 'storage.k8s.io/v1',
  PriorityClass: 'scheduling.k8s.io/v1',
  RoleBinding: 'rbac.authorization.k8s.io/v1',
  HorizontalPodAutoscaler: 'autoscaling/v2',
  ScaledObject: 'keda.sh/v1alpha1',
};

const CLUSTER_SCOPED = ['Namespace', 'StorageClass', 'PriorityClass'];

/** An object of the namespace `funlynk`, or of another; of none where its kind is of the whole cluster. */
export function object(kind: string, name: string, fields: Fields = {}, namespace = 'funlynk'): Manifest {
  const place = CLUSTER_SCOPED.includes(kind) ? {} : { namespace };
  return { apiVersion: API_VERSIONS[kind] ?? 'v1', kind, metadata: { name, ...place }, ...fields };
}

/** A claim template, or a claim's fields without a kind. */
export function claim(name: string, spec: Fields): Fields {
  return { metadata: { name }, spec };
}

/** What a claim asks for. */
export function asking(size: string | number, storageClassName = 'standard-ssd'): Fields {
  return { accessModes: ['ReadWriteOnce'], storageClassName, resources: { requests: { storage: size } } };
}

/** A StatefulSet `postgres` of three replicas with a claim each, in which some fields are others. */
export function postgres(spec: Fields = {}, name = 'postgres', namespace = 'funlynk'): Manifest {
  return object(
    'StatefulSet',
    name,
    {
      spec: {
        replicas: 3,
        serviceName: `${name}-headless`,
        selector: { matchLabels: { 'app.kubernetes.io/name': name } },
        template: podTemplate(name, 'postgres:17.6', 5432),
        volumeClaimTemplates: [claim('data', asking('20Gi'))],
        ...spec,
      },
    },
    namespace,
  );
}

/** A Deployment, or another kind, whose pods serve on one port. */
export function serving(kind: string, name: string, spec: Fields = {}, namespace = 'funlynk'): Manifest {
  const template = podTemplate(name, `${name}:v1`, 3000);
  return object(kind, name, { spec: { template, ...spec } }, namespace);
}

/** The pods of a workload. */
export function podTemplate(name: string, image: string, containerPort?: number): Fields {
  const ports = containerPort === undefined ? [] : [{ name: 'main', containerPort, protocol: 'TCP' }];
  return {
    metadata: { labels: { 'app.kubernetes.io/name': name } },
    spec: { serviceAccountName: name, containers: [{ name, image, ports }] },
  };
}

/** Objects as files of a cluster's tree. */
export function filesOf(manifests: readonly Manifest[], cluster = 'us-east-1'): readonly ManifestFile[] {
  return manifests.map((manifest) => ({
    path: `funlynk/production/${cluster}/40-it/${manifest.kind.toLowerCase()}-${manifest.metadata.name}.yaml`,
    manifest,
  }));
}

/** What is found between two versions of a cluster; each has a namespace besides, so that it is there at all. */
export function found(previous: readonly Manifest[], next: readonly Manifest[]): readonly Finding[] {
  const always = (): Manifest => object('Namespace', 'always');
  return migrationFindings(filesOf([always(), ...previous]), filesOf([always(), ...next]));
}

/** The findings between two versions as text: severity, rule, resource, and what is said, a line each. */
export function told(previous: readonly Manifest[], next: readonly Manifest[]): readonly string[] {
  return found(previous, next).map(
    ({ severity, rule, resource, message, remedy = '' }) => `${severity} ${rule} ${resource}: ${message}; ${remedy}`,
  );
}
