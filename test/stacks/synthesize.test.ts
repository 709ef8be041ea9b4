import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { loadEnvironments } from '../../stacks/run';
import { synthesize } from '../../stacks/synthesize';

const environments = loadEnvironments({ root: '.' });
const staging = environments.filter(
  ({ environment: { system, environment } }) => `${system}/${environment}` === 'funlynk/staging',
);
const synthesis = synthesize(environments);

const paths = (files: readonly { path: string }[]): readonly string[] => files.map(({ path }) => path);
const stacks = synthesis.outputs.flatMap((output) => output.stacks.map(({ name }) => name));

test('there is an output for each environment, in their order', () => {
  expect(synthesis.outputs.map(({ model }) => `${model.name}/${model.environment}`)).toEqual(
    environments.map(({ environment }) => `${environment.system}/${environment.environment}`),
  );
});

test('each stack has one file, and one manifest names them all', () => {
  expect([...paths(synthesis.infrastructure)].sort()).toEqual(
    ['manifest.json', ...stacks.map((name) => `stacks/${name}/cdk.tf.json`)].sort(),
  );
  const manifest = synthesis.infrastructure.find(({ path }) => path === 'manifest.json');
  const parsed = JSON.parse(manifest?.content ?? '{}') as { stacks: Readonly<Record<string, unknown>> };
  expect(Object.keys(parsed.stacks).sort()).toEqual([...stacks].sort());
});

test('each manifest lies below its system, environment, cluster and numbered component', () => {
  const place = /^[a-z0-9-]+\/[a-z0-9-]+\/[a-z0-9-]+\/\d\d-[a-z0-9-]+\/[a-z0-9.-]+\.yaml$/;
  expect(paths(synthesis.manifests).filter((path) => !place.test(path))).toEqual([]);
  expect(new Set(paths(synthesis.manifests)).size).toBe(synthesis.manifests.length);
});

test('a file holds what the checks looked at', () => {
  const [{ path, manifest } = { path: '', manifest: {} }] = synthesis.outputs[0]?.clusters[0]?.manifests ?? [];
  const file = synthesis.manifests.find((found) => found.path === path);
  expect(file?.content).toBe(stringify(manifest, { schema: 'yaml-1.1', lineWidth: 0 }));
});

test('each cluster names the stack that makes it', () => {
  const made = synthesis.outputs.flatMap(({ clusters }) => clusters.map(({ stack }) => stack));
  expect(made).toHaveLength(environments.flatMap(({ clusters }) => clusters).length);
  expect(made.filter((stack) => !stacks.includes(stack))).toEqual([]);
});

test('a registry counts as immutable where tags in it can never point elsewhere', () => {
  const [production] = synthesis.outputs.filter(({ model }) => model.environment === 'production');
  expect(production?.clusters.flatMap((cluster) => cluster.immutableRegistries)).toEqual([
    'europe-west1-docker.pkg.dev/funlynk-production/funlynk-production',
    '111122223333.dkr.ecr.us-east-1.amazonaws.com/funlynk-production',
  ]);
});

test('no stack reaches into the state of another', () => {
  const text = synthesis.infrastructure.map(({ content }) => content).join('\n');
  expect(text).not.toMatch(/cross-stack-|terraform_remote_state/);
});

test('no manifest holds a Terraform token', () => {
  expect(synthesis.manifests.map(({ content }) => content).join('\n')).not.toMatch(/TfToken|TFTOKEN|e\+298/);
});

test('the same environments give the same files, byte for byte', () => {
  expect(synthesize(environments)).toEqual(synthesis);
});

test('an environment gives the same files alone as among others', () => {
  const alone = synthesize(staging);
  const own = (files: typeof synthesis.infrastructure, part: string): object =>
    files.filter(({ path }) => path.startsWith(part));
  expect(alone.manifests).toEqual(own(synthesis.manifests, 'funlynk/staging/'));
  expect(own(alone.infrastructure, 'stacks/')).toEqual(own(synthesis.infrastructure, 'stacks/funlynk-staging-'));
});

test('no file names the scratch folder that it was made in', () => {
  const own = synthesis.infrastructure.filter(({ content }) => content.includes(join(tmpdir(), 'gantry-')));
  expect(own).toEqual([]);
});
