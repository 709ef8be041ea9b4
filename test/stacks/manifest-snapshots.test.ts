import type { EnvironmentOutput } from '../../lib/checks/output';
import type { Manifest } from '../../lib/core/manifest';
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

/** Objects of a kind beyond which each is a line. */
const MANY = 5;

function asDocument([path, manifest]: readonly [string, Manifest]): string {
  return `# ${path}\n${manifestYaml(manifest)}`;
}

function asLine([path, { spec }]: readonly [string, Manifest]): string {
  return `# ${path}\n${JSON.stringify(spec)}\n`;
}

/** Components that an earlier one is like, by the beginning of their names and their kinds, with that one. */
function twinsAmong(manifests: Manifests): ReadonlyMap<string, string> {
  const firsts = new Map<string, string>();
  const twins = new Map<string, string>();
  for (const component of new Set([...manifests.keys()].map(componentOf))) {
    const kinds = contents(manifests).flatMap(([name, kind]) => (name === component ? [kind] : []));
    const likeness = [component.split('-').slice(0, 2).join('-'), ...kinds].join();
    const first = firsts.get(likeness);
    if (first === undefined) firsts.set(likeness, component);
    else twins.set(component, first);
  }
  return twins;
}

/** The manifests of one component under the name of another. */
function renamed(manifests: Manifests, from: string, to: string): Manifests {
  const [own, other] = [from.slice(3), to.slice(3)];
  return new Map(
    [...manifests]
      .filter(([path]) => componentOf(path) === from)
      .map(([path, manifest]) => [
        path.replace(from, to).replaceAll(own, other),
        JSON.parse(JSON.stringify(manifest).replaceAll(own, other)) as Manifest,
      ]),
  );
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

  const twins = twinsAmong(written);

  test.each(
    contents(written)
      .filter(([component]) => !twins.has(component))
      .map(([component, kind]) => [reference?.title, component, kind]),
  )('%s %s renders these objects of kind %s', (_, component, kind) => {
    const own = [...written].filter(([path, found]) => componentOf(path) === component && found.kind === kind);
    expectSnapshot(own.map(own.length > MANY ? asLine : asDocument).join(''));
  });

  const others = clusters.filter((cluster) => cluster !== reference);
  const components = [...new Set(contents(...clusters.map(({ manifests }) => manifests)).map(([name]) => name))];

  const toOthers = others.flatMap(({ title, manifests }) =>
    components.map((name) => [title, name, reference?.title, () => differences(name, manifests, written)] as const),
  );
  const toTwins = [...twins].map(
    ([name, first]) =>
      [reference?.title, name, first, () => differences(first, renamed(written, name, first), written)] as const,
  );

  test.each([...toTwins, ...toOthers])('%s %s renders these manifests otherwise than %s', (_title, _name, _as, tell) =>
    expectSnapshot(tell()),
  );
});
