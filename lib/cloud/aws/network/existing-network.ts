import { Token } from 'cdktf';
import { refuse, type Refusal } from '../../../core/errors';
import type { ClusterNetwork, IpFamily } from './cluster-network';

/** EKS wants the control plane's interfaces in two zones. https://docs.aws.amazon.com/eks/latest/userguide/network-reqs.html */
const MIN_SUBNETS = 2;

/** Old identifiers end in 8 hexadecimal digits, those since 2018 in 17. */
const ID_ENDING = '[0-9a-f]{8}([0-9a-f]{9})?';

const SUBNET_LISTS = ['privateSubnetIds', 'intraSubnetIds', 'publicSubnetIds'] as const;

/** A VPC that another stack, or another team, made. */
export interface ExistingNetworkProps {
  /** Identifier of the VPC, `vpc-…`. */
  readonly vpcId: string;
  /** Subnets of the nodes, `subnet-…`, two at least and in different zones. */
  readonly privateSubnetIds: readonly string[];
  /**
   * Subnets of the control plane's network interfaces, two at least and in different zones.
   *
   * @default - those of the nodes
   */
  readonly intraSubnetIds?: readonly string[];
  /**
   * Subnets of load balancers that face the internet.
   *
   * @default [] - the cluster has none that do
   */
  readonly publicSubnetIds?: readonly string[];
  /**
   * Addresses of pods and services; `ipv6` needs subnets that have IPv6 addresses and hand them out.
   *
   * @default 'ipv4'
   */
  readonly ipFamily?: IpFamily;
}

/**
 * A network made elsewhere. Nothing of it is managed or looked up: its owner sees to routes, endpoints and the tags
 * by which controllers find subnets.
 *
 * Throws a `ConstructError` where an identifier is none, is doubled, or there are too few.
 */
export function existingNetwork(props: ExistingNetworkProps): ClusterNetwork {
  const { vpcId, privateSubnetIds, intraSubnetIds = privateSubnetIds, publicSubnetIds = [], ipFamily = 'ipv4' } = props;
  refuse(`network ${vpcId}`, [
    idRefusal('vpcId', 'vpc', vpcId),
    ...SUBNET_LISTS.flatMap((property) => subnetRefusals(property, props[property])),
  ]);
  return { vpcId, privateSubnetIds, intraSubnetIds, publicSubnetIds, ipFamily, egress: [] };
}

function subnetRefusals(
  property: (typeof SUBNET_LISTS)[number],
  ids: readonly string[] | undefined,
): readonly (Refusal | undefined)[] {
  // A list that Terraform alone knows has a token in place of its members.
  if (ids === undefined || Token.isUnresolved(ids)) return [];
  const doubled = ids.filter((id, index) => ids.indexOf(id) !== index);
  return [
    property !== 'publicSubnetIds' && ids.length < MIN_SUBNETS
      ? { property, rule: `must hold ${MIN_SUBNETS} subnets at least, in different zones`, got: ids }
      : undefined,
    ...ids.map((id) => idRefusal(property, 'subnet', id)),
    ...doubled.map((id) => ({ property, rule: 'must name each subnet once', got: id })),
  ];
}

function idRefusal(property: string, kind: 'vpc' | 'subnet', id: string): Refusal | undefined {
  if (Token.isUnresolved(id) || new RegExp(`^${kind}-${ID_ENDING}$`).test(id)) return undefined;
  const remedy = 'the console shows it beside the name';
  return { property, rule: `must be an identifier such as ${kind}-0a1b2c3d4e5f67890`, got: id, remedy };
}
