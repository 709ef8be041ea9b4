import { ComputeGlobalAddress } from '@cdktf/provider-google/lib/compute-global-address';
import { ServiceNetworkingConnection } from '@cdktf/provider-google/lib/service-networking-connection';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { refuse, type Refusal } from '../../../core/errors';
import { resourceNameRefusal } from '../resource-name';
import { writtenRangeRefusals } from './network-range';
import type { IVpcNetwork } from './network-ref';

const MAX_NAME_LENGTH = 63;
/** https://cloud.google.com/sql/docs/mysql/configure-private-services-access#range-size */
const LONGEST_PREFIX = 24;

/** Properties for `PrivateServiceAccess`. */
export interface PrivateServiceAccessProps {
  /** Network that services are reached from. One that is shared is peered in its own project. */
  readonly network: IVpcNetwork;
  /** Name of the range. */
  readonly name: string;
  /**
   * IPv4 range for managed services, /24 or larger, apart from those of the network. A change replaces the peering.
   *
   * @default - the part of the network's plan that is kept for it; needed where the network was made elsewhere
   */
  readonly range?: string;
  /**
   * Whether Terraform refuses to take the peering away, and databases with it out of reach.
   *
   * @default true
   */
  readonly deletionProtection?: boolean;
}

/**
 * Peers a network with that of Google's managed services, so that Cloud SQL, Memorystore and others have addresses
 * in it and none on the internet. A network has one such peering.
 */
export class PrivateServiceAccess extends Construct {
  /** Range that services get their addresses from. */
  public readonly range: string;
  /** What has to exist before a service can be made in the range; depend on it. */
  public readonly dependable: ITerraformDependable;

  constructor(scope: Construct, id: string, props: PrivateServiceAccessProps) {
    super(scope, id);

    const { name, deletionProtection: preventDestroy = true } = props;
    const { networkProject: project, networkId: network, plan } = props.network;
    this.range = props.range ?? plan.privateServices?.toString() ?? '';
    refuse(this.node.path, [resourceNameRefusal('name', name, MAX_NAME_LENGTH), ...rangeRefusals(props)]);

    const [address = '', prefix = ''] = this.range.split('/');
    const reserved = new ComputeGlobalAddress(this, 'Range', {
      ...{ project, name, network, address },
      purpose: 'VPC_PEERING',
      addressType: 'INTERNAL',
      prefixLength: Number(prefix),
      lifecycle: { preventDestroy },
    });
    this.dependable = new ServiceNetworkingConnection(this, 'Resource', {
      network,
      service: 'servicenetworking.googleapis.com',
      reservedPeeringRanges: [reserved.name],
      // Google refuses to take a peering away while services use it, or have done so days ago.
      deletionPolicy: 'ABANDON',
      lifecycle: { preventDestroy },
    });
  }
}

/** The network's own part is apart from the rest of its plan, and never smaller than a /24. */
function rangeRefusals({ network, range }: PrivateServiceAccessProps): (Refusal | undefined)[] {
  const { nodes, pods, services, controlPlane, privateServices } = network.plan;
  if (range === undefined) {
    if (privateServices !== undefined) return [];
    return [{ property: 'range', rule: 'must be given for a network that was not planned here', got: 'nothing' }];
  }
  const known = Object.entries({ nodes, pods, services, controlPlane, ...network.additionalPodRanges });
  return writtenRangeRefusals(
    known.map(([name, taken]) => ({ name, range: taken })),
    [{ property: 'range', name: 'range', cidr: range, longestPrefix: LONGEST_PREFIX }],
  );
}
