import { ComputeGlobalAddress } from '@cdktf/provider-google/lib/compute-global-address';
import { ServiceNetworkingConnection } from '@cdktf/provider-google/lib/service-networking-connection';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import type { Cidr } from '../../../core/cidr';
import { refuse, type Refusal } from '../../../core/errors';
import { resourceNameRefusal } from '../resource-name';

const MAX_NAME_LENGTH = 63;
/** https://cloud.google.com/sql/docs/mysql/configure-private-services-access#range-size */
const LONGEST_PREFIX = 24;

/** Properties for `PrivateServiceAccess`. */
export interface PrivateServiceAccessProps {
  /** Project id of the network. */
  readonly project: string;
  /** Reference to the network: `network.networkId`. */
  readonly networkId: string;
  /** Range for managed services, /24 or larger: `network.plan.privateServices`. A change replaces the peering. */
  readonly range: Cidr;
  /** Name of the range. */
  readonly name: string;
  /**
   * Whether Terraform refuses to take the peering away, and databases with it out of reach.
   *
   * @default true
   */
  readonly deletionProtection?: boolean;
}

/**
 * Peers a network with that of Google's managed services, so that Cloud SQL, Memorystore and others have addresses
 * in it and none on the internet.
 */
export class PrivateServiceAccess extends Construct {
  /** What has to exist before a service can be made in the range; depend on it. */
  public readonly dependable: ITerraformDependable;

  constructor(scope: Construct, id: string, props: PrivateServiceAccessProps) {
    super(scope, id);

    const { project, networkId: network, range, name, deletionProtection: preventDestroy = true } = props;
    refuse(this.node.path, [resourceNameRefusal('name', name, MAX_NAME_LENGTH), rangeRefusal(range)]);

    const [address = ''] = range.toString().split('/');
    const reserved = new ComputeGlobalAddress(this, 'Range', {
      ...{ project, name, network, address },
      purpose: 'VPC_PEERING',
      addressType: 'INTERNAL',
      prefixLength: range.prefix,
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

function rangeRefusal(range: Cidr): Refusal | undefined {
  if (range.prefix <= LONGEST_PREFIX) return undefined;
  return { property: 'range', rule: `must be a /${LONGEST_PREFIX} or larger`, got: range.toString() };
}
