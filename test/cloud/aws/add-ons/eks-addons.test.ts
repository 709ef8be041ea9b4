import { SnsTopic } from '@cdktf/provider-aws/lib/sns-topic';
import { EksAddons, type EksAddonsProps } from '../../../../lib/cloud/aws/add-ons/eks-addons';
import { type Block, build, CLUSTER, type Output, synth } from '../harness';

const KEY = 'arn:aws:kms:us-east-1:111122223333:key/a';
const props: EksAddonsProps = {
  cluster: CLUSTER,
  kubernetesVersion: '1.35',
  volumesKeyArn: KEY,
  volumeTags: { system: 'funlynk', environment: 'production' },
};
const AUTO = { ...CLUSTER, mode: 'auto' } as const;

function addons(more: Partial<EksAddonsProps> = {}): Output {
  return synth((stack) => {
    const made = new EksAddons(stack, 'addons', { ...props, ...more });
    // Any resource will do for the nodes here.
    made.waitFor(new SnsTopic(stack, 'nodes', {}));
  });
}

const output = addons();
const auto = addons({ cluster: AUTO });

function addon(name: string): Block {
  return output.one('aws_eks_addon', `addons_${name}`);
}

function waitsForNodes(name: string): boolean {
  return JSON.stringify(addon(name).depends_on).includes('aws_sns_topic.nodes');
}

function names(made: Output): readonly unknown[] {
  return Object.values(made.all('aws_eks_addon')).map(({ addon_name }) => addon_name);
}

describe('EksAddons', () => {
  test.each(['eks-pod-identity-agent', 'kube-proxy', 'vpc-cni'])('has %s before the first node', (name) => {
    expect(waitsForNodes(name)).toBe(false);
  });

  test.each(['coredns', 'aws-ebs-csi-driver', 'eks-node-monitoring-agent', 'metrics-server', 'snapshot-controller'])(
    'has %s once there are nodes',
    (name) => {
      expect(waitsForNodes(name)).toBe(true);
    },
  );

  test('names what nodes have to find when they join', () => {
    const nodes = synth((stack) => {
      const { beforeNodes } = new EksAddons(stack, 'addons', props);
      new SnsTopic(stack, 'nodes', { dependsOn: [...beforeNodes] });
    });
    expect(nodes.one('aws_sns_topic').depends_on).toEqual([
      expect.stringContaining('aws_eks_addon.addons_eks-pod-identity-agent'),
      expect.stringContaining('aws_eks_addon.addons_kube-proxy'),
      expect.stringContaining('aws_eks_addon.addons_vpc-cni'),
    ]);
  });

  test('pins every version', () => {
    const unpinned = Object.values(output.all('aws_eks_addon')).filter(
      ({ addon_version }) => addon_version === undefined,
    );
    expect(unpinned).toEqual([]);
    expect(addon('kube-proxy').addon_version).toBe('v1.35.3-eksbuild.29');
  });

  test('undoes what was changed by hand', () => {
    expect(addon('metrics-server')).toMatchInlineSnapshot(`
      {
        "addon_name": "metrics-server",
        "addon_version": "v0.9.0-eksbuild.11",
        "cluster_name": "funlynk-production-us-east-1",
        "depends_on": [
          "aws_sns_topic.nodes",
        ],
        "resolve_conflicts_on_create": "OVERWRITE",
        "resolve_conflicts_on_update": "OVERWRITE",
      }
    `);
  });

  test.each([
    ['coredns', true],
    ['kube-proxy', true],
    ['vpc-cni', true],
    ['aws-ebs-csi-driver', undefined],
    ['eks-pod-identity-agent', undefined],
    ['metrics-server', undefined],
  ])('leaves %s on the cluster when it goes: %s', (name, preserve) => {
    expect(addon(name).preserve).toBe(preserve);
  });

  test('tells the network add-on how to work', () => {
    expect(addon('vpc-cni').configuration_values).toBe(
      '{"enableNetworkPolicy":"true","env":{"ENABLE_PREFIX_DELEGATION":"true","WARM_PREFIX_TARGET":"1"}}',
    );
  });

  test('gives the network add-on its rights before it starts', () => {
    expect(addon('vpc-cni').depends_on).toEqual([
      expect.stringContaining('aws_eks_pod_identity_association.addons_vpc-cni-identity'),
      expect.stringContaining('AmazonEKS_CNI_Policy'),
    ]);
  });

  test("tags the pods' volumes, which the default tags do not reach", () => {
    expect(addon('aws-ebs-csi-driver').configuration_values).toBe(
      '{"controller":{"extraVolumeTags":{"environment":"production","system":"funlynk"}}}',
    );
  });

  test('does what the owner chose', () => {
    const made = addons({
      ipFamily: 'ipv6',
      options: {
        enabled: ['metrics-server'],
        versions: { 'metrics-server': 'eks-default', 'vpc-cni': 'v1.23.2-eksbuild.1' },
        vpcCni: { networkPolicy: false },
        coredns: { computeType: 'Fargate' },
      },
    });
    expect(made.one('aws_eks_addon', 'addons_metrics-server').addon_version).toBeUndefined();
    expect(made.one('aws_eks_addon', 'addons_vpc-cni')).toMatchObject({
      addon_version: 'v1.23.2-eksbuild.1',
      configuration_values: '{"enableNetworkPolicy":"false","env":{"ENABLE_PREFIX_DELEGATION":"true"}}',
    });
    expect(made.one('aws_eks_addon', 'addons_coredns').configuration_values).toContain('"computeType":"Fargate"');
  });

  test('has the add-ons that the owner wants, and no others besides its own', () => {
    expect(names(addons({ options: { enabled: [] } }))).toHaveLength(5);
    expect(names(output)).toHaveLength(8);
  });

  test('has on Auto Mode what AWS does not run there', () => {
    expect(names(auto)).toEqual(['metrics-server', 'snapshot-controller']);
    expect(auto.all('aws_eks_pod_identity_association')).toEqual({});
  });

  test('cannot tell Auto Mode how to do its work, nor anything else that cannot work: all faults at once', () => {
    const options = {
      enabled: ['eks-node-monitoring-agent'],
      vpcCni: {},
      coredns: { replicas: 1 },
      ebsClusterScoped: false,
    } as const;
    expect(build((stack) => new EksAddons(stack, 'addons', { ...props, cluster: AUTO, options }))).toThrow(
      [
        "stack/addons: 'enabled' must not name what EKS Auto Mode includes, got 'eks-node-monitoring-agent'; leave it out",
        "stack/addons: 'coredns.replicas' must be a whole number of at least 2, got 1",
        "stack/addons: 'vpcCni' must not be there on EKS Auto Mode, which does the work of that add-on itself, got {}; leave it out",
        'stack/addons: \'coredns\' must not be there on EKS Auto Mode, which does the work of that add-on itself, got {"replicas":1}; leave it out',
        "stack/addons: 'ebsClusterScoped' must not be there on EKS Auto Mode, which does the work of that add-on itself, got false; leave it out",
      ].join('\n'),
    );
  });
});
