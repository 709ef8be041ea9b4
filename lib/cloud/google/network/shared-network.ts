import { Cidr } from '../../../core/cidr';
import { refuse, type Refusal } from '../../../core/errors';
import { resourceNameRefusal } from '../resource-name';
import type { IVpcNetwork } from './network-ref';

const MAX_NAME_LENGTH = 63;
/** Length of the prefix that the private endpoint of a control plane has to have. */
const CONTROL_PLANE_PREFIX = 28;
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
  const found = RANGES.map((name) => ({ name, text: props[name], range: readRange(props[name]) }));
  refuse(`network ${network}`, [
    ...(['network', 'subnet', 'podsRange', 'servicesRange'] as const).map((name) =>
      resourceNameRefusal(name, props[name], MAX_NAME_LENGTH),
    ),
    ...found.map(({ name, text, range }) => formRefusal(name, text, range)),
    ...found.flatMap(({ name, range }, index) =>
      found
        .slice(0, index)
        .filter((other) => range !== undefined && other.range?.overlaps(range) === true)
        .map((other) => ({ property: name, rule: `must not overlap ${other.name} (${other.text})`, got: props[name] })),
    ),
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
    nodeTag: props.nodeTag ?? `${network}-node`,
  };
}

function formRefusal(name: (typeof RANGES)[number], text: string, range: Cidr | undefined): Refusal | undefined {
  if (range === undefined) {
    return { property: name, rule: 'must be an IPv4 range on its own boundary, such as 10.40.0.0/20', got: text };
  }
  if (name !== 'controlPlane' || range.prefix === CONTROL_PLANE_PREFIX) return undefined;
  return { property: name, rule: `must be a /${CONTROL_PLANE_PREFIX}`, got: text };
}

function readRange(text: string): Cidr | undefined {
  try {
    return Cidr.parse(text);
  } catch {
    return undefined;
  }
}
