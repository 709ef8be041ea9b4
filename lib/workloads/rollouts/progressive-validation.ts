import type { Refusal } from '../../core/errors';
import { minReplicas } from '../../core/model/scaling';
import { PRIMARY_SUFFIX } from '../../platform/delivery/flagger-canary';
import { WORKLOAD_DEFAULTS } from '../defaults';
import type { ContextOf } from '../workload-props';
import { analysisRefusals } from './analysis-validation';
import { blueGreenRefusals } from './blue-green-validation';
import { canaryRefusals } from './canary-validation';
import { flaggerRefusals } from './flagger-validation';
import { engineOf, newVersionService, type Progressive } from './progressive';

/** Fewest pods of which a new version can take over some. */
const MIN_REPLICAS = 2;

const MAX_SERVICE_NAME = 63;

/** What a workload says wrong of a rollout during which the new version is watched. */
export function progressiveRefusals(
  context: ContextOf<'Deployment'>,
  rollout: Progressive,
): readonly (Refusal | undefined)[] {
  return [
    nameRefusal(context, rollout),
    portsRefusal(context, rollout),
    replicasRefusal(context, rollout),
    ...analysisRefusals(context, rollout.analysis),
    ...(rollout.strategy === 'Canary' ? canaryRefusals(context, rollout) : blueGreenRefusals(rollout)),
    ...(engineOf(rollout) === 'flagger' ? flaggerRefusals(context, rollout) : []),
  ];
}

/** The Services of the versions are named after the workload. */
function nameRefusal({ name }: ContextOf<'Deployment'>, rollout: Progressive): Refusal | undefined {
  const service = engineOf(rollout) === 'flagger' ? `${name}${PRIMARY_SUFFIX}` : newVersionService(name, rollout);
  const longest = MAX_SERVICE_NAME - (service.length - name.length);
  if (name.length <= longest) return undefined;
  const rule = `must be ${longest} letters at most, so that the Service ${service} can have a name`;
  return { property: 'name', rule, got: name };
}

function portsRefusal({ ports }: ContextOf<'Deployment'>, { strategy }: Progressive): Refusal | undefined {
  if (Object.keys(ports).length > 0) return undefined;
  return {
    property: 'ports',
    rule: `are needed for a ${strategy}, which moves traffic from one version to another`,
    got: ports,
  };
}

function replicasRefusal(
  { replicas = WORKLOAD_DEFAULTS.replicas }: ContextOf<'Deployment'>,
  { strategy }: Progressive,
): Refusal | undefined {
  const fewest = minReplicas(replicas);
  if (!Number.isInteger(fewest) || fewest < 0 || fewest >= MIN_REPLICAS) return undefined;
  return {
    property: typeof replicas === 'number' ? 'replicas' : 'replicas.min',
    rule: `must be at least ${MIN_REPLICAS} for a ${strategy}: a single pod has no traffic to share`,
    got: fewest,
    remedy: "or let rollout.strategy be 'RollingUpdate'",
  };
}
