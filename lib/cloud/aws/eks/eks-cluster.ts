import { EksCluster as EksClusterResource } from '@cdktf/provider-aws/lib/eks-cluster';
import type { TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import { refuse } from '../../../core/errors';
import { EksAddons } from '../add-ons/eks-addons';
import type { AwsConstructProps, AwsPlace } from '../aws-construct';
import { IamRole } from '../iam/iam-role';
import { PodIdentity, type PodIdentityOptions } from '../identity/pod-identity';
import { autoScalingKeyStatements, logGroupKeyStatement } from '../keys/key-statements';
import { KmsKey } from '../keys/kms-key';
import { clusterKeyAlias, controlPlaneLogGroupName, controlPlaneRoleName, volumesKeyAlias } from '../names';
import type { ClusterNetwork } from '../network/vpc';
import { EksNodeGroup, type EksNodeGroupOptions } from '../nodes/eks-node-group';
import { LogGroup } from '../operations/log-group';
import { EksAdministrator } from './eks-administrator';
import type { IEksCluster } from './eks-cluster-ref';
import { eksClusterRefusals, roleNameOf } from './eks-cluster-rules';

const DEFAULT_DELETION_PROTECTION = true;
const CONTROL_PLANE_LOGS = ['api', 'audit', 'authenticator', 'controllerManager', 'scheduler'];

/** Properties for `EksCluster`. */
export interface EksClusterProps extends AwsConstructProps, AwsPlace {
  /** Name of the cluster, unique in account and region: see `eksClusterName`. */
  readonly clusterName: string;
  readonly network: ClusterNetwork;
  /** Minor version, such as `1.34`. */
  readonly kubernetesVersion: string;
  /**
   * ARNs of the IAM roles that may do everything on the cluster. Who creates the cluster is not among them of
   * itself, so the list should name one role at least.
   */
  readonly administrators: readonly string[];
  /**
   * Ranges that may reach the API server over the internet, none wider than /8.
   *
   * @default [] - the API server is reached from inside the network only
   */
  readonly publicAccessCidrs?: readonly string[];
  /**
   * Whether Terraform refuses to destroy the cluster.
   *
   * @default true
   */
  readonly deletionProtection?: boolean;
  /**
   * Days that the control plane's logs are kept.
   *
   * @default 90
   */
  readonly logRetentionDays?: number;
  /**
   * Tags of what nodes and pods bring with them (instances, volumes), which the provider's default tags do not reach.
   *
   * @default {}
   */
  readonly instanceTags?: Readonly<Record<string, string>>;
}

/**
 * An EKS cluster: private, encrypted with keys of its own, audited, administered through access entries, with
 * the add-ons that it cannot do without. It needs one node group at least.
 *
 * Throws a `ConstructError` where the version, an administrator or a range cannot work.
 */
export class EksCluster extends Construct implements IEksCluster {
  public readonly clusterName: string;
  public readonly clusterNameRef: string;
  public readonly account: string;
  public readonly region: string;
  /** URL of the API server, known once created. */
  public readonly endpoint: string;
  /** Certificate authority of the API server in base64, known once created. */
  public readonly certificateAuthority: string;
  /** Security group that EKS makes, and that the nodes and the control plane share; known once created. */
  public readonly clusterSecurityGroupId: string;
  /** Encrypts what Kubernetes stores, secrets above all, and the control plane's logs. */
  public readonly clusterKey: KmsKey;
  /** Encrypts the volumes of nodes and pods. */
  public readonly volumesKey: KmsKey;
  private readonly network: ClusterNetwork;
  private readonly addons: EksAddons;
  private readonly instanceTags: Readonly<Record<string, string>>;
  private readonly provider: TerraformProvider | undefined;
  private readonly nodeGroups = new Set<string>();
  private readonly podIdentities = new Set<string>();

  constructor(scope: Construct, id: string, props: EksClusterProps) {
    super(scope, id);
    refuse(this.node.path, eksClusterRefusals(props));
    const { provider, network, instanceTags = {} } = props;

    this.clusterName = props.clusterName;
    this.account = props.account;
    this.region = props.region;
    this.provider = provider;
    this.network = network;
    this.instanceTags = instanceTags;
    this.clusterKey = addClusterKey(this, props);
    this.volumesKey = addVolumesKey(this, props);
    const cluster = addCluster(this, props, this.clusterKey);
    this.clusterNameRef = cluster.name;
    this.endpoint = cluster.endpoint;
    this.certificateAuthority = cluster.certificateAuthority.get(0).data;
    this.clusterSecurityGroupId = cluster.vpcConfig.clusterSecurityGroupId;

    this.addons = new EksAddons(this, 'Addons', {
      provider,
      cluster: this,
      volumesKeyArn: this.volumesKey.arn,
      volumeTags: instanceTags,
    });
    for (const roleArn of props.administrators) {
      new EksAdministrator(this, `administrator-${roleNameOf(roleArn)}`, { provider, cluster: this, roleArn });
    }
    this.node.addValidation({ validate: () => this.missingNodes() });
  }

  /**
   * Adds machines of one kind.
   *
   * Throws a `ConstructError` where the name is taken, or the options cannot work.
   */
  public addNodeGroup(name: string, options: EksNodeGroupOptions): EksNodeGroup {
    refuseTaken(this.node.path, 'node groups', name, this.nodeGroups);
    const group = new EksNodeGroup(this, `node-group-${name}`, {
      ...options,
      provider: this.provider,
      cluster: this,
      name,
      subnetIds: this.network.privateSubnetIds,
      volumesKeyArn: this.volumesKey.arn,
      instanceTags: this.instanceTags,
      dependsOn: [...this.network.egress, ...this.addons.beforeNodes],
    });
    this.addons.waitFor(group.resource);
    return group;
  }

  /**
   * Lets the pods of one service account act as a role of their own.
   *
   * Throws a `ConstructError` where the name is taken, or the options cannot work.
   */
  public addPodIdentity(name: string, options: PodIdentityOptions): PodIdentity {
    refuseTaken(this.node.path, 'pod identities', name, this.podIdentities);
    const { provider } = this;
    return new PodIdentity(this, `pod-identity-${name}`, { ...options, provider, cluster: this, name });
  }

  private missingNodes(): string[] {
    if (this.nodeGroups.size > 0) return [];
    return [`${this.node.path}: has no nodes, and without them coredns never gets ready; call addNodeGroup`];
  }
}

function addClusterKey(scope: Construct, props: EksClusterProps): KmsKey {
  const { provider, account, region, clusterName } = props;
  return new KmsKey(scope, 'ClusterKey', {
    ...{ provider, account, region },
    alias: clusterKeyAlias(clusterName),
    description: `What ${clusterName} stores, and the logs of its control plane`,
    statements: [logGroupKeyStatement({ account, region }, controlPlaneLogGroupName(clusterName))],
  });
}

function addVolumesKey(scope: Construct, props: EksClusterProps): KmsKey {
  const { provider, account, region, clusterName } = props;
  return new KmsKey(scope, 'VolumesKey', {
    ...{ provider, account, region },
    alias: volumesKeyAlias(clusterName),
    description: `Volumes of the nodes and pods of ${clusterName}`,
    statements: autoScalingKeyStatements(account),
  });
}

function addCluster(scope: Construct, props: EksClusterProps, clusterKey: KmsKey): EksClusterResource {
  const { provider, clusterName, network, publicAccessCidrs = [] } = props;
  const logs = new LogGroup(scope, 'Logs', {
    provider,
    logGroupName: controlPlaneLogGroupName(clusterName),
    retentionDays: props.logRetentionDays,
    kmsKeyArn: clusterKey.arn,
  });
  const role = new IamRole(scope, 'Role', {
    provider,
    roleName: controlPlaneRoleName(clusterName),
    description: `Control plane of ${clusterName}`,
    trust: { sid: 'ControlPlane', principal: { service: 'eks.amazonaws.com' }, actions: ['sts:AssumeRole'] },
    managedPolicies: ['AmazonEKSClusterPolicy'],
  });
  return new EksClusterResource(scope, 'Resource', {
    provider,
    name: clusterName,
    roleArn: role.arn,
    version: props.kubernetesVersion,
    vpcConfig: {
      subnetIds: [...network.intraSubnetIds],
      endpointPrivateAccess: true,
      endpointPublicAccess: publicAccessCidrs.length > 0,
      publicAccessCidrs: publicAccessCidrs.length > 0 ? [...publicAccessCidrs] : undefined,
    },
    accessConfig: { authenticationMode: 'API', bootstrapClusterCreatorAdminPermissions: false },
    encryptionConfig: { resources: ['secrets'], provider: { keyArn: clusterKey.arn } },
    enabledClusterLogTypes: CONTROL_PLANE_LOGS,
    upgradePolicy: { supportType: 'STANDARD' },
    zonalShiftConfig: { enabled: true },
    // The add-ons below are installed under EKS' care instead.
    bootstrapSelfManagedAddons: false,
    dependsOn: [logs.resource, ...role.grants],
    lifecycle: { preventDestroy: props.deletionProtection ?? DEFAULT_DELETION_PROTECTION },
  });
}

/** Notes a name, and refuses it the second time. */
function refuseTaken(path: string, kind: string, name: string, taken: Set<string>): void {
  const rule = `must be unique among the ${kind} of the cluster`;
  refuse(path, [taken.has(name) ? { property: 'name', rule, got: name } : undefined]);
  taken.add(name);
}
