import { LaunchTemplate, type LaunchTemplateBlockDeviceMappings } from '@cdktf/provider-aws/lib/launch-template';
import { Token } from 'cdktf';
import { Construct } from 'constructs';
import type { AwsConstructProps } from '../aws-construct';
import type { NodeImage } from './node-image';

/** Kinds of resource that a node brings with it, and that the provider's default tags do not reach. */
const TAGGED_RESOURCES = ['instance', 'volume', 'network-interface'];

/** Properties for `NodeLaunchTemplate`. */
export interface NodeLaunchTemplateProps extends AwsConstructProps {
  readonly templateName: string;
  readonly image: NodeImage;
  /** Size of the volume that holds images, logs and `emptyDir`s. */
  readonly diskSizeGib: number;
  /** Key that every volume is encrypted with. */
  readonly kmsKeyArn: string;
  /** Tags of the instances, their volumes and network interfaces. */
  readonly tags: Readonly<Record<string, string>>;
}

/** How the machines of a node group are started. */
export class NodeLaunchTemplate extends Construct {
  public readonly templateId: string;
  /** The newest version, so that a change of the template reaches the nodes. */
  public readonly version: string;

  constructor(scope: Construct, id: string, props: NodeLaunchTemplateProps) {
    super(scope, id);

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
      monitoring: { enabled: true },
      blockDeviceMappings: volumes(props),
      tagSpecifications: TAGGED_RESOURCES.map((resourceType) => ({ resourceType, tags: { ...props.tags } })),
    });

    this.templateId = template.id;
    this.version = Token.asString(template.latestVersion);
  }
}

/** Bottlerocket keeps its own, read-only system on the first volume and everything else on a second. */
function volumes({ image, diskSizeGib, kmsKeyArn }: NodeLaunchTemplateProps): LaunchTemplateBlockDeviceMappings[] {
  const volume = (deviceName: string, volumeSize?: number): LaunchTemplateBlockDeviceMappings => ({
    deviceName,
    ebs: { volumeType: 'gp3', volumeSize, encrypted: 'true', kmsKeyId: kmsKeyArn, deleteOnTermination: 'true' },
  });
  return image === 'BOTTLEROCKET'
    ? [volume('/dev/xvda'), volume('/dev/xvdb', diskSizeGib)]
    : [volume('/dev/xvda', diskSizeGib)];
}
