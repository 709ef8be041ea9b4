import type { Cluster, NodePool } from '../../core/cluster';
import type { Refusal } from '../../core/errors';
import { kindOf } from '../../core/model/workload-spec';
import { isDnsLabel } from '../../core/names';
import { suggest } from '../../core/nearest';
import type { WorkloadContext } from '../workload-props';
import { hostAccess } from './host-access';
import { isSpread } from './spread';

/** What a workload's properties say wrong of where it runs. */
export function placementRefusals(context: WorkloadContext): readonly (Refusal | undefined)[] {
  return [...poolRefusals(context), ...sandboxRefusals(context), spreadRefusal(context)];
}

function poolRefusals({ cluster, placement }: WorkloadContext): readonly (Refusal | undefined)[] {
  const names = placement?.pools;
  if (names === undefined) return [];
  const property = 'placement.pools';
  if (names.length === 0) return [{ property, rule: 'must name a pool', got: names, remedy: 'leave it out for any' }];
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice !== undefined) return [{ property, rule: 'must name each pool once', got: twice }];
  if (cluster === undefined) return [neededFor('placement names pools')];
  return nodesRefusals(property, names, cluster);
}

function nodesRefusals(
  property: string,
  names: readonly string[],
  { nodes }: Cluster,
): readonly (Refusal | undefined)[] {
  switch (nodes.kind) {
    case 'auto-mode':
      return [
        {
          property,
          rule: 'must be left out in EKS Auto Mode, where no nodes are made under a pool’s name',
          got: names,
        },
      ];
    case 'autopilot':
      return [
        names.length === 1
          ? undefined
          : { property, rule: 'must be one pool in Autopilot, which makes nodes for one', got: names },
        ...names.map((name) =>
          isDnsLabel(name)
            ? undefined
            : { property, rule: 'must be lower-case letters, digits and dashes, 63 at most', got: name },
        ),
      ];
    case 'pools': {
      const known = Object.keys(nodes.pools);
      return names.map((name) =>
        known.includes(name)
          ? undefined
          : { property, rule: 'must be pools of the cluster', got: name, remedy: suggest(name, known) },
      );
    }
  }
}

function sandboxRefusals(context: WorkloadContext): readonly (Refusal | undefined)[] {
  const { cluster, placement } = context;
  if (placement?.sandbox !== true) return [];
  return [
    hostAccess(context) === undefined
      ? undefined
      : {
          property: 'placement.sandbox',
          rule: 'must be false where host is set, which gVisor keeps a pod from',
          got: true,
        },
    cluster === undefined ? neededFor('placement.sandbox is true') : sandboxRefusal(context, cluster),
  ];
}

function sandboxRefusal({ placement }: WorkloadContext, { cloud, nodes }: Cluster): Refusal | undefined {
  const property = 'placement.sandbox';
  if (cloud !== 'google') {
    return { property, rule: 'must be false on AWS, whose nodes bring no gVisor', got: true };
  }
  if (nodes.kind !== 'pools') return undefined;
  const named = placement?.pools ?? Object.keys(nodes.pools);
  const pools = named.flatMap((name): readonly NodePool[] => {
    const pool = nodes.pools[name];
    return pool === undefined ? [] : [pool];
  });
  // A pool that the cluster has not is refused by its name.
  if (pools.length < named.length || pools.some(({ sandbox }) => sandbox === true)) return undefined;
  const where = placement?.pools === undefined ? 'the cluster' : 'placement.pools';
  return { property, rule: `must have a pool of ${where} with gVisor`, got: true };
}

function spreadRefusal(context: WorkloadContext): Refusal | undefined {
  const spread = context.placement?.spread;
  if (spread === undefined || isSpread(context)) return undefined;
  const rule = `must be left out of a ${kindOf(context)}, whose pods are not replicas`;
  return { property: 'placement.spread', rule, got: spread };
}

function neededFor(what: string): Refusal {
  return { property: 'cluster', rule: `is needed where ${what}`, got: undefined };
}
