import { EksCluster, type EksClusterProps } from '../../../../lib/cloud/aws/eks/eks-cluster';
import { build, type Block, type Output, PLACE, synth } from '../harness';

const props: EksClusterProps = {
  ...PLACE,
  clusterName: 'funlynk-production-us-east-1',
  network: { privateSubnetIds: ['private-1', 'private-2'], intraSubnetIds: ['intra-1', 'intra-2'], egress: [] },
  kubernetesVersion: '1.34',
  administrators: ['arn:aws:iam::111122223333:role/platform'],
};
const general = { instanceTypes: ['m7g.large'], minNodes: 3, maxNodes: 6 };

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

  test('is reached over the internet from the ranges named', () => {
    const publicAccessCidrs = ['203.0.113.0/24'];
    expect(cluster({ publicAccessCidrs }).one('aws_eks_cluster').vpc_config).toMatchObject({
      endpoint_public_access: true,
      public_access_cidrs: publicAccessCidrs,
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
  ])('with deletionProtection %s refuses destruction: %s', (deletionProtection, prevent_destroy) => {
    expect(cluster({ deletionProtection }).one('aws_eks_cluster').lifecycle).toEqual({ prevent_destroy });
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
      'stack/cluster: has no nodes, and without them coredns never gets ready; call addNodeGroup',
    );
  });

  test('cannot be opened to the internet', () => {
    const open = { ...props, publicAccessCidrs: ['0.0.0.0/0'] };
    expect(build((stack) => new EksCluster(stack, 'cluster', open))).toThrow(
      "stack/cluster: 'publicAccessCidrs' must not open the API server to the internet: /8 at most, got '0.0.0.0/0'; name the networks of those who need it, or leave the list empty",
    );
  });
});
