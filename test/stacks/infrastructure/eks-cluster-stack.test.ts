import { type App, Testing } from 'cdktf';
import { value } from '../../../lib/checks/output';
import type { ScalingMetric } from '../../../lib/core/model/scaling';
import type { Permission } from '../../../lib/core/service-identity';
import { EksClusterStack } from '../../../stacks/infrastructure/eks-cluster-stack';
import { OriginError } from '../../../stacks/origin';
import type { ResolvedEnvironment } from '../../../stacks/resolve';
import { clusterOf, environmentOf, type Edit } from '../environments';
import { stackJson, type StackJson } from '../stack-json';
import { keeping, permitting } from './cloud-resources';

function clusterStack(name: string, ...edits: readonly Edit[]): StackJson {
  return stackOf(environmentOf(name, ...edits));
}

function stackOf(resolved: ResolvedEnvironment): StackJson {
  return stackJson((app) => addStack(app, resolved));
}

function addStack(app: App, resolved: ResolvedEnvironment): EksClusterStack {
  const cluster = clusterOf(resolved, 'us-east-1');
  const { environment } = cluster;
  if (environment.cloud !== 'aws') throw new Error(`${cluster.name} is not on AWS`);
  return new EksClusterStack(app, resolved, cluster, environment);
}

const staging = clusterStack('funlynk/staging');
const production = clusterStack('funlynk/production');

test('the provider works in the account of the cluster only, and tags everything', () => {
  expect(staging.providers('aws')).toEqual([
    {
      region: 'us-east-1',
      allowed_account_ids: ['222233334444'],
      default_tags: [{ tags: { system: 'funlynk', environment: 'staging', 'managed-by': 'gantry' } }],
    },
  ]);
});

test('the cluster has the name that manifests know it by, and the version of the profile', () => {
  expect(staging.one('aws_eks_cluster')).toMatchObject({ name: 'funlynk-staging-us-east-1', version: '1.35' });
});

test('the API server is reached from the network only', () => {
  expect(staging.one('aws_eks_cluster')).toHaveProperty('vpc_config.endpoint_public_access', false);
});

test('ranges in the file open the API server to them and to nobody else', () => {
  const open = clusterStack('funlynk/staging', [
    'administrators:',
    "publicAccessCidrs: ['203.0.113.0/24']\n    administrators:",
  ]);
  expect(open.one('aws_eks_cluster')).toMatchObject({
    vpc_config: { endpoint_public_access: true, public_access_cidrs: ['203.0.113.0/24'] },
  });
});

test('a node group has the machines and bounds of its pool', () => {
  expect(production.one('aws_eks_node_group')).toMatchObject({
    instance_types: ['m7g.large', 'm7g.xlarge'],
    capacity_type: 'ON_DEMAND',
    scaling_config: { min_size: 3, max_size: 12 },
  });
});

test('a pool of spot machines becomes a node group of them', () => {
  const spot = clusterStack('funlynk/staging', ['max: 4 } }', 'max: 4 }, spot: true }']);
  expect(spot.one('aws_eks_node_group')).toMatchObject({ capacity_type: 'SPOT' });
});

test('staging has one gateway for its three zones, production one in each', () => {
  expect(Object.keys(staging.resources('aws_nat_gateway'))).toHaveLength(1);
  expect(Object.keys(production.resources('aws_nat_gateway'))).toHaveLength(3);
});

test('the administrators of the file may enter', () => {
  expect(staging.one('aws_eks_access_entry')).toMatchObject({
    principal_arn: 'arn:aws:iam::222233334444:role/platform-admin',
  });
});

test('protection against deletion follows the file', () => {
  const unprotected = clusterStack('funlynk/staging', [
    'administrators:',
    'deletionProtection: false\n    administrators:',
  ]);
  expect(staging.one('aws_eks_cluster')).toHaveProperty('lifecycle.prevent_destroy', true);
  expect(unprotected.one('aws_eks_cluster')).not.toHaveProperty('lifecycle.prevent_destroy', true);
});

test('each namespace that has secrets has a role that reads them', () => {
  const roles = Object.values(staging.resources('aws_iam_role')).map(({ name }) => name);
  expect(roles).toEqual(
    expect.arrayContaining([
      'funlynk-staging-us-east-1-secrets-funlynk',
      'funlynk-staging-us-east-1-secrets-istio-ingress',
    ]),
  );
});

describe('a cluster that uses much of what there is', () => {
  const novacron = clusterStack('novacron/production');
  const roles = Object.values(novacron.resources('aws_iam_role')).map(({ name }) => name);

  test('has an identity for each controller of the file', () => {
    for (const kind of [
      'cert-manager',
      'cluster-autoscaler',
      'external-dns',
      'fluent-bit',
      'load-balancer-controller',
    ]) {
      expect(roles).toContain(`novacron-production-us-east-1-${kind}`);
    }
  });

  test('has a role for emergencies, and entries for whom the file names', () => {
    expect(roles).toContain('novacron-production-us-east-1-break-glass');
    expect(Object.values(novacron.resources('aws_eks_access_entry')).map(({ principal_arn }) => principal_arn)).toEqual(
      expect.arrayContaining(['arn:aws:iam::444455556666:role/auditors', 'arn:aws:iam::444455556666:role/operators']),
    );
  });

  test('has what Karpenter needs', () => {
    expect(novacron.one('aws_sqs_queue')).toMatchObject({ name: 'novacron-production-us-east-1-karpenter' });
  });

  test('writes to the zone that the foundation made', () => {
    expect(novacron.json).toHaveProperty('data.aws_route53_zone.Zone.name', 'novacron.example.com');
  });
});

test('in Auto Mode EKS runs the nodes, which reach AWS without the internet', () => {
  const auto = clusterStack('novacron/staging');
  expect(auto.one('aws_eks_cluster')).toMatchObject({ compute_config: { enabled: true } });
  expect(auto.resources('aws_eks_node_group')).toEqual({});
  expect(auto.resources('aws_nat_gateway')).toEqual({});
  expect(Object.values(auto.resources('aws_vpc_endpoint')).map(({ service_name }) => service_name)).toContain(
    'com.amazonaws.us-east-1.ecr.dkr',
  );
});

test('a VPC that is there already is joined, and none is made', () => {
  const joined = clusterStack('funlynk/staging', [
    'network: { cidr: 10.30.0.0/16, natGateways: single }',
    'network: { existing: { vpcId: vpc-0a1b2c3d, privateSubnetIds: [subnet-0a1b2c3d, subnet-1a2b3c4d] } }',
  ]);
  expect(joined.resources('aws_vpc')).toEqual({});
  expect(joined.one('aws_eks_node_group')).toMatchObject({ subnet_ids: ['subnet-0a1b2c3d', 'subnet-1a2b3c4d'] });
});

test('nodes of a pool are labelled with its name in the file, beside its own labels', () => {
  const labelled = clusterStack('funlynk/staging', ['max: 4 } }', 'max: 4 }, labels: { tier: batch } }']);
  expect(staging.one('aws_eks_node_group')).toHaveProperty('labels', { 'node-pool': 'general' });
  expect(labelled.one('aws_eks_node_group')).toHaveProperty('labels', { 'node-pool': 'general', tier: 'batch' });
});

describe('services that do something in the cloud', () => {
  const MAILS = { queues: { mails: {} } };
  const consume: Permission = { action: 'queue:consume', queues: ['mails'] };
  const consuming = permitting(keeping('funlynk/staging', MAILS), 'backend', [consume]);

  test('have a role each, which the pods of their own service account act as', () => {
    const stack = stackOf(consuming);
    expect(Object.values(stack.resources('aws_eks_pod_identity_association'))).toContainEqual(
      expect.objectContaining({ namespace: 'funlynk', service_account: 'backend' }),
    );
    const roles = Object.values(stack.resources('aws_iam_role')).map(({ name }) => name);
    expect(roles).toContain('funlynk-staging-us-east-1-funlynk-backend');
  });

  test('may do what the model says on what it names', () => {
    const policies = Object.values(stackOf(consuming).resources('aws_iam_role_policy')).map((it) =>
      String(it['policy']),
    );
    const own = policies.filter((policy) => policy.includes('sqs:ReceiveMessage'));
    expect(own).toEqual([expect.stringContaining('"arn:aws:sqs:us-east-1:222233334444:funlynk-staging-mails"')]);
  });

  test('have no role without permissions', () => {
    const accounts = Object.values(staging.resources('aws_eks_pod_identity_association'));
    expect(accounts.map((block) => value(block, 'namespace'))).not.toContain('funlynk');
  });

  test('that log in to databases are refused together, where the file names them', () => {
    const connect: Permission = { action: 'database:connect', databases: ['main'] };
    const both = permitting(permitting(consuming, 'backend', [connect]), 'admin-dashboard', [connect]);
    const thrown = errorOf(() => addStack(Testing.app(), both));

    expect(thrown.refused.map(({ origin }) => origin.join('.')).sort()).toEqual([
      'services.admin-dashboard',
      'services.backend',
    ]);
    expect(thrown.message).toContain(
      "funlynk-staging-us-east-1/identity-funlynk-backend: 'identity.permissions' must not hold database:connect on AWS " +
        "for a database whose ID and user are not told, got 'main'; RDS makes up the ID: give databaseUsers.main",
    );
  });
});

describe('services that are scaled by a queue', () => {
  const metric: ScalingMetric = { type: 'queue', queue: 'mails', messagesPerReplica: 10 };
  const resolved = keeping('funlynk/staging', { queues: { mails: {}, audit: {} } });
  const backend = resolved.model.services['backend'];

  test('have KEDA read the length of that queue and of no other', () => {
    if (backend === undefined || backend.kind === 'Job') throw new Error('no backend');
    const scaled = { ...backend, replicas: { min: 1, max: 4 }, autoscaling: { metrics: { mails: metric } } };
    const services = { ...resolved.model.services, backend: scaled };
    const stack = stackOf({ ...resolved, model: { ...resolved.model, services } });
    const policies = Object.values(stack.resources('aws_iam_role_policy')).map((it) => String(it['policy']));

    expect(Object.values(stack.resources('aws_eks_pod_identity_association'))).toContainEqual(
      expect.objectContaining({ namespace: 'keda', service_account: 'keda-operator' }),
    );
    expect(policies.filter((policy) => policy.includes('ReadQueueLengths'))).toEqual([
      expect.stringContaining('"Resource":["arn:aws:sqs:us-east-1:222233334444:funlynk-staging-mails"]'),
    ]);
  });

  test('are needed for KEDA to have an identity', () => {
    const accounts = Object.values(staging.resources('aws_eks_pod_identity_association'));
    expect(accounts.map((block) => value(block, 'namespace'))).not.toContain('keda');
  });
});

function errorOf(make: () => unknown): OriginError {
  try {
    make();
  } catch (error) {
    if (error instanceof OriginError) return error;
  }
  throw new Error('nothing was refused');
}
