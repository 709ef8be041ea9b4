import { EksCluster as EksClusterResource, type EksClusterConfig } from '@cdktf/provider-aws/lib/eks-cluster';
import type { ITerraformDependable, TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import { ConstructError, refuse } from '../../../core/errors';
import { EksAddons } from '../add-ons/eks-addons';
import { IamRole } from '../iam/iam-role';
import type { PolicyStatement, PrincipalStatement } from '../iam/policy-document';
import { PodIdentity, type PodIdentityOptions } from '../identity/pod-identity';
import type { KmsKey } from '../keys/kms-key';
import { controlPlaneLogGroupName, controlPlaneRoleName, eksClusterArn } from '../names';
import { LogGroup } from '../operations/log-group';
import { access } from './eks-access';
import { EksAccessEntry } from './eks-access-entry';
import { EksAdministrator } from './eks-administrator';
import { EksBreakGlassRole } from './eks-break-glass-role';
import { EksCapability } from './eks-capability';
import { addClusterKey, addVolumesKey } from './eks-cluster-keys';
import { type EksClusterOptions, optionRefusals } from './eks-cluster-options';
import type { IEksCluster } from './eks-cluster-ref';
import { takenRefusal } from './eks-cluster-rules';
import { controlPlane } from './eks-control-plane';
import { endpoint } from './eks-endpoint';
import { EksIdentityProvider, type IEksIdentityProvider } from './eks-identity-provider';
import { logging } from './eks-logging';
import { kubernetesNetwork } from './eks-networking';
import { roleNameOf } from './eks-principals';
import { upgrade } from './eks-upgrade';
import { IrsaRole } from './irsa-role';

/** What sets one kind of cluster apart from the other. */
export interface EksClusterKind {
  readonly mode: IEksCluster['mode'];
  /** Services that use the key of the volumes. */
  readonly volumesKeyStatements: readonly PrincipalStatement[];
  /** What the control plane's role does beyond what every cluster's does. */
  readonly controlPlane: {
    readonly trustedActions: readonly string[];
    readonly managedPolicies: readonly string[];
    readonly statements: (volumesKeyArn: string) => readonly PolicyStatement[];
  };
  /** Makes what the cluster has to have before it exists, and says what that means for its attributes. */
  readonly compute: (cluster: Construct) => {
    readonly attributes: Partial<EksClusterConfig>;
    readonly grants: readonly ITerraformDependable[];
  };
}

/** What clusters of either kind share: use `EksCluster` or `EksAutoCluster`. */
export abstract class EksClusterBase extends Construct implements IEksCluster {
  public readonly mode: IEksCluster['mode'];
  public readonly clusterName: string;
  public readonly clusterNameRef: string;
  public readonly account: string;
  public readonly region: string;
  /** URL of the API server, known once created. */
  public readonly endpoint: string;
  /** Certificate authority of the API server in base64, known once created. */
  public readonly certificateAuthority: string;
  public readonly clusterSecurityGroupId: string;
  /** URL that the tokens of pods say they come from, known once created. */
  public readonly issuer: string;
  /** Vouches for the cluster's pods in IAM, where `oidcProvider` is true. */
  public readonly identityProvider?: IEksIdentityProvider;
  /** ARN of the same, where `oidcProvider` is true. */
  public readonly oidcProviderArn?: string;
  /** Role for emergencies, where there is one. */
  public readonly breakGlassRoleArn?: string;
  /** Role that Argo CD acts as, where there is one: for access entries on other clusters. */
  public readonly argoCdRoleArn?: string;
  /** Encrypts what Kubernetes stores, secrets above all, and the control plane's logs. */
  public readonly clusterKey: KmsKey;
  /** Encrypts the volumes of nodes and pods. */
  public readonly volumesKey: KmsKey;
  protected readonly provider: TerraformProvider | undefined;
  protected readonly addons: EksAddons;
  private readonly identities = new Set<string>();

  protected constructor(scope: Construct, id: string, props: EksClusterOptions, kind: EksClusterKind) {
    super(scope, id);
    refuse(this.node.path, optionRefusals(props));
    const { provider, network } = props;

    this.mode = kind.mode;
    this.clusterName = props.clusterName;
    this.account = props.account;
    this.region = props.region;
    this.provider = provider;
    this.clusterKey = addClusterKey(this, props);
    this.volumesKey = addVolumesKey(this, props, kind.volumesKeyStatements);
    const cluster = this.addCluster(props, kind);
    this.clusterNameRef = cluster.name;
    this.endpoint = cluster.endpoint;
    this.certificateAuthority = cluster.certificateAuthority.get(0).data;
    this.clusterSecurityGroupId = cluster.vpcConfig.clusterSecurityGroupId;
    this.issuer = cluster.identity.get(0).oidc.get(0).issuer;

    this.addons = new EksAddons(this, 'Addons', {
      provider,
      cluster: this,
      kubernetesVersion: props.kubernetesVersion,
      ipFamily: network.ipFamily,
      volumesKeyArn: this.volumesKey.arn,
      volumeTags: props.instanceTags ?? {},
      options: props.addons,
    });
    this.identityProvider = this.addIdentityProvider(props);
    this.oidcProviderArn = this.identityProvider?.oidcProviderArn;
    this.breakGlassRoleArn = this.addAccess(props);
    this.argoCdRoleArn = this.addArgoCd(props);
  }

  /**
   * Lets the pods of one service account act as a role of their own.
   *
   * Throws a `ConstructError` where the name is taken, or the options cannot work.
   */
  public addPodIdentity(name: string, options: PodIdentityOptions): PodIdentity {
    refuse(this.node.path, [takenRefusal('pod identities', name, this.identities)]);
    const { provider } = this;
    return new PodIdentity(this, `pod-identity-${name}`, { ...options, provider, cluster: this, name });
  }

  /**
   * Lets the pods of one service account get a role by their token, where Pod Identity does not reach them.
   *
   * Throws a `ConstructError` without `oidcProvider`, where the name is taken, or the options cannot work.
   */
  public addIrsaRole(name: string, options: PodIdentityOptions): IrsaRole {
    const { provider, identityProvider } = this;
    if (identityProvider === undefined) {
      const rule = 'must be true, or IAM does not believe the tokens of pods';
      throw new ConstructError(this.node.path, [{ property: 'oidcProvider', rule, got: false }]);
    }
    refuse(this.node.path, [takenRefusal('pod identities', name, this.identities)]);
    return new IrsaRole(this, `irsa-role-${name}`, { ...options, provider, cluster: this, identityProvider, name });
  }

  private addCluster(props: EksClusterOptions, kind: EksClusterKind): EksClusterResource {
    const { provider, clusterName, network } = props;
    const logs = new LogGroup(this, 'Logs', {
      provider,
      logGroupName: controlPlaneLogGroupName(clusterName),
      retentionDays: props.logRetentionDays,
      kmsKeyArn: this.clusterKey.arn,
    });
    const role = new IamRole(this, 'Role', {
      provider,
      roleName: controlPlaneRoleName(clusterName),
      description: `Control plane of ${clusterName}`,
      trust: {
        sid: 'ControlPlane',
        principal: { service: 'eks.amazonaws.com' },
        actions: kind.controlPlane.trustedActions,
        // EKS does nothing in this role for the sake of another cluster, and of another account.
        // https://docs.aws.amazon.com/eks/latest/userguide/cross-service-confused-deputy-prevention.html
        conditions: { ArnEquals: { 'aws:SourceArn': [eksClusterArn(props, clusterName)] } },
      },
      managedPolicies: ['AmazonEKSClusterPolicy', ...kind.controlPlane.managedPolicies],
      statements: kind.controlPlane.statements(this.volumesKey.arn),
    });
    const { attributes, grants } = kind.compute(this);
    return new EksClusterResource(this, 'Resource', {
      ...access(),
      ...controlPlane(props),
      ...endpoint(network, props),
      ...logging(props),
      ...upgrade(props),
      ...attributes,
      provider,
      name: clusterName,
      roleArn: role.arn,
      kubernetesNetworkConfig: { ...kubernetesNetwork(network, props), ...attributes.kubernetesNetworkConfig },
      encryptionConfig: { resources: ['secrets'], provider: { keyArn: this.clusterKey.arn } },
      // The add-ons are installed under EKS' care instead.
      bootstrapSelfManagedAddons: false,
      dependsOn: [logs.resource, ...role.grants, ...grants],
    });
  }

  private addAccess(props: EksClusterOptions): string | undefined {
    const { provider, accessEntries = {}, breakGlassRole = false } = props;
    for (const roleArn of props.administrators) {
      new EksAdministrator(this, `administrator-${roleNameOf(roleArn)}`, { provider, cluster: this, roleArn });
    }
    for (const [name, entry] of Object.entries(accessEntries)) {
      new EksAccessEntry(this, `access-${name}`, { ...entry, provider, cluster: this });
    }
    if (breakGlassRole === false) return undefined;
    return new EksBreakGlassRole(this, 'BreakGlass', { ...breakGlassRole, provider, cluster: this }).roleArn;
  }

  private addIdentityProvider({ provider, oidcProvider }: EksClusterOptions): IEksIdentityProvider | undefined {
    if (oidcProvider !== true) return undefined;
    return new EksIdentityProvider(this, 'IdentityProvider', { provider, issuer: this.issuer });
  }

  private addArgoCd({ provider, argoCd }: EksClusterOptions): string | undefined {
    if (argoCd === undefined) return undefined;
    return new EksCapability(this, 'ArgoCd', { provider, cluster: this, type: 'ARGOCD', argoCd }).roleArn;
  }
}
