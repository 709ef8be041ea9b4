import { DefaultSecurityGroup } from '@cdktf/provider-aws/lib/default-security-group';
import { InternetGateway } from '@cdktf/provider-aws/lib/internet-gateway';
import { Vpc as VpcResource } from '@cdktf/provider-aws/lib/vpc';
import { VpcEndpoint } from '@cdktf/provider-aws/lib/vpc-endpoint';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { Cidr } from '../../../core/cidr';
import { refuse } from '../../../core/errors';
import type { AwsConstructProps, AwsPlace } from '../aws-construct';
import { RoutedSubnet } from './routed-subnet';
import { planRefusals, planSubnets, type SubnetTier, type ZonePlan } from './subnet-plan';
import { VpcFlowLog } from './vpc-flow-log';
import { ZoneNatGateway } from './zone-nat-gateway';

const DEFAULT_NAT_GATEWAYS = 'per-zone';

/** A zone with its subnets. */
interface Zone extends Readonly<Record<SubnetTier, RoutedSubnet>> {
  readonly name: string;
}

/** Where a cluster lives: what `EksCluster` needs to know of a network, ours or one that was there before. */
export interface ClusterNetwork {
  /** Subnets of the nodes, with a way out to the internet. */
  readonly privateSubnetIds: readonly string[];
  /** Subnets of the control plane's network interfaces; no way out is needed. */
  readonly intraSubnetIds: readonly string[];
  /** What gives nodes their way out; they wait for it when they come, and it waits for them when they go. */
  readonly egress: readonly ITerraformDependable[];
}

/** Properties for `Vpc`. */
export interface VpcProps extends AwsConstructProps, AwsPlace {
  /** Name of the network, and start of the names of what belongs to it. */
  readonly vpcName: string;
  /** IPv4 range from /16 to /20. */
  readonly cidr: string;
  /** Availability zones, from two to six. Append to the list only: a zone's subnets follow its place in it. */
  readonly zones: readonly string[];
  /**
   * One NAT gateway in the first zone, whose failure cuts every zone off, or one in each.
   *
   * @default 'per-zone'
   */
  readonly natGateways?: 'single' | 'per-zone';
  /**
   * Cluster for which Karpenter may start nodes in the private subnets.
   *
   * @default - the subnets carry no `karpenter.sh/discovery` tag
   */
  readonly clusterName?: string;
  /**
   * Days that flow logs are kept.
   *
   * @default 90
   */
  readonly flowLogRetentionDays?: number;
  /**
   * Key whose policy lets CloudWatch use it for the flow logs.
   *
   * @default - CloudWatch's own encryption
   */
  readonly flowLogKmsKeyArn?: string;
}

/**
 * A network over several zones, with public, private and intra subnets in each.
 *
 * Throws a `ConstructError` where the range cannot hold the subnets, or the zones are not the region's.
 */
export class Vpc extends Construct implements ClusterNetwork {
  public readonly vpcId: string;
  public readonly publicSubnetIds: readonly string[];
  public readonly privateSubnetIds: readonly string[];
  public readonly intraSubnetIds: readonly string[];
  public readonly egress: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: VpcProps) {
    super(scope, id);
    refuse(this.node.path, planRefusals(props.cidr, props.region, props.zones));
    const { provider, vpcName, account, region } = props;
    const tags = { Name: vpcName };

    const vpc = new VpcResource(this, 'Resource', {
      provider,
      cidrBlock: props.cidr,
      enableDnsHostnames: true,
      enableDnsSupport: true,
      tags,
    });
    const vpcId = vpc.id;
    // Without rules: what is started without a security group of its own reaches nothing.
    new DefaultSecurityGroup(this, 'DefaultSecurityGroup', { provider, vpcId, ingress: [], egress: [], tags });
    new VpcFlowLog(this, 'FlowLog', {
      ...{ provider, vpcId, vpcName, account, region },
      retentionDays: props.flowLogRetentionDays,
      kmsKeyArn: props.flowLogKmsKeyArn,
    });
    const zones = planSubnets(Cidr.parse(props.cidr), props.zones).map((plan) => this.addZone(vpcId, plan, props));
    this.addS3Endpoint(vpcId, zones, props);

    this.vpcId = vpcId;
    this.publicSubnetIds = zones.map((zone) => zone.public.subnetId);
    this.privateSubnetIds = zones.map((zone) => zone.private.subnetId);
    this.intraSubnetIds = zones.map((zone) => zone.intra.subnetId);
    this.egress = this.addEgress(vpcId, zones, props);
  }

  private addZone(vpcId: string, plan: ZonePlan, props: VpcProps): Zone {
    const discovery: Readonly<Record<string, string>> =
      props.clusterName === undefined ? {} : { 'karpenter.sh/discovery': props.clusterName };
    const add = (tier: SubnetTier, tags: Readonly<Record<string, string>>): RoutedSubnet =>
      new RoutedSubnet(this, `${tier}-${plan.zone}`, {
        provider: props.provider,
        vpcId,
        subnetName: `${props.vpcName}-${tier}-${plan.zone}`,
        zone: plan.zone,
        cidr: plan[tier],
        tags,
      });
    return {
      name: plan.zone,
      public: add('public', { 'kubernetes.io/role/elb': '1' }),
      private: add('private', { 'kubernetes.io/role/internal-elb': '1', ...discovery }),
      intra: add('intra', {}),
    };
  }

  private addEgress(vpcId: string, zones: readonly Zone[], props: VpcProps): readonly ITerraformDependable[] {
    const { provider, vpcName, natGateways = DEFAULT_NAT_GATEWAYS } = props;
    const internetGateway = new InternetGateway(this, 'InternetGateway', { provider, vpcId, tags: { Name: vpcName } });
    const natGateway = (zone: Zone): ZoneNatGateway =>
      new ZoneNatGateway(this, `nat-${zone.name}`, {
        provider,
        gatewayName: `${vpcName}-${zone.name}`,
        subnetId: zone.public.subnetId,
        internetGateway,
      });
    const shared = natGateways === 'single' ? zones.slice(0, 1).map(natGateway)[0] : undefined;
    return zones.flatMap((zone) => [
      zone.public.routeOut({ gatewayId: internetGateway.id }),
      zone.private.routeOut({ natGatewayId: (shared ?? natGateway(zone)).natGatewayId }),
    ]);
  }

  /** Image layers come from S3; through the endpoint they neither cross the NAT gateways nor cost what those charge. */
  private addS3Endpoint(vpcId: string, zones: readonly Zone[], props: VpcProps): void {
    new VpcEndpoint(this, 'S3Endpoint', {
      provider: props.provider,
      vpcId,
      serviceName: `com.amazonaws.${props.region}.s3`,
      vpcEndpointType: 'Gateway',
      routeTableIds: zones.flatMap((zone) => [zone.private.routeTableId, zone.intra.routeTableId]),
      tags: { Name: `${props.vpcName}-s3` },
    });
  }
}
