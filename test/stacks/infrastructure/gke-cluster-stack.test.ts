import { GkeClusterStack } from '../../../stacks/infrastructure/gke-cluster-stack';
import { clusterOf, environmentOf, type Edit } from '../environments';
import { stackJson, type StackJson } from '../stack-json';

function clusterStack(name: string, ...edits: readonly Edit[]): StackJson {
  const resolved = environmentOf(name, ...edits);
  const cluster = clusterOf(resolved, name === 'genesis/development' ? 'us-central1' : 'europe-west1');
  const { environment } = cluster;
  if (environment.cloud !== 'google') throw new Error(`${cluster.name} is not on Google Cloud`);
  return stackJson((app) => new GkeClusterStack(app, resolved, cluster, environment));
}

const development = clusterStack('funlynk/development');
const production = clusterStack('funlynk/production');

test('the provider works in the project and region of the cluster, and labels everything', () => {
  expect(production.providers('google')).toEqual([
    {
      project: 'funlynk-production',
      region: 'europe-west1',
      default_labels: { system: 'funlynk', environment: 'production', 'managed-by': 'gantry' },
    },
  ]);
});

test('the production cluster spans its region and is protected', () => {
  expect(production.one('google_container_cluster')).toMatchObject({
    name: 'funlynk-production-europe-west1',
    location: 'europe-west1',
    deletion_protection: true,
    private_cluster_config: { enable_private_nodes: true },
  });
});

test('the development cluster lies in one zone and may be deleted', () => {
  expect(development.one('google_container_cluster')).toMatchObject({
    location: 'europe-west1-b',
    deletion_protection: false,
    private_cluster_config: { enable_private_nodes: true },
  });
});

test('a node pool has the machines and bounds of the file', () => {
  expect(production.one('google_container_node_pool')).toMatchObject({
    name: expect.stringMatching(/^general-[0-9a-f]{6}$/) as unknown,
    node_config: { machine_type: 'e2-standard-4' },
    autoscaling: { total_min_node_count: 3, total_max_node_count: 12 },
  });
  expect(production.one('google_container_node_pool')).not.toHaveProperty('node_config.spot', true);
});

test('the pool of development is one to three spot machines', () => {
  expect(development.one('google_container_node_pool')).toMatchObject({
    name: expect.stringMatching(/^spot-[0-9a-f]{6}$/) as unknown,
    node_config: { machine_type: 'e2-standard-2', spot: true },
    autoscaling: { total_min_node_count: 1, total_max_node_count: 3 },
  });
});

test('each namespace that has secrets has an identity, bound to the service account that reads them', () => {
  const members = Object.values(production.resources('google_service_account_iam_member')).map(({ member }) => member);
  expect(members).toEqual([
    'serviceAccount:funlynk-production.svc.id.goog[funlynk/secret-reader]',
    'serviceAccount:funlynk-production.svc.id.goog[istio-ingress/secret-reader]',
  ]);
});

test('nodes may pull from the repository of the environment, where there is one', () => {
  expect(production.one('google_artifact_registry_repository_iam_member')).toMatchObject({
    repository: 'funlynk-production',
    role: 'roles/artifactregistry.reader',
  });
  expect(development.resources('google_artifact_registry_repository_iam_member')).toEqual({});
});

describe('Autopilot', () => {
  const autopilot = clusterStack('genesis/development');

  test('is regional, without pools, and its nodes are modest all the same', () => {
    expect(autopilot.one('google_container_cluster')).toMatchObject({
      enable_autopilot: true,
      location: 'us-central1',
      cluster_autoscaling: {
        auto_provisioning_defaults: {
          boot_disk_kms_key: expect.stringContaining('google_kms_crypto_key') as unknown,
          service_account: expect.stringContaining('google_service_account') as unknown,
        },
      },
    });
    expect(autopilot.resources('google_container_node_pool')).toEqual({});
  });
});

describe('the clusters of Genesis', () => {
  const genesis = clusterStack('genesis/production');
  const pool = (name: string): unknown =>
    Object.values(genesis.resources('google_container_node_pool')).find((block) =>
      String(block['name']).startsWith(`${name}-`),
    );

  test('are what their file says, beyond what it leaves out', () => {
    expect(genesis.one('google_container_cluster')).toMatchObject({
      binary_authorization: { evaluation_mode: 'PROJECT_SINGLETON_POLICY_ENFORCE' },
      cluster_autoscaling: { enabled: true, autoscaling_profile: 'OPTIMIZE_UTILIZATION' },
      fleet: { project: 'genesis-production' },
      maintenance_policy: { maintenance_exclusion: [{ exclusion_name: 'year-end' }] },
      node_locations: ['europe-west1-b', 'europe-west1-c', 'europe-west1-d'],
      release_channel: { channel: 'STABLE' },
      resource_usage_export_config: { bigquery_destination: { dataset_id: 'genesis_production_europe_west1_usage' } },
    });
  });

  test.each([
    ['agent-runtime', { node_config: { sandbox_config: { type: 'GVISOR' }, disk_type: 'pd-ssd' } }],
    ['mcp-server', { upgrade_settings: { strategy: 'BLUE_GREEN' }, autoscaling: { max_node_count: 4 } }],
    ['gpu', { node_config: { guest_accelerator: [{ type: 'nvidia-l4', count: 1 }] } }],
    ['spot', { node_config: { spot: true }, autoscaling: { location_policy: 'ANY' } }],
    ['general-purpose', { node_config: { taint: [] } }],
  ])('have the pool %s', (name, expected) => {
    expect(pool(name)).toMatchObject(expected);
  });

  test('are backed up to the other region, under a key of that region, and have a plan to restore by', () => {
    expect(genesis.one('google_gke_backup_backup_plan')).toMatchObject({
      location: 'us-central1',
      retention_policy: { backup_retain_days: 90, backup_delete_lock_days: 14 },
    });
    expect(
      Object.values(genesis.resources('google_kms_key_ring'))
        .map(({ location }) => location)
        .sort(),
    ).toEqual(['europe-west1', 'us-central1']);
    expect(genesis.one('google_gke_backup_restore_plan')['location']).toBe('europe-west1');
  });
});

test('production is backed up every night, development never', () => {
  expect(production.one('google_gke_backup_backup_plan')).toMatchObject({
    backup_schedule: { cron_schedule: '0 2 * * *' },
    retention_policy: { backup_retain_days: 30 },
  });
  expect(development.resources('google_gke_backup_backup_plan')).toEqual({});
});

test('a cluster joins the mesh that Google runs where the file says so', () => {
  const edit: Edit = [
    '    fleet: {}\n    nodePools: *nodePools',
    '    fleet: { managedMesh: true }\n    nodePools: *nodePools',
  ];
  expect(clusterStack('genesis/production', edit).one('google_gke_hub_feature_membership')).toMatchObject({
    feature: 'servicemesh',
    membership: expect.stringContaining('fleet[0].membership_id') as unknown,
    mesh: { management: 'MANAGEMENT_AUTOMATIC' },
  });
  expect(clusterStack('genesis/production').resources('google_gke_hub_feature_membership')).toEqual({});
});

test('nodes, those of a pool with an identity of its own included, pull from mirrors of public registries', () => {
  const pulls = Object.values(
    clusterStack('genesis/production').resources('google_artifact_registry_repository_iam_member'),
  ).map(({ repository }) => repository);
  expect(pulls.sort()).toEqual([
    ...['genesis-production', 'genesis-production'],
    ...['genesis-production-docker-hub', 'genesis-production-docker-hub'],
  ]);
});

test('a cluster joins a subnet of another project where the file names one', () => {
  const shared = `{ shared: {
      project: funlynk-network, network: shared, subnet: clusters, podsRange: pods-1, servicesRange: services-1,
      nodes: 10.0.0.0/20, pods: 10.16.0.0/14, services: 10.0.16.0/20, controlPlane: 10.0.32.0/28 } }`;
  const joined = clusterStack('funlynk/production', ['{ cidr: 10.40.0.0/16 }', shared]);
  expect(joined.one('google_container_cluster')).toMatchObject({
    network: 'projects/funlynk-network/global/networks/shared',
    subnetwork: 'projects/funlynk-network/regions/europe-west1/subnetworks/clusters',
  });
  expect(joined.resources('google_compute_network')).toEqual({});
});

test('a network that is closed brings the API of the zones that it finds Google by', () => {
  const closed = clusterStack('funlynk/production', [
    '{ cidr: 10.40.0.0/16 }',
    '{ cidr: 10.40.0.0/16, egress: google-apis }',
  ]);
  const services = (stack: StackJson): readonly unknown[] =>
    Object.values(stack.resources('google_project_service')).map(({ service }) => service);
  expect(services(closed)).toContain('dns.googleapis.com');
  expect(services(production)).not.toContain('dns.googleapis.com');
  expect(closed.resources('google_compute_router_nat')).toEqual({});
});

test('nodes of a pool are labelled with its name in the file, for pods to choose them by', () => {
  expect(production.one('google_container_node_pool')).toHaveProperty('node_config.labels.node-pool', 'general');
});

describe('services that do something in the cloud', () => {
  const genesis = clusterStack('genesis/production');

  test('have an identity each, which their own service account acts as', () => {
    const members = Object.values(genesis.resources('google_service_account_iam_member')).map(
      (block) => block['member'],
    );
    for (const account of ['agent-cage', 'claude-talk', 'agent-sre']) {
      expect(members).toContain(`serviceAccount:genesis-production.svc.id.goog[genesis/${account}]`);
    }
  });

  test('may do what the model says on what it names', () => {
    expect(Object.values(genesis.resources('google_pubsub_subscription_iam_member'))).toMatchObject([
      { role: 'roles/pubsub.subscriber', subscription: 'genesis-production-runs' },
    ]);
    expect(Object.values(genesis.resources('google_pubsub_topic_iam_member'))).toContainEqual(
      expect.objectContaining({ role: 'roles/pubsub.publisher', topic: 'genesis-production-runs' }),
    );
  });

  test('have KEDA read how many messages wait where they are scaled by a queue', () => {
    const members = Object.values(genesis.resources('google_service_account_iam_member')).map(
      (block) => block['member'],
    );
    expect(members).toContain('serviceAccount:genesis-production.svc.id.goog[keda/keda-operator]');
    expect(
      Object.values(production.resources('google_service_account_iam_member')).map((block) => block['member']),
    ).not.toContain('serviceAccount:funlynk-production.svc.id.goog[keda/keda-operator]');
  });
});
