import { EksNodeGroup, type EksNodeGroupProps } from '../../../../lib/cloud/aws/nodes/eks-node-group';
import { LogGroup } from '../../../../lib/cloud/aws/operations/log-group';
import { build, CLUSTER, type Output, synth } from '../harness';

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

function refused(more: Partial<EksNodeGroupProps>): () => void {
  return build((stack) => new EksNodeGroup(stack, 'nodes', { ...props, ...more }));
}

describe('EksNodeGroup', () => {
  test('runs Bottlerocket on demand, repairs itself and starts with its least', () => {
    expect(nodes().one('aws_eks_node_group')).toMatchSnapshot();
  });

  test('takes the architecture of its instance types', () => {
    const types = [nodes(), nodes({ instanceTypes: ['m7i.large'] }), nodes({ image: 'AL2023' })].map(
      (output) => output.one('aws_eks_node_group').ami_type,
    );
    expect(types).toEqual(['BOTTLEROCKET_ARM_64', 'BOTTLEROCKET_x86_64', 'AL2023_ARM_64_STANDARD']);
  });

  test.each([
    [true, 'SPOT'],
    [false, 'ON_DEMAND'],
  ])('with spot %s takes %s machines', (spot, capacity_type) => {
    expect(nodes({ spot }).one('aws_eks_node_group')).toMatchObject({ capacity_type });
  });

  test('leaves the number of nodes to the autoscaler, and starts a new group before the old one goes', () => {
    expect(nodes().one('aws_eks_node_group').lifecycle).toEqual({
      create_before_destroy: true,
      ignore_changes: ['scaling_config[0].desired_size'],
    });
  });

  test('may shrink to nothing', () => {
    expect(nodes({ minNodes: 0 }).one('aws_eks_node_group').scaling_config).toEqual({
      desired_size: 0,
      min_size: 0,
      max_size: 12,
    });
  });

  test('carries labels and taints', () => {
    const taints = [{ key: 'batch', value: 'true', effect: 'NO_SCHEDULE' }] as const;
    expect(nodes({ labels: { tier: 'batch' }, taints }).one('aws_eks_node_group')).toMatchObject({
      labels: { tier: 'batch' },
      taint: taints,
    });
  });

  test('may join the cluster and pull images, and nothing else', () => {
    const attachments = Object.values(nodes().all('aws_iam_role_policy_attachment'));
    expect(attachments.map(({ policy_arn }) => policy_arn)).toEqual([
      'arn:aws:iam::aws:policy/AmazonEC2ContainerRegistryPullOnly',
      'arn:aws:iam::aws:policy/AmazonEKSWorkerNodePolicy',
    ]);
  });

  test('has a role of its own', () => {
    expect(nodes().one('aws_iam_role').name).toBe('funlynk-production-us-east-1-nodes-general');
  });

  test('gives its disk the size asked for', () => {
    expect(JSON.stringify(nodes({ diskSizeGib: 80 }).one('aws_launch_template'))).toContain('"volume_size":80');
  });

  test('waits for what a node has to find', () => {
    const output = synth((stack) => {
      const logs = new LogGroup(stack, 'logs', { logGroupName: 'any' });
      new EksNodeGroup(stack, 'nodes', { ...props, dependsOn: [logs.resource] });
    });
    expect(output.one('aws_eks_node_group').depends_on).toContainEqual(expect.stringContaining('log_group.logs'));
  });

  test('cannot have more nodes at least than at most', () => {
    expect(refused({ minNodes: 30 })).toThrow("stack/nodes: 'minNodes' must be at most maxNodes (12), got 30");
  });

  test('cannot have a broken number of nodes', () => {
    expect(refused({ minNodes: -1, maxNodes: 0 })).toThrow(
      "stack/nodes: 'minNodes' must be a whole number, 0 or more, got -1\n" +
        "stack/nodes: 'maxNodes' must be a whole number, 1 or more, got 0",
    );
  });

  test('cannot have a disk too small for the images', () => {
    expect(refused({ diskSizeGib: 10 })).toThrow("'diskSizeGib' must be a whole number, 20 or more, got 10");
  });

  test('cannot mix architectures', () => {
    expect(refused({ instanceTypes: ['m7g.large', 'm7i.large'] })).toThrow(
      `stack/nodes: 'instanceTypes' must all be of one architecture, got ["m7g.large","m7i.large"]; make one node group`,
    );
  });

  test('cannot run without an instance type', () => {
    expect(refused({ instanceTypes: [] })).toThrow("'instanceTypes' must name one type at least, got []");
  });

  test('cannot run on what is no instance type', () => {
    expect(refused({ instanceTypes: ['e2-standard-4'] })).toThrow(
      "'instanceTypes' must be EC2 instance types such as m7g.large, got 'e2-standard-4'",
    );
  });

  test('cannot run on accelerators whose drivers are missing', () => {
    expect(refused({ instanceTypes: ['g5.xlarge'] })).toThrow(
      "'instanceTypes' must have no accelerator, whose drivers the images lack, got 'g5.xlarge'",
    );
  });

  test('cannot have a name that Kubernetes would refuse', () => {
    expect(refused({ name: 'General Purpose' })).toThrow("'name' must be lower-case letters, digits and dashes");
  });
});
