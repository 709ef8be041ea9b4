import type { Refusal } from '../../core/errors';
import { isEventMetric, type Autoscaling } from '../../core/model/scaling';
import { wholeNumberRefusal } from '../controllers/whole-number';
import type { WorkloadContext } from '../workload-props';
import { hasEventMetric, replicaBounds } from './scaling-engine';

const EVENT_METRICS = 'name a metric of type prometheus, queue or cron';

/** What a workload says wrong of an autoscaler that KEDA makes, or of one that it does not make. */
export function kedaRefusals(context: WorkloadContext, autoscaling: Autoscaling): readonly (Refusal | undefined)[] {
  const { cooldownSeconds, fallbackReplicas } = autoscaling;
  if (!hasEventMetric(autoscaling)) return kedaOnlyRefusals(autoscaling);
  return [
    ...foreignMetricRefusals(autoscaling),
    wholeNumberRefusal('autoscaling.cooldownSeconds', cooldownSeconds, 0, ' of seconds'),
    wholeNumberRefusal('autoscaling.fallbackReplicas', fallbackReplicas, 0) ?? fallbackRefusal(context, autoscaling),
  ];
}

function kedaOnlyRefusals({ cooldownSeconds, fallbackReplicas }: Autoscaling): readonly (Refusal | undefined)[] {
  const rule = 'must be left out where no metric is of KEDA';
  return Object.entries({ cooldownSeconds, fallbackReplicas }).map(([name, got]) =>
    got === undefined ? undefined : { property: `autoscaling.${name}`, rule, got, remedy: EVENT_METRICS },
  );
}

/** KEDA reads no metric of another server's, and there is one autoscaler only. */
function foreignMetricRefusals({ metrics = {} }: Autoscaling): readonly Refusal[] {
  return Object.entries(metrics)
    .filter(([, { type }]) => type === 'pods' || type === 'object' || type === 'external')
    .map(([name, { type }]) => ({
      property: `autoscaling.metrics.${name}.type`,
      rule: 'must be of KEDA where another metric is',
      got: type,
      remedy: 'ask Prometheus for it by a metric of type prometheus',
    }));
}

function fallbackRefusal(
  context: WorkloadContext,
  { metrics = {}, fallbackReplicas: got }: Autoscaling,
): Refusal | undefined {
  if (got === undefined) return undefined;
  const property = 'autoscaling.fallbackReplicas';
  if (
    Object.values(metrics)
      .filter(isEventMetric)
      .every(({ type }) => type === 'cron')
  ) {
    return { property, rule: 'must be left out where KEDA reads nothing but the time', got };
  }
  const bounds = replicaBounds(context);
  if (bounds === undefined || (got >= bounds.min && got <= bounds.max)) return undefined;
  return { property, rule: `must be from replicas.min (${bounds.min}) to replicas.max (${bounds.max})`, got };
}
