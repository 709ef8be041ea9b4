import { headlessServiceName } from '../controllers/services';
import type { ContextOf, WorkloadContext } from '../workload-props';

/** The API server, as pods find it. */
export const API_SERVER_HOST = serviceHost('kubernetes', 'default');

/** Full name of a Service. */
export function serviceHost(service: string, namespace: string): string {
  return `${service}.${namespace}.svc.cluster.local`;
}

/** Full names of every Service that calls to a workload may go to. */
export function serviceHosts(context: WorkloadContext): readonly string[] {
  return serviceNames(context).map((service) => serviceHost(service, context.namespace));
}

function serviceNames(context: WorkloadContext): readonly string[] {
  switch (context.kind) {
    case 'StatefulSet':
      return [context.name, headlessServiceName(context.name)];
    case 'DaemonSet':
    case 'Job':
    case 'CronJob':
      return [context.name];
    default:
      return [context.name, ...rolloutServices(context)];
  }
}

/** Services that a rollout sends a share of the workload's calls to. */
function rolloutServices({ name, rollout }: ContextOf<'Deployment'>): readonly string[] {
  if (rollout?.strategy !== 'Canary' && rollout?.strategy !== 'BlueGreen') return [];
  if (rollout.engine === 'flagger') return [`${name}-canary`, `${name}-primary`];
  return rollout.strategy === 'Canary' ? [`${name}-canary`] : [];
}
