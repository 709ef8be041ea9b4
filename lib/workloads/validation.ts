import type { Refusal } from '../core/errors';
import { isDnsLabel, isPortName } from '../core/names';
import { controllerRefusals } from './controllers/controller-validation';
import { headlessServiceName } from './controllers/services';
import { disruptionRefusals } from './disruption/disruption-validation';
import { identityRefusals } from './identity/identity-validation';
import { podRefusals } from './pod/pod-validation';
import { rolloutRefusals } from './rollouts/rollout-validation';
import { scalingRefusals } from './scaling/scaling-validation';
import { telemetryRefusals } from './telemetry/telemetry-validation';
import type { WorkloadContext } from './workload-props';

const MAX_NAME = 63;

/** Everything that a workload's properties say wrong; empty where they can work. */
export function workloadRefusals(context: WorkloadContext): readonly (Refusal | undefined)[] {
  return [
    nameRefusal(context),
    ...portRefusals(context),
    ...podRefusals(context),
    ...controllerRefusals(context),
    ...rolloutRefusals(context),
    ...scalingRefusals(context),
    ...disruptionRefusals(context),
    ...identityRefusals(context),
    ...telemetryRefusals(context),
  ];
}

/** Services want a name that begins with a letter; the headless one of a StatefulSet adds to it. */
function nameRefusal({ name, kind }: WorkloadContext): Refusal | undefined {
  const longest = kind === 'StatefulSet' ? MAX_NAME - headlessServiceName('').length : MAX_NAME;
  if (isDnsLabel(name) && /^[a-z]/.test(name) && name.length <= longest) return undefined;
  const rule = `must be lower-case letters, digits and dashes, beginning with a letter, ${longest} at most`;
  return { property: 'name', rule, got: name };
}

function portRefusals({ ports }: WorkloadContext): readonly (Refusal | undefined)[] {
  return Object.entries(ports).flatMap(([name, port]) => [
    isPortName(name)
      ? undefined
      : { property: `ports.${name}`, rule: 'must be named in 15 lower-case letters, digits and dashes', got: name },
    ...Object.entries({ containerPort: port.containerPort, servicePort: port.servicePort }).map(([key, value]) =>
      value === undefined || (Number.isInteger(value) && value >= 1 && value <= 65535)
        ? undefined
        : { property: `ports.${name}.${key}`, rule: 'must be from 1 to 65535', got: value },
    ),
  ]);
}
