import { list, value } from '../../../lib/checks/output';
import { GoogleFoundationStack } from '../../../stacks/infrastructure/google-foundation-stack';
import { environmentOf, type Edit } from '../environments';
import { stackJson, type StackJson } from '../stack-json';

const NAME = 'funlynk/production';

function foundation(name: string, ...edits: readonly Edit[]): StackJson {
  const resolved = environmentOf(name, ...edits);
  return stackJson((app) => new GoogleFoundationStack(app, resolved));
}

const production = foundation(NAME);
const development = foundation('funlynk/development');

/** A second cluster, before the others in the file. */
function another(project: string, region: string): Edit {
  return [
    'clusters:\n',
    `clusters:
  second:
    cloud: google
    project: ${project}
    region: ${region}
    network: { cidr: 10.80.0.0/16 }
    nodePools:
      general: { machineType: e2-standard-4, nodes: { min: 3, max: 6 } }
`,
  ];
}

test('the provider labels everything, as the labels are written elsewhere', () => {
  expect(production.providers('google')).toEqual([
    { default_labels: { system: 'funlynk', environment: 'production', 'managed-by': 'gantry' } },
  ]);
});

test('every secret of the system has a place', () => {
  const ids = Object.values(production.resources('google_secret_manager_secret')).map((secret) => secret['secret_id']);
  expect(ids).toEqual(['app', 'database', 'redis', 'tls'].map((name) => `funlynk-production-${name}`));
});

test('images have one repository in each region', () => {
  const { location, repository_id } = production.one('google_artifact_registry_repository');
  expect([location, repository_id]).toEqual(['europe-west1', 'funlynk-production']);
});

test("an environment that pulls from the system's own registry has no repository and no key for one", () => {
  expect(development.resources('google_artifact_registry_repository')).toEqual({});
  expect(Object.values(development.resources('google_kms_crypto_key')).map(({ name }) => name)).toEqual(['secrets']);
});

test('what protected clusters stand on is protected against deletion, too', () => {
  const protection = (stack: StackJson): readonly unknown[] =>
    Object.values(stack.resources('google_secret_manager_secret')).map((secret) => secret['deletion_protection']);
  expect(protection(production)).toEqual([true, true, true, true]);
  expect(new Set(protection(development))).toEqual(new Set([false]));
});

test('clusters in two regions of a project share its secrets, with a replica and a key in each region', () => {
  const two = foundation(NAME, another('funlynk-production', 'europe-north1'));
  const [secret] = Object.values(two.resources('google_secret_manager_secret'));
  const replicas = list(secret, 'replication', 'user_managed', 'replicas');
  expect(replicas.map((replica) => value(replica, 'location'))).toEqual(['europe-north1', 'europe-west1']);
  expect(Object.keys(two.resources('google_artifact_registry_repository'))).toHaveLength(2);
  expect(Object.keys(two.resources('google_secret_manager_secret'))).toHaveLength(4);
});

test('clusters in two projects have a foundation in each', () => {
  const two = foundation(NAME, another('funlynk-second', 'europe-west1'));
  const projects = Object.values(two.resources('google_secret_manager_secret')).map(({ project }) => project);
  expect(new Set(projects)).toEqual(new Set(['funlynk-production', 'funlynk-second']));
});

test('in production reads of secrets, keys, images and clusters are logged', () => {
  const services = Object.values(production.resources('google_project_iam_audit_config')).map(({ service }) => service);
  expect(services).toEqual(
    ['artifactregistry', 'cloudkms', 'container', 'secretmanager'].map((api) => `${api}.googleapis.com`),
  );
  expect(development.resources('google_project_iam_audit_config')).toEqual({});
});

test('secrets are due again and again where the file says so, which is told on a topic each', () => {
  const genesis = foundation('genesis/production');
  expect(Object.values(genesis.resources('google_secret_manager_secret'))).toHaveLength(2);
  expect(Object.values(genesis.resources('google_secret_manager_secret'))).toMatchObject(
    Array.from({ length: 2 }, () => ({
      rotation: { rotation_period: '7776000s', next_rotation_time: '2027-01-15T03:00:00Z' },
    })),
  );
  const topics = Object.values(genesis.resources('google_pubsub_topic')).map(({ name }) => name);
  expect(topics).toEqual(
    expect.arrayContaining(['genesis-production-claude-rotation', 'genesis-production-tls-rotation']),
  );
  expect(production.resources('google_pubsub_topic')).toEqual({});
});

describe('who vouches for images', () => {
  const trust = (name: string): StackJson => foundation(name);

  test('is one attestor, whom each cluster heeds as its file says', () => {
    const genesis = trust('genesis/production');
    expect(genesis.one('google_binary_authorization_attestor')['name']).toBe('genesis-production');
    expect(genesis.one('google_binary_authorization_policy')).toMatchObject({
      admission_whitelist_patterns: [{ name_pattern: 'docker.io/istio/*' }],
      default_admission_rule: { enforcement_mode: 'ENFORCED_BLOCK_AND_AUDIT_LOG' },
      cluster_admission_rules: [
        { cluster: 'europe-west1.genesis-production-europe-west1', enforcement_mode: 'ENFORCED_BLOCK_AND_AUDIT_LOG' },
        { cluster: 'us-central1.genesis-production-us-central1', enforcement_mode: 'ENFORCED_BLOCK_AND_AUDIT_LOG' },
      ],
    });
  });

  test('is only listened to in staging', () => {
    expect(trust('genesis/staging').one('google_binary_authorization_policy')).toMatchObject({
      default_admission_rule: { enforcement_mode: 'DRYRUN_AUDIT_LOG_ONLY' },
    });
  });

  test('is nobody where no cluster asks', () => {
    expect(development.resources('google_binary_authorization_policy')).toEqual({});
    expect(development.resources('google_binary_authorization_attestor')).toEqual({});
  });
});

test('the mesh that Google runs is switched on once for a fleet', () => {
  const mesh = foundation('genesis/production', ['    fleet: {}\n', '    fleet: { managedMesh: true }\n']);
  expect(mesh.one('google_gke_hub_feature')).toMatchObject({ name: 'servicemesh', project: 'genesis-production' });
  expect(foundation('genesis/production').resources('google_gke_hub_feature')).toEqual({});
});

test('public registries are mirrored in every region, for nodes to pull from', () => {
  const repositories = Object.values(foundation('genesis/production').resources('google_artifact_registry_repository'));
  expect(repositories.map(({ location, repository_id, mode }) => [location, repository_id, mode])).toEqual([
    ['europe-west1', 'genesis-production-docker-hub', 'REMOTE_REPOSITORY'],
    ['us-central1', 'genesis-production-docker-hub', 'REMOTE_REPOSITORY'],
    ['europe-west1', 'genesis-production', undefined],
    ['us-central1', 'genesis-production', undefined],
  ]);
});

test('what services keep in the cloud shares the key of messages with secrets that are due', () => {
  const genesis = foundation('genesis/production');
  const keys = Object.values(genesis.resources('google_kms_crypto_key')).map(({ name }) => name);
  expect(keys.filter((name) => name === 'messaging')).toHaveLength(1);
  const topics = Object.values(genesis.resources('google_pubsub_topic'));
  expect(topics.map(({ name }) => name)).toContain('genesis-production-runs');
  expect(new Set(topics.map(({ kms_key_name }) => kms_key_name)).size).toBe(1);
});

test('a system that keeps nothing in the cloud has no API, key, bucket or queue for it', () => {
  const apis = Object.values(production.resources('google_project_service')).map(({ service }) => service);
  expect(apis).not.toContain('storage.googleapis.com');
  expect(apis).not.toContain('pubsub.googleapis.com');
  expect(production.resources('google_storage_bucket')).toEqual({});
  expect(production.resources('google_pubsub_subscription')).toEqual({});
});
