import { ComputeFirewall } from '@cdktf/provider-google/lib/compute-firewall';
import { ComputeNetwork } from '@cdktf/provider-google/lib/compute-network';
import { ComputeRouter } from '@cdktf/provider-google/lib/compute-router';
import { ComputeRouterNat } from '@cdktf/provider-google/lib/compute-router-nat';
import { ComputeSubnetwork } from '@cdktf/provider-google/lib/compute-subnetwork';
import { Token } from 'cdktf';
import { Construct } from 'constructs';
import { Cidr } from '../../../core/cidr';
import { refuse, type Refusal } from '../../../core/errors';
import { resourceNameRefusal } from '../resource-name';
import { MAX_PREFIX, MIN_PREFIX, planNetwork, type NetworkPlan } from './network-plan';

const DEFAULT_FLOW_LOG_SAMPLING = 0.5;
/** Webhook ports of controller-runtime, of Gatekeeper and ingress-nginx, and of Istio; GKE opens 443 and 10250 itself. */
const DEFAULT_WEBHOOK_PORTS: readonly number[] = [8443, 9443, 15017];

/** Ranges from which Google's load balancers check health and forward requests. */
const HEALTH_CHECK_RANGES = ['130.211.0.0/22', '35.191.0.0/16'];

/** 63 characters, less the longest ending that a firewall rule's name has. */
const MAX_NAME_LENGTH = 49;

const PODS_RANGE = 'pods';
const SERVICES_RANGE = 'services';

/** What a cluster has to know of the network it joins. */
export interface IVpcNetwork {
  readonly project: string;
  readonly region: string;
  /** Reference to the network. */
  readonly networkId: string;
  /** Reference to the subnet. */
  readonly subnetId: string;
  readonly plan: NetworkPlan;
  /** Name of the secondary range that pods take their addresses from. */
  readonly podsRangeName: string;
  /** Name of the secondary range that services take their addresses from. */
  readonly servicesRangeName: string;
  /** Network tag of nodes, which the firewall rules apply to. */
  readonly nodeTag: string;
}

/** Properties for `VpcNetwork`. */
export interface VpcNetworkProps {
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
   * TCP ports of admission webhooks that the control plane may reach on nodes.
   *
   * @default [8443, 9443, 15017]
   */
  readonly webhookPorts?: readonly number[];
  /**
   * Share of connections that the subnet's flow logs record, above 0 and up to 1.
   *
   * @default 0.5
   */
  readonly flowLogSampling?: number;
}

/**
 * A VPC-native network for one cluster: a subnet whose ranges are planned from one CIDR, a NAT gateway for
 * nodes without public addresses, and flow logs. Google's implied rules deny all ingress; the only openings are
 * health checks of load balancers and webhooks called by the control plane.
 */
export class VpcNetwork extends Construct implements IVpcNetwork {
  public readonly project: string;
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
    const sampling = props.flowLogSampling ?? DEFAULT_FLOW_LOG_SAMPLING;
    const webhookPorts = props.webhookPorts ?? DEFAULT_WEBHOOK_PORTS;
    refuse(this.node.path, [
      resourceNameRefusal('name', name, MAX_NAME_LENGTH),
      cidrRefusal(props.cidr),
      samplingRefusal(sampling),
      ...webhookPorts.map(portRefusal),
    ]);

    this.project = props.project;
    this.region = props.region;
    this.plan = planNetwork(Cidr.parse(props.cidr));
    this.nodeTag = `${name}-node`;
    this.networkId = new ComputeNetwork(this, 'Resource', {
      project: props.project,
      name,
      autoCreateSubnetworks: false,
      routingMode: 'REGIONAL',
    }).id;
    this.subnetId = this.addSubnet(name, sampling);
    this.addNat(name);
    this.addHealthCheckRule(name);
    if (webhookPorts.length > 0) this.addWebhookRule(name, webhookPorts);
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

  private addNat(name: string): void {
    const router = new ComputeRouter(this, 'Router', {
      project: this.project,
      region: this.region,
      name,
      network: this.networkId,
    });
    new ComputeRouterNat(this, 'Nat', {
      project: this.project,
      region: this.region,
      name,
      router: router.name,
      natIpAllocateOption: 'AUTO_ONLY',
      sourceSubnetworkIpRangesToNat: 'LIST_OF_SUBNETWORKS',
      subnetwork: [{ name: this.subnetId, sourceIpRangesToNat: ['ALL_IP_RANGES'] }],
      // Many pods share a node's ports; a node gets more when it needs them. That excludes endpoint-independent mapping.
      enableDynamicPortAllocation: true,
      enableEndpointIndependentMapping: false,
      minPortsPerVm: 64,
      maxPortsPerVm: 4096,
      logConfig: { enable: true, filter: 'ERRORS_ONLY' },
    });
  }

  /** All TCP ports: a load balancer talks to pods directly, on whichever port they listen. */
  private addHealthCheckRule(name: string): void {
    new ComputeFirewall(this, 'HealthChecks', {
      project: this.project,
      name: `${name}-health-checks`,
      description: 'Health checks and requests of load balancers',
      network: this.networkId,
      direction: 'INGRESS',
      sourceRanges: HEALTH_CHECK_RANGES,
      targetTags: [this.nodeTag],
      allow: [{ protocol: 'tcp' }],
    });
  }

  private addWebhookRule(name: string, ports: readonly number[]): void {
    new ComputeFirewall(this, 'Webhooks', {
      project: this.project,
      name: `${name}-webhooks`,
      description: 'Admission webhooks called by the control plane',
      network: this.networkId,
      direction: 'INGRESS',
      sourceRanges: [this.plan.controlPlane.toString()],
      targetTags: [this.nodeTag],
      allow: [{ protocol: 'tcp', ports: ports.map(String) }],
    });
  }
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

function portRefusal(port: number): Refusal | undefined {
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return undefined;
  return { property: 'webhookPorts', rule: 'must hold ports from 1 to 65535', got: port };
}
