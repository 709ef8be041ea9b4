import type { Autoscaling } from './scaling';
import type { ServiceModel, SystemModel } from './system-model';

/**
 * Queues that services are scaled by, sorted, each once: what KEDA has to know the length of. Of a model as it runs on one
 * cluster, for what is scaled on one may have a number of pods on another.
 */
export function kedaQueues({ services }: Pick<SystemModel, 'services'>): readonly string[] {
  return [...new Set(Object.values(services).flatMap(queuesOf))].sort();
}

function queuesOf(service: ServiceModel): readonly string[] {
  if (!('autoscaling' in service) || typeof service.replicas !== 'object') return [];
  const { metrics = {} }: Autoscaling = service.autoscaling ?? {};
  return Object.values(metrics).flatMap((metric) => (metric.type === 'queue' ? [metric.queue] : []));
}
