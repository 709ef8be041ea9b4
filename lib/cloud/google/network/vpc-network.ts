import { ComputeNetwork } from '@cdktf/provider-google/lib/compute-network';
import { ComputeSubnetwork } from '@cdktf/provider-google/lib/compute-subnetwork';
import { Token } from 'cdktf';
import { Construct } from 'constructs';
import { Cidr } from '../../../core/cidr';
import { refuse, type Refusal } from '../../../core/errors';
import { resourceNameRefusal } from '../resource-name';
import { wholeNumberRefusal } from '../whole-number';
import { addCloudNat, cloudNatRefusal, type CloudNatOptions } from './cloud-nat';
import { addExtraSubnets, extraSubnetRefusals, type ExtraSubnets } from './extra-subnets';
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
import type { IVpcNetwork } from './network-ref';
import { sharedNetwork, type SharedNetworkProps } from './shared-network';

const DEFAULT_FLOW_LOG_SAMPLING = 0.5;
/** What Google's own networks have. https://cloud.google.com/vpc/docs/mtu */
const DEFAULT_MTU = 1460;
const MTU = { min: 1300, max: 8896 };

/** 63 characters, less the longest ending that a firewall rule's name has. */
const MAX_NAME_LENGTH = 49;

const PODS_RANGE = 'pods';
const SERVICES_RANGE = 'services';

/** Properties for `VpcNetwork`. */
export interface VpcNetworkProps extends CloudNatOptions, NetworkEgressOptions, NetworkFirewallOptions {
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
   * Share of connections that the subnet's flow logs record, above 0 and up to 1.
   *
   * @default 0.5
   */
  readonly flowLogSampling?: number;
  /**
   * Largest packet in bytes, from 1300 to 8896. A change restarts machines' networking.
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
  public readonly nodeTag: string;

  constructor(scope: Construct, id: string, props: VpcNetworkProps) {
    super(scope, id);

    const name = props.name ?? id;
    const { project, region, subnets = {}, mtu = DEFAULT_MTU, deletionProtection = true } = props;
    const sampling = props.flowLogSampling ?? DEFAULT_FLOW_LOG_SAMPLING;
    const plan = readPlan(props.cidr);
    refuse(this.node.path, [
      resourceNameRefusal('name', name, MAX_NAME_LENGTH),
      cidrRefusal(props.cidr),
      samplingRefusal(sampling),
      wholeNumberRefusal('mtu', mtu, MTU),
      cloudNatRefusal(props),
      natRefusal(props),
      ...firewallRefusals(props),
      ...egressRefusals(props),
      ...(plan === undefined ? [] : extraSubnetRefusals(subnets, plan)),
    ]);

    this.project = project;
    this.networkProject = project;
    this.region = region;
    this.plan = planNetwork(Cidr.parse(props.cidr));
    this.nodeTag = `${name}-node`;
    this.networkId = new ComputeNetwork(this, 'Resource', {
      ...{ project, name, mtu },
      autoCreateSubnetworks: false,
      routingMode: 'REGIONAL',
    }).id;
    this.subnetId = this.addSubnet(name, sampling);
    const { networkId, subnetId, nodeTag } = this;
    const place = { project, region, name, networkId, subnetId, nodeTag, plan: this.plan, deletionProtection };
    addExtraSubnets(this, place, subnets);
    if (reachesInternet(props)) addCloudNat(this, place, props);
    addFirewall(this, place, props);
    addEgressRules(this, place, props);
    const access = googleApisAccess(props);
    if (access !== undefined) addGoogleApisZones(this, place, access);
  }

  private addSubnet(name: string, flowSampling: number): string {
    return new ComputeSubnetwork(this, 'Subnet', {
      project: this.project,
      region: this.region,
      name,
      network: this.networkId,
      ipCidrRange: this.plan.nodes.toString(),
      secondaryIpRange: [
        { rangeName: PODS_RANGE, ipCidrRange: this.plan.pods.toString() },
        { rangeName: SERVICES_RANGE, ipCidrRange: this.plan.services.toString() },
      ],
      privateIpGoogleAccess: true,
      logConfig: { aggregationInterval: 'INTERVAL_30_SEC', flowSampling, metadata: 'INCLUDE_ALL_METADATA' },
    }).id;
  }
}

/** The plan of a range, or nothing where the range is refused. */
function readPlan(text: string): NetworkPlan | undefined {
  return cidrRefusal(text) === undefined ? planNetwork(Cidr.parse(text)) : undefined;
}

function natRefusal(props: VpcNetworkProps): Refusal | undefined {
  if (reachesInternet(props) || (props.natAddresses === undefined && props.natLogging === undefined)) return undefined;
  return {
    property: props.natAddresses === undefined ? 'natLogging' : 'natAddresses',
    rule: 'must be left out where nothing reaches the internet',
    got: props.natAddresses ?? props.natLogging,
    remedy: "choose egress 'open', or name egressAllowed",
  };
}

function cidrRefusal(text: string): Refusal | undefined {
  const rule = `must be an IPv4 range from /${MIN_PREFIX} to /${MAX_PREFIX} on its own boundary, such as 10.40.0.0/16`;
  try {
    const { prefix } = Cidr.parse(text);
    if (prefix >= MIN_PREFIX && prefix <= MAX_PREFIX) return undefined;
    const remedy = prefix > MAX_PREFIX ? 'pods of 16 nodes need a /20, of 256 nodes a /16' : undefined;
    return remedy === undefined ? { property: 'cidr', rule, got: text } : { property: 'cidr', rule, got: text, remedy };
  } catch {
    return { property: 'cidr', rule, got: text };
  }
}

function samplingRefusal(sampling: number): Refusal | undefined {
  if (Token.isUnresolved(sampling) || (sampling > 0 && sampling <= 1)) return undefined;
  return { property: 'flowLogSampling', rule: 'must be above 0 and at most 1', got: sampling };
}
