import { EksAutoCluster, type EksAutoClusterProps } from '../../../../lib/cloud/aws/eks/eks-auto-cluster';
import { build, type Output, PLACE, statements, synth } from '../harness';
import { NETWORK } from './network';

const props: EksAutoClusterProps = {
  ...PLACE,
  clusterName: 'funlynk-production-us-east-1',
  network: NETWORK,
  kubernetesVersion: '1.35',
  administrators: ['arn:aws:iam::111122223333:role/platform'],
};

function cluster(
  more: Partial<EksAutoClusterProps> = {},
  use: (made: EksAutoCluster) => void = () => undefined,
): Output {
  return synth((stack) => use(new EksAutoCluster(stack, 'cluster', { ...props, ...more })));
}

const output = cluster();

function policiesOf(idPrefix: string): readonly unknown[] {
  return Object.entries(output.all('aws_iam_role_policy_attachment'))
    .filter(([id]) => id.startsWith(idPrefix))
    .map(([, { policy_arn }]) => String(policy_arn).replace('arn:aws:iam::aws:policy/', ''));
}

describe('EksAutoCluster', () => {
  test('is as its snapshot by default', () => {
    expect(output.one('aws_eks_cluster')).toMatchSnapshot();
  });

  test('lets AWS do the work of nodes, volumes and load balancers in the role of its control plane', () => {
    expect(policiesOf('cluster_Role')).toEqual([
      'AmazonEKSBlockStoragePolicy',
      'AmazonEKSClusterPolicy',
      'AmazonEKSComputePolicy',
      'AmazonEKSLoadBalancingPolicy',
      'AmazonEKSNetworkingPolicy',
    ]);
    expect(statements(output.one('aws_iam_role', 'cluster_Role').assume_role_policy)).toMatchObject([
      { Action: ['sts:AssumeRole', 'sts:TagSession'] },
    ]);
  });

  test('encrypts the volumes of its machines with a key of its own', () => {
    const [encrypt] = statements(output.one('aws_iam_role_policy', 'cluster_Role').policy);
    expect(encrypt?.Resource).toEqual([expect.stringContaining('aws_kms_key.cluster_VolumesKey') as string]);
    expect(output.one('aws_kms_key', 'cluster_VolumesKey').policy).not.toContain('autoscaling');
  });

  test('exists once its machines could join', () => {
    expect(output.one('aws_eks_cluster').depends_on).toEqual(
      expect.arrayContaining([expect.stringMatching(/aws_iam_role_policy_attachment\.cluster_NodeRole/)]) as unknown,
    );
  });

  test('has none of the add-ons that AWS runs by itself', () => {
    const names = Object.values(output.all('aws_eks_addon')).map(({ addon_name }) => addon_name);
    expect(names).toEqual(expect.arrayContaining(['metrics-server']) as unknown);
    for (const name of ['aws-ebs-csi-driver', 'coredns', 'eks-pod-identity-agent', 'kube-proxy', 'vpc-cni']) {
      expect(names).not.toContain(name);
    }
  });

  test('needs no node group', () => {
    expect([output.all('aws_eks_node_group'), output.all('aws_launch_template')]).toEqual([{}, {}]);
  });

  test('says what others have to know', () => {
    cluster({}, (made) => {
      expect(made.mode).toBe('auto');
      expect(made.nodeRoleName).toBe('funlynk-production-us-east-1-auto-nodes');
      expect(made).not.toHaveProperty('addNodeGroup');
    });
  });

  test('may have pools of its own only, and lets their machines in', () => {
    const own = cluster({ nodePools: [], instanceTags: { system: 'funlynk' } });
    expect(own.one('aws_eks_cluster').compute_config).toEqual({ enabled: true, node_pools: [] });
    expect(own.one('aws_eks_access_entry', 'cluster_NodeAccess')).toMatchObject({ type: 'EC2' });
    expect(own.one('aws_iam_role_policy', 'cluster_Role').policy).toContain('TagMachines');
  });

  test('has IPv6 addresses, and load balancers, on an IPv6 network', () => {
    expect(cluster({ network: { ...NETWORK, ipFamily: 'ipv6' } }).one('aws_eks_cluster')).toMatchObject({
      kubernetes_network_config: { ip_family: 'ipv6', elastic_load_balancing: { enabled: true } },
    });
  });

  test('refuses what any cluster refuses', () => {
    expect(build((stack) => new EksAutoCluster(stack, 'cluster', { ...props, kubernetesVersion: '2' }))).toThrow(
      "stack/cluster: 'kubernetesVersion' must be a minor version such as 1.34, got '2'",
    );
  });
});

test('machines bring new images into caches that are named, and into none otherwise', () => {
  const policy = cluster({ pullThroughCaches: ['docker-hub'] }).one('aws_iam_role_policy', 'cluster_NodeRole').policy;
  expect(statements(policy)).toMatchObject([
    { Resource: ['arn:aws:ecr:us-east-1:111122223333:repository/docker-hub/*'] },
  ]);
  expect(Object.keys(output.all('aws_iam_role_policy')).filter((id) => id.startsWith('cluster_NodeRole'))).toEqual([]);
});
