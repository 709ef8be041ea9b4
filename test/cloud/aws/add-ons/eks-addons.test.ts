import { SnsTopic } from '@cdktf/provider-aws/lib/sns-topic';
import { EksAddons } from '../../../../lib/cloud/aws/add-ons/eks-addons';
import { type Block, CLUSTER, statements, synth } from '../harness';

const KEY = 'arn:aws:kms:us-east-1:111122223333:key/a';
const output = synth((stack) => {
  const addons = new EksAddons(stack, 'addons', {
    cluster: CLUSTER,
    volumesKeyArn: KEY,
    volumeTags: { system: 'funlynk' },
  });
  // Any resource will do for the nodes here.
  addons.waitFor(new SnsTopic(stack, 'nodes', {}));
});

function addon(name: string): Block {
  return output.one('aws_eks_addon', `addons_${name}`);
}

function waitsForNodes(name: string): boolean {
  return JSON.stringify(addon(name).depends_on).includes('aws_sns_topic.nodes');
}

describe('EksAddons', () => {
  test.each(['eks-pod-identity-agent', 'kube-proxy', 'vpc-cni'])('has %s before the first node', (name) => {
    expect(waitsForNodes(name)).toBe(false);
  });

  test.each(['coredns', 'aws-ebs-csi-driver'])('has %s once there are nodes', (name) => {
    expect(waitsForNodes(name)).toBe(true);
  });

  test('enforces network policies and hands out addresses by the prefix', () => {
    expect(JSON.parse(String(addon('vpc-cni').configuration_values))).toEqual({
      enableNetworkPolicy: 'true',
      env: { ENABLE_PREFIX_DELEGATION: 'true', WARM_PREFIX_TARGET: '1' },
    });
  });

  test('undoes what was changed by hand', () => {
    expect(addon('coredns')).toMatchInlineSnapshot(`
      {
        "addon_name": "coredns",
        "cluster_name": "funlynk-production-us-east-1",
        "depends_on": [
          "aws_sns_topic.nodes",
        ],
        "resolve_conflicts_on_create": "OVERWRITE",
        "resolve_conflicts_on_update": "OVERWRITE",
      }
    `);
  });

  test('gives the network add-on its rights before it starts', () => {
    expect(addon('vpc-cni').depends_on).toEqual([
      expect.stringContaining('aws_eks_pod_identity_association.addons_vpc-cni-identity'),
      expect.stringContaining('AmazonEKS_CNI_Policy'),
    ]);
  });

  test('lets the volume driver use the volumes key and no other', () => {
    const policy = output.one('aws_iam_role_policy', 'addons_ebs-csi').policy;
    expect(statements(policy).map((statement) => statement.Resource)).toEqual([[KEY], [KEY]]);
  });

  test("tags the pods' volumes, which the default tags do not reach", () => {
    expect(addon('aws-ebs-csi-driver').configuration_values).toBe(
      '{"controller":{"extraVolumeTags":{"system":"funlynk"}}}',
    );
  });
});
