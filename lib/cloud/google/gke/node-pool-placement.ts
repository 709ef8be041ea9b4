import type {
  ContainerNodePoolNodeConfigReservationAffinity,
  ContainerNodePoolPlacementPolicy,
} from '@cdktf/provider-google/lib/container-node-pool';
import { Token } from 'cdktf';
import type { Refusal } from '../../../core/errors';
import { resourceNameRefusal } from '../resource-name';
import { canBeCompact } from './node-pool-machine-series';

const MAX_RESERVATION_NAME = 63;
/** https://cloud.google.com/kubernetes-engine/docs/how-to/compact-placement */
const MAX_COMPACT_NODES = 1500;

/** A reservation of machines. */
export interface GkeReservation {
  readonly name: string;
  /**
   * Project that shares the reservation.
   *
   * @default - the cluster's own
   */
  readonly project?: string;
}

/** The part of a node pool's options that has to do with where Google puts the machines. */
export interface GkeNodePlacementOptions {
  /**
   * Puts the nodes close to each other, in one zone, so that what they say to each other arrives sooner.
   *
   * @default - anywhere
   */
  readonly placement?: 'COMPACT';
  /**
   * Reserved machines that the nodes use: any that fit, none, or one reservation alone.
   *
   * @default - GKE's choice: any that fit, and others where there are none
   */
  readonly reservation?: 'any' | 'none' | GkeReservation;
}

interface PlacedMachine extends GkeNodePlacementOptions {
  readonly machineType: string;
  readonly spot?: boolean;
  readonly nodes: { readonly max: number };
}

/** How close to each other nodes are, as the provider writes it. */
export function placementPolicy(placement: 'COMPACT' | undefined): ContainerNodePoolPlacementPolicy | undefined {
  return placement === undefined ? undefined : { type: placement };
}

/** Which reservations nodes use, as the provider writes it. */
export function reservationAffinity(
  reservation: GkeNodePlacementOptions['reservation'],
): ContainerNodePoolNodeConfigReservationAffinity | undefined {
  if (reservation === undefined) return undefined;
  if (reservation === 'any') return { consumeReservationType: 'ANY_RESERVATION' };
  if (reservation === 'none') return { consumeReservationType: 'NO_RESERVATION' };
  const { name, project } = reservation;
  return {
    consumeReservationType: 'SPECIFIC_RESERVATION',
    key: 'compute.googleapis.com/reservation-name',
    values: [project === undefined ? name : `projects/${project}/reservations/${name}`],
  };
}

/** Refuses machines that cannot be placed so, given how many zones they are in. */
export function placementRefusals(options: PlacedMachine, zones: number): (Refusal | undefined)[] {
  const { placement, reservation, spot = false } = options;
  return [
    ...(placement === undefined ? [] : compactRefusals(options, zones)),
    ...(typeof reservation === 'object'
      ? [resourceNameRefusal('reservation.name', reservation.name, MAX_RESERVATION_NAME)]
      : []),
    spot && reservation !== undefined && reservation !== 'none'
      ? { property: 'reservation', rule: 'must be none for spot machines, which are never reserved', got: reservation }
      : undefined,
  ];
}

function compactRefusals({ machineType, nodes, placement }: PlacedMachine, zones: number): (Refusal | undefined)[] {
  const property = 'placement';
  return [
    zones === 1
      ? undefined
      : { property, rule: `must be in one zone, not in ${zones}`, got: placement, remedy: 'name one zone in zones' },
    Token.isUnresolved(machineType) || canBeCompact(machineType)
      ? undefined
      : {
          property,
          rule: `must be of machines that can be put together, which ${machineType} cannot`,
          got: placement,
          remedy: 'choose machines such as c3, n2 or n2d',
        },
    nodes.max > MAX_COMPACT_NODES
      ? { property: 'nodes.max', rule: `must be at most ${MAX_COMPACT_NODES} close to each other`, got: nodes.max }
      : undefined,
  ];
}
