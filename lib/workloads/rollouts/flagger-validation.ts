import type { Refusal } from '../../core/errors';
import { servicePort } from '../../core/model/port';
import type { Canary } from '../../core/model/rollout';
import type { ContextOf } from '../workload-props';
import type { Progressive } from './progressive';
import { flaggerPort } from './request-split';

/** What Flagger cannot do of a rollout, or of its workload. */
export function flaggerRefusals(
  context: ContextOf<'Deployment'>,
  rollout: Progressive,
): readonly (Refusal | undefined)[] {
  return [
    replicasRefusal(context),
    verticalRefusal(context),
    ...portRefusals(context),
    ...(rollout.strategy === 'Canary' ? [meshRefusal(context), ...pauseRefusals(rollout)] : waitRefusals(rollout)),
  ];
}

/** Flagger gives a version the pods that its autoscaler says; without one it starts with one, and keeps no count. */
function replicasRefusal({ replicas }: ContextOf<'Deployment'>): Refusal | undefined {
  if (typeof replicas === 'object') return undefined;
  return {
    property: 'replicas',
    rule: 'must be bounds where Flagger carries out the rollout: it scales both versions by an autoscaler',
    got: replicas,
    remedy: 'bounds may be equal: { min: 3, max: 3 }',
  };
}

function verticalRefusal({ verticalScaling }: ContextOf<'Deployment'>): Refusal | undefined {
  if (verticalScaling === undefined) return undefined;
  const rule = 'must be left out where Flagger carries out the rollout: the pods that answer are those of its copy';
  return { property: 'verticalScaling', rule, got: verticalScaling.mode };
}

/**
 * Flagger gives its Services the ports that it finds in the pod, all of TCP, under the numbers that they have there.
 * https://github.com/fluxcd/flagger/blob/v1.44.0/pkg/canary/util.go
 */
function portRefusals({ ports }: ContextOf<'Deployment'>): readonly (Refusal | undefined)[] {
  const main = flaggerPort(ports);
  return Object.entries(ports).map(([name, port]) => {
    if (port.protocol === 'udp') {
      const rule = "must not be 'udp' where Flagger makes the Services, which are of TCP";
      return { property: `ports.${name}.protocol`, rule, got: port.protocol };
    }
    if (name === main || servicePort(port) === port.containerPort) return undefined;
    const rule = `must be the container's port (${port.containerPort}) where Flagger makes the Services, but for ports.${main}`;
    return { property: `ports.${name}.servicePort`, rule, got: port.servicePort };
  });
}

function meshRefusal({ mesh }: ContextOf<'Deployment'>): Refusal | undefined {
  if (mesh?.splitting !== undefined) return undefined;
  return {
    property: 'mesh',
    rule: 'is needed for a Canary that Flagger carries out',
    got: undefined,
    remedy: "let rollout.strategy be 'BlueGreen', or rollout.engine 'argo-rollouts'",
  };
}

/** Flagger knows one interval, after which it measures and takes the next step. */
function pauseRefusals({ steps, analysis }: Canary): readonly (Refusal | undefined)[] {
  const pauses = steps.map(({ pauseSeconds }) => pauseSeconds);
  const [pause] = pauses;
  const endless = pauses.map((seconds, index) =>
    seconds === undefined
      ? {
          property: `rollout.steps.${index}.pauseSeconds`,
          rule: 'is needed where Flagger carries out the rollout: it cannot wait for people',
          got: undefined,
        }
      : undefined,
  );
  if (pause === undefined || endless.some((fault) => fault !== undefined)) return endless;
  if (pauses.some((seconds) => seconds !== pause)) {
    const rule = 'must all pause for the same time where Flagger carries out the rollout: it has one interval';
    return [{ property: 'rollout.steps', rule, got: pauses }];
  }
  const { intervalSeconds } = analysis;
  if (intervalSeconds === undefined || intervalSeconds === pause) return [];
  const rule = `must be the pause of the steps (${pause}) where Flagger carries out the rollout: it measures once a step`;
  return [{ property: 'rollout.analysis.intervalSeconds', rule, got: intervalSeconds, remedy: 'leave it out' }];
}

function waitRefusals({
  autoPromotionSeconds,
  scaleDownDelaySeconds,
}: Exclude<Progressive, Canary>): readonly (Refusal | undefined)[] {
  return [
    waitRefusal('autoPromotionSeconds', autoPromotionSeconds, 'it moves the traffic at once'),
    waitRefusal('scaleDownDelaySeconds', scaleDownDelaySeconds, 'it keeps no old version'),
  ];
}

function waitRefusal(key: string, got: number | undefined, why: string): Refusal | undefined {
  if (got === undefined) return undefined;
  return { property: `rollout.${key}`, rule: `must be left out where Flagger carries out the rollout: ${why}`, got };
}
