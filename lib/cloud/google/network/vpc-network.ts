import { ComputeNetwork } from '@cdktf/provider-google/lib/compute-network';
import { Construct } from 'constructs';
import { Cidr } from '../../../core/cidr';
import { refuse, type Refusal } from '../../../core/errors';
import { wholeNumberRefusal } from '../../common/whole-number';
import { resourceNameRefusal } from '../resource-name';
import { addCloudNat, cloudNatRefusals, type CloudNatOptions } from './cloud-nat';
import {
  addClusterSubnet,
  clusterSubnetRefusals,
  podRanges,
  PODS_RANGE,
  SERVICES_RANGE,
  type ClusterSubnetOptions,
} from './cluster-subnet';
import {
  addExtraSubnets,
  extraSubnetRanges,
  extraSubnetRefusals,
  proxyRange,
  type ExtraSubnets,
} from './extra-subnets';
import { addGoogleApisZones } from './google-apis-access';
import {
  addEgressRules,
  egressRefusals,
  googleApisAccess,
  reachesInternet,
  type NetworkEgressOptions,
} from './network-egress';
import { addFirewall, firewallRefusals, type NetworkFirewallOptions } from './network-firewall';
import { MAX_PREFIX, MIN_PREFIX, planNetwork, type NetworkPlan } from './network-plan';
import { readRange, reservedRefusal, writtenRangeRefusals } from './network-range';
import type { IVpcNetwork } from './network-ref';
import { sharedNetwork, type SharedNetworkProps } from './shared-network';

/** What Google's own networks have. https://cloud.google.com/vpc/docs/mtu */
const DEFAULT_MTU = 1460;
const MTU = { min: 1300, max: 8896 };

/** 63 characters, less the longest ending that a firewall rule's name has. */
const MAX_NAME_LENGTH = 49;

/** Properties for `VpcNetwork`. */
export interface VpcNetworkProps
  extends ClusterSubnetOptions, CloudNatOptions, NetworkEgressOptions, NetworkFirewallOptions {
  /** Project id. */
  readonly project: string;
  /** Region of the subnet and of its NAT gateway. */
  readonly region: string;
  /** IPv4 range that nodes, pods, services and the control plane share, from /12 to /20. */
  readonly cidr: string;
  /**
   * Name of the network, and beginning of the names of what belongs to it.
   *
   * @default - the id of the construct
   */
  readonly name?: string;
  /**
   * Largest packet in bytes, from 1300 to 8896. Machines take a change over when they are restarted.
   *
   * @default 1460
   */
  readonly mtu?: number;
  /**
   * Subnets beside that of the cluster, by name.
   *
   * @default - none
   */
  readonly subnets?: ExtraSubnets;
  /**
   * Whether Terraform refuses to destroy the gateway's fixed addresses.
   *
   * @default true
   */
  readonly deletionProtection?: boolean;
}

/**
 * A VPC-native network for one cluster: a subnet whose ranges are planned from one CIDR, a NAT gateway for
 * nodes without public addresses, and flow logs. All ingress is denied and logged but for health checks of load
 * balancers and webhooks called by the control plane; egress is as open as `egress` says.
 */
export class VpcNetwork extends Construct implements IVpcNetwork {
  /** A network that another stack made, shared by another project or not. */
  public static fromAttributes(attributes: SharedNetworkProps): IVpcNetwork {
    return sharedNetwork(attributes);
  }

  public readonly project: string;
  public readonly networkProject: string;
  public readonly region: string;
  public readonly networkId: string;
  public readonly subnetId: string;
  public readonly plan: NetworkPlan;
  public readonly podsRangeName = PODS_RANGE;
  public readonly servicesRangeName = SERVICES_RANGE;
  public readonly additionalPodRanges: Readonly<Record<string, Cidr>>;
  public readonly nodeTag: string;

  constructor(scope: Construct, id: string, props: VpcNetworkProps) {
    super(scope, id);

    const name = props.name ?? id;
    const { project, region, subnets = {}, mtu = DEFAULT_MTU, deletionProtection = true } = props;
    refuse(this.node.path, [
      resourceNameRefusal('name', name, MAX_NAME_LENGTH),
      ...rangeRefusals(props),
      wholeNumberRefusal('mtu', mtu, MTU),
      ...clusterSubnetRefusals(props),
      ...extraSubnetRefusals(subnets),
      ...cloudNatRefusals(props, reachesInternet(props)),
      ...firewallRefusals(props),
      ...egressRefusals(props),
    ]);

    const written = [...podRanges(props), ...extraSubnetRanges(subnets)];
    this.project = project;
    this.networkProject = project;
    this.region = region;
    this.plan = planNetwork(Cidr.parse(props.cidr));
    this.additionalPodRanges = Object.fromEntries(podRanges(props).map((one) => [one.name, Cidr.parse(one.cidr)]));
    this.nodeTag = `${name}-node`;
    this.networkId = new ComputeNetwork(this, 'Resource', {
      ...{ project, name, mtu },
      autoCreateSubnetworks: false,
      routingMode: 'REGIONAL',
    }).id;
    const place = { project, region, name, networkId: this.networkId, nodeTag: this.nodeTag };
    this.subnetId = addClusterSubnet(this, place, this.plan, props);
    addExtraSubnets(this, place, subnets, props);
    if (reachesInternet(props)) {
      addCloudNat(this, { ...place, subnetId: this.subnetId, deletionProtection }, props);
    }
    const firewall = {
      ...place,
      controlPlane: this.plan.controlPlane.toString(),
      ranges: [...Object.values(this.plan).map(String), ...written.map(({ cidr }) => cidr)],
      proxies: proxyRange(subnets),
    };
    addFirewall(this, firewall, props);
    addEgressRules(this, firewall, props);
    const access = googleApisAccess(props);
    if (access !== undefined) addGoogleApisZones(this, place, access);
  }
}

/** Refuses a range that cannot be planned, and ranges that overlap what was planned or each other. */
function rangeRefusals(props: VpcNetworkProps): (Refusal | undefined)[] {
  const cidr = readRange(props.cidr);
  const refusal = cidrRefusal(props.cidr);
  if (cidr === undefined || refusal !== undefined) return [refusal];
  const known = Object.entries(planNetwork(cidr)).map(([name, range]: [string, Cidr]) => ({ name, range }));
  return [
    reservedRefusal('cidr', cidr),
    ...writtenRangeRefusals(known, [...podRanges(props), ...extraSubnetRanges(props.subnets ?? {})]),
  ];
}

function cidrRefusal(text: string): Refusal | undefined {
  const rule = `must be an IPv4 range from /${MIN_PREFIX} to /${MAX_PREFIX} on its own boundary, such as 10.40.0.0/16`;
  const cidr = readRange(text);
  if (cidr === undefined || cidr.prefix < MIN_PREFIX) return { property: 'cidr', rule, got: text };
  if (cidr.prefix <= MAX_PREFIX) return undefined;
  return { property: 'cidr', rule, got: text, remedy: 'pods of 16 nodes need a /20, of 256 nodes a /16' };
}
