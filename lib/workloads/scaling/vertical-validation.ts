import type { Refusal } from '../../core/errors';
import type { VerticalScaling } from '../../core/model/scaling';
import { cpuMillicores, quantityBytes } from '../../core/quantity';
import type { WorkloadContext } from '../workload-props';
import { autoscalingOf, replicaBounds } from './scaling-engine';
import { utilizationTargets } from './utilization-targets';
import { SIZED_RESOURCES, verticalScalingOf } from './vertical';

type Resource = (typeof SIZED_RESOURCES)[number];

/** Quantities as the message about a malformed one shows them. */
const EXAMPLES: Readonly<Record<Resource, string>> = { cpu: '250m', memory: '512Mi' };

/** What a workload says wrong of the size of its pods. */
export function verticalRefusals(context: WorkloadContext): readonly (Refusal | undefined)[] {
  const scaling = verticalScalingOf(context);
  if (scaling === undefined) return [];
  const { resources = SIZED_RESOURCES } = scaling;
  const property = 'verticalScaling.resources';
  if (resources.length === 0) return [{ property, rule: 'must name cpu or memory', got: resources }];
  return [
    followedRefusal(context, scaling),
    ...SIZED_RESOURCES.flatMap((resource) =>
      resources.includes(resource)
        ? amountRefusals(context, scaling, resource)
        : unsizedRefusals(scaling, resource, resources),
    ),
  ];
}

/**
 * Use is measured against what is requested: an autoscaler that adds pods and one that raises requests by the same use
 * undo each other. https://kubernetes.io/docs/concepts/workloads/autoscaling/vertical-pod-autoscale/
 */
function followedRefusal(context: WorkloadContext, { mode, resources }: VerticalScaling): Refusal | undefined {
  if (mode === 'recommend' || replicaBounds(context) === undefined) return undefined;
  const followed = Object.keys(utilizationTargets(autoscalingOf(context)));
  const both = (resources ?? SIZED_RESOURCES).filter((resource) => followed.includes(resource));
  if (both.length === 0) return undefined;
  return {
    property: 'verticalScaling.resources',
    rule: `must leave out what the autoscaler follows: ${both.join(', ')}`,
    got: resources ?? SIZED_RESOURCES,
    remedy: "or scale the number of pods by a metric, or have mode 'recommend'",
  };
}

function unsizedRefusals(
  { min, max }: VerticalScaling,
  resource: Resource,
  resources: readonly Resource[],
): readonly (Refusal | undefined)[] {
  const rule = `must be left out, as verticalScaling.resources has ${resources.join(', ')} only`;
  return Object.entries({ min, max }).map(([bound, amounts]) => {
    const got = amounts?.[resource];
    return got === undefined ? undefined : { property: `verticalScaling.${bound}.${resource}`, rule, got };
  });
}

function amountRefusals(
  { resources: { limits } }: WorkloadContext,
  { min, max }: VerticalScaling,
  resource: Resource,
): readonly (Refusal | undefined)[] {
  const least = min?.[resource];
  const most = max?.[resource];
  const limit = limits[resource];
  const malformed = Object.entries({ min: least, max: most }).map(([bound, got]) =>
    got === undefined || amount(resource, got) !== undefined
      ? undefined
      : {
          property: `verticalScaling.${bound}.${resource}`,
          rule: `must be a quantity such as ${EXAMPLES[resource]}`,
          got,
        },
  );
  return malformed.some((refusal) => refusal !== undefined)
    ? malformed
    : [
        most === undefined ? undefined : aboveRefusal(resource, 'max', most, 'resources.limits', limit),
        least === undefined
          ? undefined
          : aboveRefusal(
              resource,
              'min',
              least,
              most === undefined ? 'resources.limits' : 'verticalScaling.max',
              most ?? limit,
            ),
      ];
}

/** A limit that is no quantity is refused as such. */
function aboveRefusal(
  resource: Resource,
  bound: 'min' | 'max',
  got: string,
  ceiling: string,
  most: string,
): Refusal | undefined {
  const ceilingAmount = amount(resource, most);
  if (ceilingAmount === undefined || (amount(resource, got) ?? 0) <= ceilingAmount) return undefined;
  const rule = `must be at most ${ceiling}.${resource} (${most})`;
  return { property: `verticalScaling.${bound}.${resource}`, rule, got };
}

function amount(resource: Resource, quantity: string): number | undefined {
  return resource === 'cpu' ? cpuMillicores(quantity) : quantityBytes(quantity);
}
