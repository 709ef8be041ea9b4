import type { Construct } from 'constructs';
import type { DeploymentSpec } from '../../lib/core/model/workload-spec';
import { Workload } from '../../lib/workloads/workload';
import type { WorkloadProps } from '../../lib/workloads/workload-props';
import { emptyChart, synth, type Objects } from '../support/manifests';

/** The least that a workload needs. */
export const DEPLOYMENT: DeploymentSpec & Pick<WorkloadProps, 'image'> = {
  image: 'ghcr.io/funlynk/backend:v1.4.2',
  ports: { http: { containerPort: 3000, protocol: 'http' } },
  resources: { requests: { cpu: '250m', memory: '256Mi' }, limits: { cpu: '500m', memory: '512Mi' } },
  runAs: { user: 1001 },
};

/** The least that a workload with volumes of its own needs. */
export const STATEFUL_SET: Extract<WorkloadProps, { readonly kind: 'StatefulSet' }> = {
  ...DEPLOYMENT,
  kind: 'StatefulSet',
  image: 'docker.io/library/postgres:17.6-alpine',
  ports: { sql: { containerPort: 5432 } },
  storage: { data: { mountPath: '/var/lib/postgresql/data', size: '20Gi' } },
};

type Changes = Partial<Omit<Extract<WorkloadProps, { readonly kind?: 'Deployment' }>, 'kind'>>;
type StatefulSetChanges = Partial<Omit<typeof STATEFUL_SET, 'kind'>>;

/** The Deployment `backend` in a scope, with some properties changed. */
export function backend(scope: Construct, changes: Changes = {}): Workload {
  return new Workload(scope, 'backend', { ...DEPLOYMENT, ...changes });
}

/** The StatefulSet `postgres` in a scope, with some properties changed. */
export function postgres(scope: Construct, changes: StatefulSetChanges = {}): Workload {
  return new Workload(scope, 'postgres', { ...STATEFUL_SET, ...changes });
}

/** The objects of `backend`. */
export function backendObjects(changes: Changes = {}): Objects {
  return synth((chart) => backend(chart, changes));
}

/** The objects of `postgres`. */
export function postgresObjects(changes: StatefulSetChanges = {}): Objects {
  return synth((chart) => postgres(chart, changes));
}

/** Makes `backend` for the sake of what it refuses. */
export function making(changes: Changes): () => void {
  return () => backend(emptyChart(), changes);
}
