import { GkeClusterStack } from '../../../stacks/infrastructure/gke-cluster-stack';
import { clusterOf, environmentOf, type Edit } from '../environments';
import { stackJson, type StackJson } from '../stack-json';

function clusterStack(name: string, ...edits: readonly Edit[]): StackJson {
  const resolved = environmentOf(name, ...edits);
  const cluster = clusterOf(resolved, 'europe-west1');
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
    name: 'general',
    node_config: { machine_type: 'e2-standard-4' },
    autoscaling: { total_min_node_count: 3, total_max_node_count: 12 },
  });
  expect(production.one('google_container_node_pool')).not.toHaveProperty('node_config.spot', true);
});

test('the pool of development is one to three spot machines', () => {
  expect(development.one('google_container_node_pool')).toMatchObject({
    name: 'spot',
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
