import type { LaunchTemplateConfig } from '@cdktf/provider-aws/lib/launch-template';
import { Token } from 'cdktf';
import type { Refusal } from '../../../core/errors';
import { parseInstanceType } from './instance-types';

const RESERVATION_ID = /^cr-([0-9a-f]{8}|[0-9a-f]{17})$/;
const RESERVATION_GROUP = /^arn:aws:resource-groups:[a-z0-9-]+:\d{12}:group\/.+$/;

/** Reserved machines: one capacity reservation, or a resource group of several. */
export type NodeCapacityReservation = { readonly id: string } | { readonly groupArn: string };

/** The part of a node group's options that has to do with how the machines are bought. */
export interface EksNodeCapacityOptions {
  /**
   * Cheaper machines that AWS may take away at two minutes' notice. The more instance types there are to choose from,
   * the more seldom it does: three at least, better ten.
   *
   * @default false
   */
  readonly spot?: boolean;
  /**
   * Reserved machines that the nodes take, and no others. A reservation is in one zone: a group with subnets in
   * others cannot start nodes there.
   *
   * @default - none in particular: open reservations that fit, and others where there are none
   */
  readonly capacityReservation?: NodeCapacityReservation;
  /**
   * Whether `capacityReservation` is a Capacity Block, which holds GPUs for some days.
   *
   * @default false
   */
  readonly capacityBlock?: boolean;
}

interface BoughtMachines extends EksNodeCapacityOptions {
  readonly instanceTypes: readonly string[];
}

/** How the machines are bought, as EKS names it. */
export function capacityType({ spot = false, capacityBlock = false }: EksNodeCapacityOptions): string {
  if (capacityBlock) return 'CAPACITY_BLOCK';
  return spot ? 'SPOT' : 'ON_DEMAND';
}

/** Reserved machines that the launch template asks for. EKS wants the type of a Capacity Block there, too. */
export function reservedMachines(options: BoughtMachines): Partial<LaunchTemplateConfig> {
  const { capacityReservation, capacityBlock = false, instanceTypes } = options;
  if (capacityReservation === undefined) return {};
  const capacityReservationTarget =
    'id' in capacityReservation
      ? { capacityReservationId: capacityReservation.id }
      : { capacityReservationResourceGroupArn: capacityReservation.groupArn };
  return {
    capacityReservationSpecification: { capacityReservationTarget },
    ...(capacityBlock
      ? { instanceMarketOptions: { marketType: 'capacity-block' }, instanceType: instanceTypes[0] }
      : {}),
  };
}

/** Refuses machines that are bought in two ways at once. */
export function capacityRefusals(options: BoughtMachines): readonly (Refusal | undefined)[] {
  const { spot = false, capacityReservation, capacityBlock = false } = options;
  return [
    spot && capacityReservation !== undefined
      ? {
          property: 'capacityReservation',
          rule: 'must be left out for spot machines, which are never reserved',
          got: capacityReservation,
        }
      : undefined,
    capacityReservation === undefined ? undefined : reservationRefusal(capacityReservation),
    ...(capacityBlock ? capacityBlockRefusals(options) : []),
  ];
}

function reservationRefusal(reservation: NodeCapacityReservation): Refusal | undefined {
  if ('id' in reservation) {
    const { id: got } = reservation;
    if (Token.isUnresolved(got) || RESERVATION_ID.test(got)) return undefined;
    return { property: 'capacityReservation.id', rule: 'must be a reservation such as cr-0a1b2c3d4e5f60718', got };
  }
  const { groupArn: got } = reservation;
  if (Token.isUnresolved(got) || RESERVATION_GROUP.test(got)) return undefined;
  return { property: 'capacityReservation.groupArn', rule: 'must be the ARN of a resource group', got };
}

function capacityBlockRefusals({ capacityReservation, instanceTypes }: BoughtMachines): (Refusal | undefined)[] {
  const plain = instanceTypes.find((name) => parseInstanceType(name)?.accelerator === 'none');
  return [
    capacityReservation === undefined || !('id' in capacityReservation)
      ? { property: 'capacityBlock', rule: 'must come with capacityReservation.id, the block itself', got: true }
      : undefined,
    instanceTypes.length > 1
      ? { property: 'instanceTypes', rule: 'must be the one type of the Capacity Block', got: instanceTypes }
      : undefined,
    plain === undefined
      ? undefined
      : { property: 'capacityBlock', rule: `must be false for ${plain}, which has no accelerator`, got: true },
  ];
}
