import { value } from '../../lib/checks/output';
import { AGENTS } from '../../stacks/genesis/agents';
import { loadEnvironments } from '../../stacks/run';
import { SYSTEMS } from '../../stacks/systems';
import { clusterFiles, type ClusterFiles } from './cluster-files';
import { environmentOf } from './environments';

/** The agents of Genesis, which lie beside each other. */
const AGENT_TYPES = Object.keys(AGENTS).sort();

/** Services of each system, each after those that it connects to. */
const SERVICES: Readonly<Record<string, string>> = {
  funlynk: '40-postgres,40-redis,41-backend,42-admin-dashboard',
  genesis: ['40-agent-cage', ...AGENT_TYPES.map((type) => `41-agent-${type}`), '42-claude-talk'].join(),
  novacron: '40-consensus,41-api',
};

const environments = loadEnvironments({ root: '.' });
const files = (environment: string, cluster: string): ClusterFiles =>
  clusterFiles(environmentOf(`funlynk/${environment}`), cluster);

const development = files('development', 'europe-west1');
const staging = files('staging', 'us-east-1');
const production = [files('production', 'us-east-1'), files('production', 'europe-west1')];

/** Images of all pods on a cluster. */
function images({ paths, file }: ClusterFiles): readonly unknown[] {
  return paths
    .filter((path) => /\/(deployment|statefulset)-/.test(path))
    .map((path) => value(file(path), 'spec', 'template', 'spec', 'containers', 'image'));
}

test.each(environments.map((resolved) => [resolved.environment.file, resolved] as const))(
  '%s has every service of its system, and no other',
  (_, { environment, model }) => {
    expect(Object.keys(model.services)).toEqual(Object.keys(SYSTEMS[environment.system]?.services ?? {}));
  },
);

test.each(environments.map((resolved) => [resolved.environment.file, resolved] as const))(
  '%s renders the services of its system to each of its clusters, in the same order',
  (_, resolved) => {
    const rendered = resolved.clusters.map(({ name }) =>
      clusterFiles(resolved, name).components.filter((folder) => folder.slice(3) in resolved.model.services),
    );
    expect(new Set(rendered.map((folders) => folders.join()))).toEqual(new Set([SERVICES[resolved.model.name]]));
  },
);

test("staging pulls our images from the system's own registry, with its pull secret", () => {
  expect(images(staging)).toEqual([
    'docker.io/library/postgres:17-alpine',
    'docker.io/library/redis:7-alpine',
    'ghcr.io/funlynk/backend:v1.5.0-rc.1',
    'ghcr.io/funlynk/admin-dashboard:v1.3.0-rc.1',
  ]);
  expect(staging.paths).toContain('20-secrets/externalsecret-registry-credentials');
});

test.each([
  ['ECR', production[0], '111122223333.dkr.ecr.us-east-1.amazonaws.com/funlynk-production/'],
  ['Artifact Registry', production[1], 'europe-west1-docker.pkg.dev/funlynk-production/funlynk-production/'],
])('production pulls every image from %s, as its nodes', (_, cluster, registry) => {
  const pulled = cluster === undefined ? [] : images(cluster);
  expect(pulled).toHaveLength(4);
  expect(pulled.filter((image) => !String(image).startsWith(registry))).toEqual([]);
  expect(cluster?.paths).not.toContain('20-secrets/externalsecret-registry-credentials');
});

test('both clusters of production run the same versions', () => {
  const versions = production.map((cluster) => images(cluster).map((image) => String(image).split('/').at(-1)));
  expect(versions[0]).toEqual(versions[1]);
});

test('development runs one of each, without an autoscaler or a disruption budget', () => {
  expect(development.paths.filter((path) => /horizontalpodautoscaler|poddisruptionbudget/.test(path))).toEqual([]);
  for (const path of ['41-backend/deployment-backend', '42-admin-dashboard/deployment-admin-dashboard']) {
    expect(development.file(path)).toMatchObject({ spec: { replicas: 1 } });
  }
});

test('development lies in one zone on spot machines and may be deleted', () => {
  expect(environmentOf('funlynk/development').environment.clusters['europe-west1']).toMatchObject({
    zone: 'europe-west1-b',
    deletionProtection: false,
    nodePools: { spot: { spot: true, nodes: { min: 1, max: 3 } } },
  });
});

test('production has three to ten of the API on each cluster', () => {
  for (const cluster of production) {
    expect(cluster.file('41-backend/horizontalpodautoscaler-backend')).toMatchObject({
      spec: { minReplicas: 3, maxReplicas: 10 },
    });
  }
});
