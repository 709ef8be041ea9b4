import * as accessEntry from '@cdktf/provider-aws/lib/eks-access-entry';
import * as accessPolicyAssociation from '@cdktf/provider-aws/lib/eks-access-policy-association';
import * as addon from '@cdktf/provider-aws/lib/eks-addon';
import * as capability from '@cdktf/provider-aws/lib/eks-capability';
import * as cluster from '@cdktf/provider-aws/lib/eks-cluster';
import * as fargateProfile from '@cdktf/provider-aws/lib/eks-fargate-profile';
import * as nodeGroup from '@cdktf/provider-aws/lib/eks-node-group';
import * as podIdentityAssociation from '@cdktf/provider-aws/lib/eks-pod-identity-association';
import * as launchTemplate from '@cdktf/provider-aws/lib/launch-template';
import * as subnet from '@cdktf/provider-aws/lib/subnet';
import * as vpc from '@cdktf/provider-aws/lib/vpc';
import { FORCE_NEW, type ForceNewResource } from '../../../../lib/cloud/aws/eks/force-new';

/** The classes that the bound provider has for each resource: one for itself, and one for each of its blocks. */
const BOUND: Readonly<Record<ForceNewResource, { readonly prefix: string; readonly classes: object }>> = {
  aws_eks_access_entry: { prefix: 'EksAccessEntry', classes: accessEntry },
  aws_eks_access_policy_association: { prefix: 'EksAccessPolicyAssociation', classes: accessPolicyAssociation },
  aws_eks_addon: { prefix: 'EksAddon', classes: addon },
  aws_eks_capability: { prefix: 'EksCapability', classes: capability },
  aws_eks_cluster: { prefix: 'EksCluster', classes: cluster },
  aws_eks_fargate_profile: { prefix: 'EksFargateProfile', classes: fargateProfile },
  aws_eks_node_group: { prefix: 'EksNodeGroup', classes: nodeGroup },
  aws_eks_pod_identity_association: { prefix: 'EksPodIdentityAssociation', classes: podIdentityAssociation },
  aws_launch_template: { prefix: 'LaunchTemplate', classes: launchTemplate },
  aws_subnet: { prefix: 'Subnet', classes: subnet },
  aws_vpc: { prefix: 'Vpc', classes: vpc },
};

const RESOURCES = Object.entries(FORCE_NEW).map(([resource, { attributes, blocks, sometimes }]) => ({
  resource,
  paths: [...attributes, ...blocks, ...Object.keys(sometimes)],
}));

function pascal(path: readonly string[]): string {
  return path
    .map((name) => name.replace(/(^|_)([a-z0-9])/g, (_, _dash, letter: string) => letter.toUpperCase()))
    .join('');
}

/** Whether the bound provider has an attribute or a block of that path, whatever case it writes it in. */
function isBound({ prefix, classes }: (typeof BOUND)[ForceNewResource], path: string): boolean {
  const segments = path.split('.');
  const owner =
    `${prefix}${pascal(segments.slice(0, -1))}${segments.length > 1 ? 'OutputReference' : ''}`.toLowerCase();
  const found: unknown = Object.entries(classes).find(([name]) => name.toLowerCase() === owner)?.[1];
  if (typeof found !== 'function') return false;
  const properties = Object.getOwnPropertyNames(found.prototype).map((name) => name.toLowerCase());
  return properties.includes(pascal(segments.slice(-1)).toLowerCase());
}

function boundOf(resource: string): (typeof BOUND)[ForceNewResource] {
  const found = Object.entries(BOUND).find(([name]) => name === resource);
  if (found === undefined) throw new Error(`nothing is bound for ${resource}`);
  return found[1];
}

describe('FORCE_NEW', () => {
  test.each(RESOURCES)('names what the bound provider has of $resource', ({ resource, paths }) => {
    expect(paths.filter((path) => !isBound(boundOf(resource), path))).toEqual([]);
  });

  test.each(RESOURCES)('names each attribute and block of $resource once, in order', ({ resource, paths }) => {
    expect(new Set(paths).size).toBe(paths.length);
    const { attributes } = Object.entries(FORCE_NEW).find(([name]) => name === resource)?.[1] ?? { attributes: [] };
    expect(attributes).toEqual([...attributes].sort());
  });

  test('can tell a name that the provider does not have', () => {
    expect(isBound(BOUND.aws_eks_cluster, 'kubernetes_network_config.ip_family')).toBe(true);
    expect(isBound(BOUND.aws_eks_cluster, 'kubernetes_network_config.ip_families')).toBe(false);
    expect(isBound(BOUND.aws_eks_cluster, 'kubernetes_networks_config.ip_family')).toBe(false);
  });

  test('names what an existing cluster would be lost with', () => {
    expect(FORCE_NEW.aws_eks_cluster.attributes).toEqual(
      expect.arrayContaining(['name', 'role_arn', 'kubernetes_network_config.service_ipv4_cidr']),
    );
  });
});
