import type { EnvironmentOutput } from '../../lib/checks/output';
import { manifestYaml } from '../../lib/platform/gitops/render';
import { loadEnvironments } from '../../stacks/run';
import { synthesize } from '../../stacks/synthesize';
import { belowCluster, componentOf, differences, type Manifests } from './manifest-differences';

/** Most lines that a reviewer is asked to read at once. */
const MAX_LINES = 300;

/** A cluster of an environment with its manifests. */
interface Rendered {
  /** As `funlynk/staging us-east-1`. */
  readonly title: string;
  readonly production: boolean;
  readonly manifests: Manifests;
}

const { outputs } = synthesize(loadEnvironments({ root: '.' }));
const systems = [...new Set(outputs.map(({ model }) => model.name))];

function clustersOf({ model, profile, clusters }: EnvironmentOutput): readonly Rendered[] {
  return clusters.map(({ name, manifests }) => ({
    title: `${model.name}/${model.environment} ${name}`,
    production: profile === 'production',
    manifests: belowCluster(`${model.name}/${model.environment}/${name}`, manifests),
  }));
}

function expectSnapshot(text: string): void {
  expect(text.split('\n').length).toBeLessThan(MAX_LINES);
  expect(text).toMatchSnapshot();
}

/** Names of the components of some clusters, and of the kinds of objects in each. */
function contents(...clusters: readonly Manifests[]): readonly (readonly [component: string, kind: string])[] {
  const found = clusters
    .flatMap((manifests) => [...manifests])
    .map(([path, { kind }]) => `${componentOf(path)} ${kind}`);
  return [...new Set(found)].sort().map((pair) => [componentOf(pair.replace(' ', '/')), pair.split(' ')[1] ?? '']);
}

/*
 * One cluster of a system is written out, the first that is made for production; of every other only what differs
 * from it. A new environment or cluster is covered by being there: its snapshots are short, and say what is special.
 */
describe.each(systems)('the manifests of %s:', (system) => {
  const clusters = outputs.filter(({ model }) => model.name === system).flatMap(clustersOf);
  const reference = clusters.find(({ production }) => production) ?? clusters[0];
  const written: Manifests = reference?.manifests ?? new Map<string, never>();

  test.each(contents(written).map(([component, kind]) => [reference?.title, component, kind]))(
    '%s %s renders these objects of kind %s',
    (_, component, kind) => {
      const own = [...written].filter(([path, found]) => componentOf(path) === component && found.kind === kind);
      expectSnapshot(own.map(([path, manifest]) => `# ${path}\n${manifestYaml(manifest)}`).join(''));
    },
  );

  const others = clusters.filter((cluster) => cluster !== reference);
  const components = [...new Set(contents(...clusters.map(({ manifests }) => manifests)).map(([name]) => name))];

  test.each(others.flatMap((cluster) => components.map((name) => [cluster.title, name, cluster] as const)))(
    `%s %s renders these manifests otherwise than ${reference?.title}`,
    (_, component, { manifests }) => expectSnapshot(differences(component, manifests, written)),
  );
});
