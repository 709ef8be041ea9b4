import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { EksAutoCluster } from '../../../../lib/cloud/aws/eks/eks-auto-cluster';
import { EksCluster, type EksClusterProps } from '../../../../lib/cloud/aws/eks/eks-cluster';
import type { KarpenterOptions } from '../../../../lib/cloud/aws/karpenter/karpenter';
import { build, type Block, type Output, PLACE, statements, synth } from '../harness';
import { NETWORK } from './network';

const props: EksClusterProps = {
  ...PLACE,
  clusterName: 'funlynk-production-us-east-1',
  network: NETWORK,
  kubernetesVersion: '1.34',
  administrators: ['arn:aws:iam::111122223333:role/platform'],
};
const general = { instanceTypes: ['m7g.large'], minNodes: 3, maxNodes: 6 };

/** All that may be chosen. */
const everything: Partial<EksClusterProps> = {
  accessEntries: {
    auditor: {
      principalArn: 'arn:aws:iam::111122223333:role/auditor',
      policies: { AmazonEKSAdminViewPolicy: 'cluster' },
    },
  },
  addons: { enabled: ['metrics-server'] },
  argoCd: {
    idcInstanceArn: 'arn:aws:sso:::instance/ssoins-0123456789abcdef',
    rbac: { admin: [{ id: '906751fb-ae42-4d71-9d0f-4d6c8f1a2b3c', type: 'SSO_GROUP' }] },
  },
  breakGlassRole: { trustedArns: ['arn:aws:iam::111122223333:user/ann'] },
  controlPlaneScalingTier: 'tier-xl',
  forceUpdateVersion: true,
  logTypes: ['audit'],
  network: { ...NETWORK, ipFamily: 'ipv6' },
  oidcProvider: true,
  upgradePolicy: 'EXTENDED',
  zonalShift: false,
};

function cluster(more: Partial<EksClusterProps> = {}, use: (made: EksCluster) => void = () => undefined): Output {
  return synth((stack) => {
    const made = new EksCluster(stack, 'cluster', { ...props, ...more });
    made.addNodeGroup('general', general);
    use(made);
  });
}

const output = cluster();
const resource: Block = output.one('aws_eks_cluster');

describe('EksCluster', () => {
  test('is sound where nobody says otherwise', () => {
    expect(resource).toMatchSnapshot();
  });

  test('is reached from inside the network only', () => {
    expect(resource.vpc_config).toEqual({
      endpoint_private_access: true,
      endpoint_public_access: false,
      subnet_ids: ['intra-1', 'intra-2'],
    });
  });

  test('knows access entries alone, and gives its creator nothing', () => {
    expect(resource.access_config).toEqual({
      authentication_mode: 'API',
      bootstrap_cluster_creator_admin_permissions: false,
    });
  });

  test('lets its administrators in, keyed by role', () => {
    expect(Object.keys(output.all('aws_eks_access_entry'))).toEqual([
      expect.stringMatching(/^cluster_administrator-platform_/),
    ]);
  });

  test('encrypts secrets with a key of its own', () => {
    expect(JSON.stringify(resource.encryption_config)).toMatch(/"\$\{aws_kms_key\.cluster_ClusterKey_.*"secrets"/);
  });

  test('has its log group, encrypted, before EKS would make one that is kept for ever', () => {
    expect(output.one('aws_cloudwatch_log_group')).toMatchObject({
      name: '/aws/eks/funlynk-production-us-east-1/cluster',
      retention_in_days: 90,
      kms_key_id: expect.stringContaining('aws_kms_key.cluster_ClusterKey') as string,
    });
    expect(resource.depends_on).toContainEqual(expect.stringContaining('aws_cloudwatch_log_group'));
  });

  test('keeps its logs as long as told', () => {
    expect(cluster({ logRetentionDays: 365 }).one('aws_cloudwatch_log_group').retention_in_days).toBe(365);
  });

  test.each([
    [undefined, true],
    [true, true],
    [false, false],
  ])('with deletionProtection %s is protected by EKS and by Terraform: %s', (deletionProtection, expected) => {
    expect(cluster({ deletionProtection }).one('aws_eks_cluster')).toMatchObject({
      deletion_protection: expected,
      lifecycle: { prevent_destroy: expected },
    });
  });

  test('names its keys so that manifests can know them', () => {
    expect(Object.values(output.all('aws_kms_alias')).map(({ name }) => name)).toEqual([
      'alias/funlynk-production-us-east-1',
      'alias/funlynk-production-us-east-1-volumes',
    ]);
  });

  test('puts nodes into the private subnets, after the network add-on', () => {
    const group = output.one('aws_eks_node_group');
    expect(group).toMatchObject({ subnet_ids: ['private-1', 'private-2'] });
    expect(group.depends_on).toContainEqual(expect.stringContaining('aws_eks_addon.cluster_Addons_vpc-cni'));
  });

  test('has coredns wait for every node group', () => {
    const two = cluster({}, (made) => made.addNodeGroup('batch', general));
    const waits = JSON.stringify(two.one('aws_eks_addon', 'cluster_Addons_coredns').depends_on);
    expect([waits.includes('node-group-general'), waits.includes('node-group-batch')]).toEqual([true, true]);
  });

  test('tags what nodes bring with them', () => {
    const tagged = cluster({ instanceTags: { system: 'funlynk' } }).one('aws_launch_template');
    expect(JSON.stringify(tagged.tag_specifications)).toContain('"system":"funlynk"');
  });

  test('gives pods an identity', () => {
    const identity = { namespace: 'funlynk', serviceAccount: 'backend', managedPolicies: ['AmazonS3ReadOnlyAccess'] };
    const output = cluster({}, (made) => made.addPodIdentity('uploads', identity));
    expect(output.one('aws_eks_pod_identity_association', 'cluster_pod-identity-uploads')).toMatchObject({
      namespace: 'funlynk',
      service_account: 'backend',
    });
  });

  test('cannot have two node groups of one name', () => {
    expect(() => cluster({}, (made) => made.addNodeGroup('general', general))).toThrow(
      "stack/cluster: 'name' must be unique among the node groups of the cluster, got 'general'",
    );
  });

  test('cannot have two pod identities of one name', () => {
    const identity = { namespace: 'funlynk', serviceAccount: 'backend', managedPolicies: ['AmazonS3ReadOnlyAccess'] };
    const twice = (made: EksCluster): void => {
      made.addPodIdentity('uploads', identity);
      made.addPodIdentity('uploads', identity);
    };
    expect(() => cluster({}, twice)).toThrow(
      "stack/cluster: 'name' must be unique among the pod identities of the cluster, got 'uploads'",
    );
  });

  test('cannot be without nodes', () => {
    expect(() => synth((stack) => new EksCluster(stack, 'cluster', props))).toThrow(
      'stack/cluster: has no nodes, and without them coredns never gets ready; call addNodeGroup, or addFargateProfile',
    );
  });

  test('acts in its role for itself alone', () => {
    expect(statements(output.one('aws_iam_role', 'cluster_Role').assume_role_policy)).toEqual([
      {
        Sid: 'ControlPlane',
        Effect: 'Allow',
        Principal: { Service: 'eks.amazonaws.com' },
        Action: ['sts:AssumeRole'],
        Condition: {
          ArnEquals: {
            'aws:SourceArn': ['arn:aws:eks:us-east-1:111122223333:cluster/funlynk-production-us-east-1'],
          },
        },
      },
    ]);
  });

  test('has neither a role for emergencies, nor an identity provider, nor Argo CD, unless asked', () => {
    expect(output.all('aws_iam_openid_connect_provider')).toEqual({});
    expect(output.all('aws_eks_capability')).toEqual({});
    expect(output.text).not.toContain('break-glass');
  });

  test('refuses what its parts refuse, all at once', () => {
    const bad = { ...props, kubernetesVersion: '1.34.2', publicAccessCidrs: ['0.0.0.0/0'] };
    expect(build((stack) => new EksCluster(stack, 'cluster', bad))).toThrow(
      /^stack\/cluster: 'kubernetesVersion' .*\nstack\/cluster: 'publicAccessCidrs' /,
    );
  });
});

describe('EksCluster with all that may be chosen', () => {
  const roles: Record<string, string | undefined> = {};
  const chosen = cluster(everything, (made) => {
    const pods = { namespace: 'funlynk', serviceAccount: 'batch', managedPolicies: ['AmazonS3ReadOnlyAccess'] };
    made.addFargateProfile('batch', { selectors: [{ namespace: 'batch' }] });
    made.addKarpenter();
    made.addIrsaRole('batch', pods);
    Object.assign(roles, {
      argoCd: made.argoCdRoleArn,
      breakGlass: made.breakGlassRoleArn,
      oidc: made.oidcProviderArn,
      issuer: made.issuer,
    });
  });

  test('is what its parts say', () => {
    expect(chosen.one('aws_eks_cluster')).toMatchObject({
      control_plane_scaling_config: { tier: 'tier-xl' },
      enabled_cluster_log_types: ['audit'],
      force_update_version: true,
      kubernetes_network_config: { ip_family: 'ipv6' },
      upgrade_policy: { support_type: 'EXTENDED' },
      zonal_shift_config: { enabled: false },
    });
  });

  test('lets in whom it was told to, by name', () => {
    expect(Object.keys(chosen.all('aws_eks_access_entry'))).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^cluster_access-auditor_/),
        expect.stringMatching(/^cluster_administrator-platform_/),
        expect.stringMatching(/^cluster_BreakGlass_Access_/),
      ]) as unknown,
    );
  });

  test('has an identity provider of its own, for the roles of pods', () => {
    expect(chosen.one('aws_iam_openid_connect_provider').url).toMatch(
      /aws_eks_cluster\.cluster_\w+\.identity\[0\]\.oidc\[0\]\.issuer/,
    );
    expect(chosen.one('aws_iam_role', 'cluster_irsa-role-batch').assume_role_policy).toContain(
      'system:serviceaccount:funlynk:batch',
    );
  });

  test('says what others have to know', () => {
    expect(Object.keys(roles).filter((name) => roles[name] === undefined)).toEqual([]);
  });

  test('has Argo CD, run by AWS', () => {
    expect(chosen.one('aws_eks_capability')).toMatchObject({ capability_name: 'argocd', type: 'ARGOCD' });
  });

  test('has the add-ons chosen, for its own family of addresses', () => {
    const addons = Object.values(chosen.all('aws_eks_addon')).map(({ addon_name }) => addon_name);
    expect(addons).toContain('metrics-server');
    expect(addons).not.toContain('snapshot-controller');
    expect(chosen.text).toContain('ec2:AssignIpv6Addresses');
  });

  test('runs pods on Fargate in the private subnets, and add-ons wait for it', () => {
    expect(chosen.one('aws_eks_fargate_profile').subnet_ids).toEqual(['private-1', 'private-2']);
    expect(JSON.stringify(chosen.one('aws_eks_addon', 'cluster_Addons_coredns').depends_on)).toContain(
      'fargate-profile-batch',
    );
  });

  test('has what Karpenter needs, with the key of its volumes', () => {
    expect(chosen.one('aws_iam_role_policy', 'cluster_Karpenter_Controller').policy).toContain(
      'aws_kms_key.cluster_VolumesKey',
    );
  });
});

describe('A cluster with a provider of its own', () => {
  test('makes every resource with it, in either mode', () => {
    const output = synth((stack) => {
      const provider = new AwsProvider(stack, 'other', { region: PLACE.region, alias: 'other' });
      const pods = { namespace: 'funlynk', serviceAccount: 'batch', managedPolicies: ['AmazonS3ReadOnlyAccess'] };
      const all = { ...everything, provider };
      const made = new EksCluster(stack, 'cluster', { ...props, ...all });
      made.addNodeGroup('general', general);
      made.addFargateProfile('batch', { selectors: [{ namespace: 'batch' }] });
      made.addKarpenter();
      made.addPodIdentity('pods', pods);
      made.addIrsaRole('batch', pods);
      new EksAutoCluster(stack, 'auto', { ...props, ...all, clusterName: 'auto', nodePools: [] });
    });
    const { resource } = JSON.parse(output.text) as { readonly resource: Record<string, Record<string, Block>> };
    const strays = Object.entries(resource).flatMap(([type, byId]) =>
      Object.entries(byId).flatMap(([id, block]) => (block.provider === 'aws.other' ? [] : [`${type}.${id}`])),
    );
    expect(strays).toEqual([]);
  });
});

describe('What an EksCluster takes once', () => {
  function made(use: (cluster: EksCluster) => void): () => void {
    return build((stack) => use(new EksCluster(stack, 'cluster', props)));
  }

  test('is a Fargate profile of a name', () => {
    const profile = { selectors: [{ namespace: 'batch' }] };
    const twice = (cluster: EksCluster): void => {
      cluster.addFargateProfile('batch', profile);
      cluster.addFargateProfile('batch', profile);
    };
    expect(made(twice)).toThrow(
      "stack/cluster: 'name' must be unique among the Fargate profiles of the cluster, got 'batch'",
    );
  });

  test('is Karpenter', () => {
    const options: KarpenterOptions = {};
    const twice = (cluster: EksCluster): void => {
      cluster.addKarpenter(options);
      cluster.addKarpenter(options);
    };
    expect(made(twice)).toThrow("already a Construct with name 'Karpenter'");
  });

  test('is a cluster that Fargate alone runs', () => {
    const fargate = synth((stack) => {
      const cluster = new EksCluster(stack, 'cluster', props);
      cluster.addFargateProfile('all', { selectors: [{ namespace: 'kube-system' }] });
    });
    expect(fargate.all('aws_eks_node_group')).toEqual({});
  });

  test('is no role by token without an identity provider', () => {
    const pods = { namespace: 'funlynk', serviceAccount: 'batch', managedPolicies: ['AmazonS3ReadOnlyAccess'] };
    expect(made((cluster) => cluster.addIrsaRole('batch', pods))).toThrow(
      "stack/cluster: 'oidcProvider' must be true, or IAM does not believe the tokens of pods, got false",
    );
  });
});

test('whatever nodes there are bring new images into caches that are named', () => {
  const made = cluster({ pullThroughCaches: ['docker-hub'] }, (it) => {
    it.addFargateProfile('jobs', { selectors: [{ namespace: 'jobs' }] });
    it.addKarpenter();
  });
  const mayFill = Object.entries(made.all('aws_iam_role_policy'))
    .filter(([, { policy }]) => String(policy).includes('repository/docker-hub/*'))
    .map(([id]) => id.replace(/_[0-9A-F]{8}$/, ''));
  expect(mayFill.sort()).toEqual([
    'cluster_Karpenter_NodeRole_Policy',
    'cluster_fargate-profile-jobs_Role_Policy',
    'cluster_node-group-general_Role_Policy',
  ]);
});

test('a node group follows the version of its cluster, unless it has one of its own', () => {
  const version = (options: object): unknown =>
    cluster({}, (made) => made.addNodeGroup('batch', { ...general, ...options })).one(
      'aws_eks_node_group',
      'cluster_node-group-batch',
    ).version;
  expect(version({})).toBe('1.34');
  expect(version({ kubernetesVersion: '1.33' })).toBe('1.33');
});
