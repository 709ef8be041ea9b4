import { LaunchTemplate } from '@cdktf/provider-aws/lib/launch-template';
import { Token } from 'cdktf';
import { Construct } from 'constructs';
import type { AwsConstructProps } from '../aws-construct';
import { type EksNodeCapacityOptions, reservedMachines } from './node-capacity';
import { type EksNodeDiskOptions, nodeVolumes } from './node-disks';
import type { NodeImage } from './node-image';
import { type EksNodeSystemOptions, nodeUserData } from './node-user-data';

const DEFAULT_MONITORING = true;

/** Kinds of resource that a node brings with it, and that the provider's default tags do not reach. */
const TAGGED_RESOURCES = ['instance', 'volume', 'network-interface'];

/** Properties for `NodeLaunchTemplate`. */
export interface NodeLaunchTemplateProps
  extends AwsConstructProps, EksNodeDiskOptions, EksNodeSystemOptions, EksNodeCapacityOptions {
  readonly templateName: string;
  readonly image: NodeImage;
  /** Written into the template for Capacity Blocks only; else the node group has them. */
  readonly instanceTypes: readonly string[];
  /** Key that every volume is encrypted with. */
  readonly kmsKeyArn: string;
  /** Tags of the instances, their volumes and network interfaces. */
  readonly tags: Readonly<Record<string, string>>;
  /**
   * Whether metrics come every minute, and not every five.
   *
   * @default true
   */
  readonly monitoring?: boolean;
  /**
   * Security groups of the nodes.
   *
   * @default - EKS': the cluster's own
   */
  readonly securityGroupIds?: readonly string[];
  /**
   * Placement group that the nodes join.
   *
   * @default - none
   */
  readonly placementGroupName?: string;
}

/** How the machines of a node group are started. */
export class NodeLaunchTemplate extends Construct {
  public readonly templateId: string;
  /** The newest version, so that a change of the template reaches the nodes. */
  public readonly version: string;

  constructor(scope: Construct, id: string, props: NodeLaunchTemplateProps) {
    super(scope, id);
    const { image, kmsKeyArn, monitoring = DEFAULT_MONITORING, securityGroupIds, placementGroupName } = props;

    const template = new LaunchTemplate(this, 'Resource', {
      provider: props.provider,
      name: props.templateName,
      updateDefaultVersion: true,
      // One hop: a pod with a network of its own cannot fetch the node's credentials.
      metadataOptions: {
        httpEndpoint: 'enabled',
        httpTokens: 'required',
        httpPutResponseHopLimit: 1,
        instanceMetadataTags: 'disabled',
      },
      monitoring: { enabled: monitoring },
      blockDeviceMappings: nodeVolumes(image, kmsKeyArn, props),
      userData: nodeUserData(image, props),
      ...reservedMachines(props),
      ...(securityGroupIds === undefined ? {} : { vpcSecurityGroupIds: [...securityGroupIds] }),
      ...(placementGroupName === undefined ? {} : { placement: { groupName: placementGroupName } }),
      tagSpecifications: TAGGED_RESOURCES.map((resourceType) => ({ resourceType, tags: { ...props.tags } })),
    });

    this.templateId = template.id;
    this.version = Token.asString(template.latestVersion);
  }
}
