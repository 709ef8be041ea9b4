import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { EksNodeGroup, type EksNodeGroupProps } from '../../../../lib/cloud/aws/nodes/eks-node-group';
import { LogGroup } from '../../../../lib/cloud/aws/operations/log-group';
import { type Block, build, CLUSTER, type Output, synth } from '../harness';

const props: EksNodeGroupProps = {
  cluster: CLUSTER,
  name: 'general',
  instanceTypes: ['m7g.large', 'm7g.xlarge'],
  minNodes: 3,
  maxNodes: 12,
  subnetIds: ['subnet-1', 'subnet-2'],
  volumesKeyArn: 'arn:aws:kms:us-east-1:111122223333:key/a',
};

function nodes(more: Partial<EksNodeGroupProps> = {}): Output {
  return synth((stack) => new EksNodeGroup(stack, 'nodes', { ...props, ...more }));
}

function group(more: Partial<EksNodeGroupProps> = {}): Block {
  return nodes(more).one('aws_eks_node_group');
}

function refused(more: Partial<EksNodeGroupProps>): () => void {
  return build((stack) => new EksNodeGroup(stack, 'nodes', { ...props, ...more }));
}

function policies(output: Output): readonly unknown[] {
  return Object.values(output.all('aws_iam_role_policy_attachment')).map(({ policy_arn }) => policy_arn);
}

const defaults = nodes();

describe('EksNodeGroup', () => {
  test('runs Bottlerocket on demand, repairs itself and starts with its least', () => {
    expect(defaults.one('aws_eks_node_group')).toMatchSnapshot();
  });

  test('makes a template, a role and the group, and nothing else', () => {
    expect(Object.keys((JSON.parse(defaults.text) as { readonly resource: Block }).resource)).toEqual([
      'aws_eks_node_group',
      'aws_iam_role',
      'aws_iam_role_policy_attachment',
      'aws_launch_template',
    ]);
  });

  test('takes the image that fits its machines', () => {
    const types = [
      group({ instanceTypes: ['m7i.large'] }),
      group({ image: 'AL2023' }),
      group({ instanceTypes: ['g6.xlarge'], fips: true }),
    ].map(({ ami_type }) => ami_type);
    expect(types).toEqual(['BOTTLEROCKET_x86_64', 'AL2023_ARM_64_STANDARD', 'BOTTLEROCKET_x86_64_NVIDIA_FIPS']);
  });

  test.each([
    [true, 'SPOT'],
    [false, 'ON_DEMAND'],
  ])('with spot %s takes %s machines', (spot, capacity_type) => {
    expect(group({ spot })).toMatchObject({ capacity_type });
  });

  test('leaves the type of a Capacity Block to the launch template, as EKS wants it', () => {
    const output = nodes({
      ...{ instanceTypes: ['p5.48xlarge'], subnetIds: ['subnet-1'], minNodes: 0 },
      ...{ capacityReservation: { id: 'cr-0a1b2c3d4e5f60718' }, capacityBlock: true },
    });
    expect(output.one('aws_eks_node_group')).toMatchObject({ capacity_type: 'CAPACITY_BLOCK' });
    expect(output.one('aws_eks_node_group')).not.toHaveProperty('instance_types');
    expect(output.one('aws_launch_template')).toMatchObject({ instance_type: 'p5.48xlarge' });
  });

  test('is called by a prefix, so that a new group starts before the old one goes', () => {
    expect(defaults.one('aws_eks_node_group')).toMatchObject({
      node_group_name_prefix: 'general-',
      lifecycle: { create_before_destroy: true, ignore_changes: ['scaling_config[0].desired_size'] },
    });
  });

  test('keeps a long name within what the suffix leaves', () => {
    expect(String(group({ name: 'a'.repeat(63) }).node_group_name_prefix)).toMatch(/^a{29}-[0-9a-f]{6}-$/);
  });

  test('is called exactly so where asked, and leaves the number of nodes to the autoscaler all the same', () => {
    const exact = group({ exactName: true });
    expect(exact).toMatchObject({
      node_group_name: 'general',
      lifecycle: { ignore_changes: ['scaling_config[0].desired_size'] },
    });
    expect(exact).not.toHaveProperty('node_group_name_prefix');
    expect(exact.lifecycle).not.toHaveProperty('create_before_destroy');
    expect(group({ exactName: false })).toHaveProperty('node_group_name_prefix');
  });

  test('carries labels and taints, the taints sorted', () => {
    const batch = { key: 'batch', value: 'true', effect: 'NO_SCHEDULE' } as const;
    const arm = { key: 'arm', value: 'true', effect: 'NO_SCHEDULE' } as const;
    expect(group({ labels: { tier: 'batch' }, taints: [batch, arm] })).toMatchObject({
      labels: { tier: 'batch' },
      taint: [arm, batch],
    });
  });

  test('updates as it is told', () => {
    expect(
      group({
        ...{ maxUnavailable: 2, forceUpdateVersion: true },
        ...{ kubernetesVersion: '1.35', releaseVersion: '1.52.0-1a2b3c4d' },
      }),
    ).toMatchObject({
      update_config: { max_unavailable: 2 },
      force_update_version: true,
      version: '1.35',
      release_version: '1.52.0-1a2b3c4d',
    });
  });

  test('asks for a provider that knows the update strategy, where there is one', () => {
    const { one, text } = nodes({ updateStrategy: 'MINIMAL' });
    expect(one('aws_eks_node_group').update_config).toEqual({
      max_unavailable_percentage: 33,
      update_strategy: 'MINIMAL',
    });
    const { required_providers } = (JSON.parse(text) as { readonly terraform: Block }).terraform;
    expect(required_providers).toMatchObject({ aws: { version: '~> 6.26' } });
  });

  test.each([
    [true, true],
    [false, false],
  ])('with nodeRepair %s is repaired by EKS: %s', (nodeRepair, enabled) => {
    expect(group({ nodeRepair }).node_repair_config).toEqual({ enabled });
  });

  test('may join the cluster, pull images and be reached through Systems Manager, and nothing else', () => {
    expect(policies(defaults)).toEqual([
      'arn:aws:iam::aws:policy/AmazonEC2ContainerRegistryPullOnly',
      'arn:aws:iam::aws:policy/AmazonEKSWorkerNodePolicy',
      'arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore',
    ]);
  });

  test('is not reached through Systems Manager where not wanted', () => {
    expect(policies(nodes({ sessionManager: false }))).not.toContain(
      'arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore',
    );
  });

  test('has a role of its own', () => {
    expect(defaults.one('aws_iam_role').name).toBe('funlynk-production-us-east-1-nodes-general');
  });

  test('passes what is asked of its machines on to the launch template', () => {
    const template = nodes({ diskSizeGib: 80, monitoring: false, maxPodsPerNode: 58 }).one('aws_launch_template');
    expect(JSON.stringify(template)).toContain('"volume_size":80');
    expect(template.monitoring).toEqual({ enabled: false });
    expect(template).toHaveProperty('user_data');
  });

  test('adds security groups to that of the cluster, which EKS leaves out then', () => {
    expect(defaults.one('aws_launch_template')).not.toHaveProperty('vpc_security_group_ids');
    const template = nodes({ additionalSecurityGroupIds: ['sg-a', 'sg-b'] }).one('aws_launch_template');
    expect(template.vpc_security_group_ids).toEqual([CLUSTER.clusterSecurityGroupId, 'sg-a', 'sg-b']);
  });

  test('places its machines', () => {
    const output = nodes({ placementGroup: 'partition' });
    expect(output.one('aws_placement_group').name).toBe('funlynk-production-us-east-1-general-partition');
    expect(output.one('aws_launch_template').placement).toEqual({
      group_name: expect.stringMatching(/^\$\{aws_placement_group\..*\.name\}$/) as unknown,
    });
  });

  test('tells the cluster autoscaler of itself, where asked', () => {
    const tags = Object.values(nodes({ clusterAutoscaler: true }).all('aws_autoscaling_group_tag'));
    expect(tags).toHaveLength(3);
    expect(String(tags[0]?.autoscaling_group_name)).toMatch(/resources\[0\]\.autoscaling_groups\[0\]\.name\}$/);
    expect(nodes({ clusterAutoscaler: false }).all('aws_autoscaling_group_tag')).toEqual({});
  });

  test('waits for what a node has to find', () => {
    const output = synth((stack) => {
      const logs = new LogGroup(stack, 'logs', { logGroupName: 'any' });
      new EksNodeGroup(stack, 'nodes', { ...props, dependsOn: [logs.resource] });
    });
    expect(output.one('aws_eks_node_group').depends_on).toContainEqual(expect.stringContaining('log_group.logs'));
  });

  test('hands its provider on to all that it makes', () => {
    const { text } = synth((stack) => {
      const provider = new AwsProvider(stack, 'other', { alias: 'other' });
      const all = { clusterAutoscaler: true, placementGroup: 'spread' } as const;
      new EksNodeGroup(stack, 'nodes', { ...props, ...all, provider });
    });
    const { resource } = JSON.parse(text) as {
      readonly resource: Readonly<Record<string, Readonly<Record<string, Block>>>>;
    };
    const providers = Object.values(resource).flatMap((made) => Object.values(made).map(({ provider }) => provider));
    expect(new Set(providers)).toEqual(new Set(['aws.other']));
  });

  test('cannot have a name that Kubernetes would refuse', () => {
    expect(refused({ name: 'General Purpose' })).toThrow(
      "stack/nodes: 'name' must be lower-case letters, digits and dashes, 63 at most, got 'General Purpose'",
    );
  });

  test('cannot join a cluster whose nodes AWS runs', () => {
    expect(refused({ cluster: { ...CLUSTER, mode: 'auto' } })).toThrow(
      "stack/nodes: 'cluster' must be a standard one, since EKS Auto Mode has no network add-on for these nodes, " +
        "got 'funlynk-production-us-east-1'; leave the group out, or use EksCluster",
    );
  });

  test('cannot be nowhere', () => {
    expect(refused({ subnetIds: [] })).toThrow("stack/nodes: 'subnetIds' must name one at least, got []");
  });

  test('says all that is wrong at once', () => {
    const wrong: Partial<EksNodeGroupProps> = {
      ...{ instanceTypes: [], minNodes: -1, diskSizeGib: 1, labels: { 'k8s.io/a': 'a' }, sysctls: { a: '1' } },
      ...{ maxUnavailable: 0, capacityBlock: true, placementGroup: 'cluster', clusterAutoscaler: true },
      taints: [
        { key: 'a', value: '', effect: 'NO_EXECUTE' },
        { key: 'a', value: '', effect: 'NO_SCHEDULE' },
      ],
    };
    const properties = ['instanceTypes', 'minNodes', 'capacityBlock', 'placementGroup', 'diskSizeGib', 'labels'];
    for (const property of [...properties, 'sysctls', 'maxUnavailable', 'taints']) {
      expect(refused(wrong)).toThrow(`stack/nodes: '${property}' `);
    }
  });
});
