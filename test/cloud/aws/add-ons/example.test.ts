import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readmeExample } from '../../../support/readme-example';
import { synth } from '../harness';
import { example } from './example';

const output = synth(example);

/** Everything that a resource waits for by `depends_on`, near and far. */
function waitsFor(id: string): readonly string[] {
  const seen = new Set<string>();
  const open = [id];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [type = '', name = ''] = next.split('.');
    const found = output.all(type)[name]?.depends_on;
    for (const each of Array.isArray(found) ? found.map(String) : []) {
      if (seen.has(each)) continue;
      seen.add(each);
      open.push(each);
    }
  }
  return [...seen];
}

function addonsAmong(ids: readonly string[]): readonly unknown[] {
  return ids
    .filter((id) => id.startsWith('aws_eks_addon.'))
    .map((id) => output.one('aws_eks_addon', id.slice('aws_eks_addon.'.length)).addon_name)
    .sort();
}

describe('the example of the README', () => {
  test('is the code that is tested here', () => {
    const readme = readFileSync(join(__dirname, '../../../../lib/cloud/aws/add-ons/README.md'), 'utf8');
    expect(readme).toContain(readmeExample(join(__dirname, 'example.ts')));
  });

  test('has the add-ons that it names, and those that a cluster cannot do without', () => {
    const versions = Object.values(output.all('aws_eks_addon')).map(({ addon_name, addon_version }) => [
      addon_name,
      addon_version,
    ]);
    expect(Object.fromEntries(versions)).toMatchInlineSnapshot(`
      {
        "aws-ebs-csi-driver": "v1.66.0-eksbuild.1",
        "aws-efs-csi-driver": "v3.4.2-eksbuild.1",
        "coredns": "v1.13.2-eksbuild.31",
        "eks-pod-identity-agent": "v1.3.10-eksbuild.3",
        "kube-proxy": "v1.35.3-eksbuild.29",
        "metrics-server": "v0.9.0-eksbuild.11",
        "snapshot-controller": "v8.6.0-eksbuild.8",
        "vpc-cni": "v1.23.2-eksbuild.1",
      }
    `);
  });

  test('has nodes join a cluster that is ready for them, and no sooner', () => {
    const [group = ''] = Object.keys(output.all('aws_eks_node_group'));
    const before = ['eks-pod-identity-agent', 'kube-proxy', 'vpc-cni'];
    expect(addonsAmong(waitsFor(`aws_eks_node_group.${group}`))).toEqual(before);
  });

  test('has everything else wait for the nodes', () => {
    const waiting = Object.keys(output.all('aws_eks_addon'))
      .filter((id) => waitsFor(`aws_eks_addon.${id}`).some((each) => each.startsWith('aws_eks_node_group.')))
      .map((id) => output.one('aws_eks_addon', id).addon_name)
      .sort();
    expect(waiting).toEqual([
      'aws-ebs-csi-driver',
      'aws-efs-csi-driver',
      'coredns',
      'metrics-server',
      'snapshot-controller',
    ]);
  });
});
