import { Token } from 'cdktf';
import type { Refusal } from '../../../core/errors';
import { wholeNumberRefusal } from '../../common/whole-number';

const DEFAULTS = { autoScaling: true, replicas: 2, maxReplicas: 10, computeType: 'ec2' } as const;

/** Two, so that one is left while the other moves. */
const MIN_REPLICAS = 2;

/** How names are resolved within the cluster. */
export interface CorednsOptions {
  /**
   * Whether EKS chooses the number of replicas by the cluster's nodes and cores.
   *
   * @default true
   */
  readonly autoScaling?: boolean;
  /**
   * Number of replicas, or the fewest with `autoScaling`; two at least.
   *
   * @default 2
   */
  readonly replicas?: number;
  /**
   * Most replicas, with `autoScaling` only.
   *
   * @default 10
   */
  readonly maxReplicas?: number;
  /**
   * Where the pods run. A cluster that has Fargate profiles and no nodes needs `Fargate`, and a profile that
   * selects the namespace kube-system.
   *
   * @default 'ec2'
   */
  readonly computeType?: 'ec2' | 'Fargate';
}

/** What the add-on is told: replicas in several zones, on nodes for critical pods too, never all gone at once. */
export function corednsConfiguration(options: CorednsOptions): Readonly<Record<string, unknown>> {
  const { autoScaling, replicas, maxReplicas, computeType } = withDefaults(options);
  return {
    ...(autoScaling
      ? { autoScaling: { enabled: true, minReplicas: replicas, maxReplicas } }
      : { autoScaling: { enabled: false }, replicaCount: replicas }),
    ...(computeType === 'Fargate' ? { computeType } : {}),
    podDisruptionBudget: { enabled: true, maxUnavailable: 1 },
    tolerations: [
      { key: 'CriticalAddonsOnly', operator: 'Exists' },
      { key: 'node-role.kubernetes.io/control-plane', effect: 'NoSchedule' },
    ],
    topologySpreadConstraints: [
      {
        labelSelector: { matchLabels: { 'k8s-app': 'kube-dns' } },
        maxSkew: 1,
        topologyKey: 'topology.kubernetes.io/zone',
        // A zone that is down must not keep the replicas of the others from starting.
        whenUnsatisfiable: 'ScheduleAnyway',
      },
    ],
  };
}

/** Refuses numbers of replicas that cannot work. */
export function corednsRefusals(options: CorednsOptions): readonly (Refusal | undefined)[] {
  const { autoScaling, replicas, maxReplicas } = withDefaults(options);
  return [
    wholeNumberRefusal('coredns.replicas', replicas, { min: MIN_REPLICAS }),
    autoScaling ? maximumRefusal(replicas, maxReplicas) : needlessMaximum(options.maxReplicas),
  ];
}

function withDefaults(options: CorednsOptions): Required<CorednsOptions> {
  return {
    autoScaling: options.autoScaling ?? DEFAULTS.autoScaling,
    replicas: options.replicas ?? DEFAULTS.replicas,
    maxReplicas: options.maxReplicas ?? DEFAULTS.maxReplicas,
    computeType: options.computeType ?? DEFAULTS.computeType,
  };
}

function maximumRefusal(replicas: number, maxReplicas: number): Refusal | undefined {
  const property = 'coredns.maxReplicas';
  const notWhole = wholeNumberRefusal(property, maxReplicas, { min: MIN_REPLICAS });
  if (notWhole !== undefined || Token.isUnresolved(replicas) || Token.isUnresolved(maxReplicas)) return notWhole;
  if (maxReplicas >= replicas) return undefined;
  return { property, rule: `must be at least coredns.replicas (${replicas})`, got: maxReplicas };
}

function needlessMaximum(got: number | undefined): Refusal | undefined {
  if (got === undefined) return undefined;
  const remedy = 'leave it out, or switch autoScaling on';
  return { property: 'coredns.maxReplicas', rule: 'must not be there without coredns.autoScaling', got, remedy };
}
