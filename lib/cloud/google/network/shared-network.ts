import { Cidr } from '../../../core/cidr';
import { refuse, type Refusal } from '../../../core/errors';
import { resourceNameRefusal } from '../resource-name';
import { podRangeNameRefusals, podRanges } from './cluster-subnet';
import { readRange, writtenRangeRefusals } from './network-range';
import type { IVpcNetwork } from './network-ref';

const MAX_NAME_LENGTH = 63;
/** Length of the prefix that the private endpoint of a control plane has to have. */
const CONTROL_PLANE_PREFIX = 28;
/** Smallest range that a subnet may have. https://cloud.google.com/vpc/docs/subnets#valid-ranges */
const LONGEST_PREFIX = 29;
const NAMES = ['network', 'subnet', 'podsRange', 'servicesRange'] as const;
const RANGES = ['nodes', 'pods', 'services', 'controlPlane'] as const;

/** A subnet of a network that another stack, or another team, made. */
export interface SharedNetworkProps {
  /** Project id of what joins the network. */
  readonly project: string;
  /**
   * Project id of the network.
   *
   * @default - the same: the network is not shared
   */
  readonly hostProject?: string;
  /** Region of the subnet. */
  readonly region: string;
  /** Name of the network. */
  readonly network: string;
  /** Name of the subnet. */
  readonly subnet: string;
  /** Name of the secondary range for pods. */
  readonly podsRange: string;
  /** Name of the secondary range for services. */
  readonly servicesRange: string;
  /** Range of the subnet. */
  readonly nodes: string;
  /** Secondary range for pods; how many nodes there may be depends on it. */
  readonly pods: string;
  /** Secondary range for services. */
  readonly services: string;
  /**
   * More secondary ranges for pods, by their name.
   *
   * @default - none
   */
  readonly additionalPodRanges?: Readonly<Record<string, string>>;
  /** A /28 for the private endpoint of the control plane, which nobody else uses. */
  readonly controlPlane: string;
  /**
   * Network tag of nodes, which the network's firewall rules are for.
   *
   * @default - the network's name and `-node`, as a `VpcNetwork` has it
   */
  readonly nodeTag?: string;
}

/** A network made elsewhere. Throws where ranges cannot be read, or overlap. */
export function sharedNetwork(props: SharedNetworkProps): IVpcNetwork {
  const { project, hostProject = project, region, network, subnet } = props;
  const more = podRanges(props);
  refuse(`network ${network}`, [
    ...NAMES.map((name) => resourceNameRefusal(name, props[name], MAX_NAME_LENGTH)),
    ...podRangeNameRefusals(props, [props.podsRange, props.servicesRange]),
    ...writtenRangeRefusals(
      [],
      [...RANGES.map((name) => ({ property: name, name, cidr: props[name], longestPrefix: LONGEST_PREFIX })), ...more],
    ),
    controlPlaneRefusal(props.controlPlane),
  ]);
  return {
    ...{ project, region },
    networkProject: hostProject,
    networkId: `projects/${hostProject}/global/networks/${network}`,
    subnetId: `projects/${hostProject}/regions/${region}/subnetworks/${subnet}`,
    plan: {
      nodes: Cidr.parse(props.nodes),
      pods: Cidr.parse(props.pods),
      services: Cidr.parse(props.services),
      controlPlane: Cidr.parse(props.controlPlane),
    },
    podsRangeName: props.podsRange,
    servicesRangeName: props.servicesRange,
    additionalPodRanges: Object.fromEntries(more.map(({ name, cidr }) => [name, Cidr.parse(cidr)])),
    nodeTag: props.nodeTag ?? `${network}-node`,
  };
}

function controlPlaneRefusal(text: string): Refusal | undefined {
  const range = readRange(text);
  if (range === undefined || range.prefix === CONTROL_PLANE_PREFIX) return undefined;
  return { property: 'controlPlane', rule: `must be a /${CONTROL_PLANE_PREFIX}`, got: text };
}
