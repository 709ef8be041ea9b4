import type { Construct } from 'constructs';
import { Workload } from '../../lib/workloads/workload';
import type { WorkloadProps } from '../../lib/workloads/workload-props';
import { emptyChart, synth, type Objects } from '../support/manifests';

/** Properties of one kind of workload. */
export type PropsOf<Kind extends NonNullable<WorkloadProps['kind']>> = Extract<WorkloadProps, { readonly kind?: Kind }>;

/** What the workloads of these tests share. */
const BASE = {
  image: 'ghcr.io/funlynk/backend:v1.4.2',
  resources: { requests: { cpu: '250m', memory: '256Mi' }, limits: { cpu: '500m', memory: '512Mi' } },
  runAs: { user: 1001 },
};

/** The least that a workload needs. */
export const DEPLOYMENT: PropsOf<'Deployment'> = {
  ...BASE,
  ports: { http: { containerPort: 3000, protocol: 'http' } },
};

/** The least that a workload with volumes of its own needs. */
export const STATEFUL_SET: PropsOf<'StatefulSet'> = {
  ...BASE,
  kind: 'StatefulSet',
  image: 'docker.io/library/postgres:17.6-alpine',
  ports: { sql: { containerPort: 5432 } },
  storage: { data: { mountPath: '/var/lib/postgresql/data', size: '20Gi' } },
};

/** The least that an agent on every node needs. */
export const DAEMON_SET: PropsOf<'DaemonSet'> = { ...BASE, kind: 'DaemonSet' };

/** The least that a job needs. */
export const JOB: PropsOf<'Job'> = { ...BASE, kind: 'Job' };

/** The least that a job at given times needs. */
export const CRON_JOB: PropsOf<'CronJob'> = { ...BASE, kind: 'CronJob', schedule: '0 2 * * *' };

type Changes = Partial<Omit<PropsOf<'Deployment'>, 'kind'>>;
type StatefulSetChanges = Partial<Omit<PropsOf<'StatefulSet'>, 'kind'>>;

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

/** The objects of a workload of any kind, named `sample`. */
export function objectsOf(props: WorkloadProps): Objects {
  return synth((chart) => new Workload(chart, 'sample', props));
}

/** Makes a workload of any kind, named `sample`, for the sake of what it refuses. */
export function makingOf(props: WorkloadProps): () => void {
  return () => new Workload(emptyChart(), 'sample', props);
}

/** Makes `backend` for the sake of what it refuses. */
export function making(changes: Changes): () => void {
  return () => backend(emptyChart(), changes);
}
