import { tmpdir } from 'node:os';
import { checkEnvironment } from '../../lib/checks';
import { isRecord, text, value } from '../../lib/checks/output';
import { byName, generate, open, parsed, ROOT } from './environments';

const { environments, infrastructure, manifests } = generate();
const stackFiles = infrastructure.filter(({ path }) => path.startsWith('stacks/'));

test('every environment of the checkout is looked at', () => {
  expect(environments.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['funlynk/development', 'funlynk/production']),
  );
  expect(environments.flatMap((it) => it.stacks)).toHaveLength(stackFiles.length);
  expect(environments.flatMap((it) => it.manifests)).toHaveLength(manifests.length);
});

test('two syntheses give the same bytes', () => {
  const again = generate();

  expect(again.infrastructure).toEqual(infrastructure);
  expect(again.manifests).toEqual(manifests);
});

test('no path is written twice', () => {
  const paths = [...infrastructure.map(({ path }) => `cdktf.out/${path}`), ...manifests.map(({ path }) => path)];

  expect(paths.filter((path, index) => paths.indexOf(path) !== index)).toEqual([]);
});

test.each([
  ['a token of cdktf', /TfToken|TFTOKEN|e\+298/],
  ['an output that cdktf adds for another stack', /cross-stack-/],
  ['the state of another stack', /terraform_remote_state/],
  ['a value that was lost on the way', /\[object Object\]|undefined|\bNaN\b/],
])('nothing that is written holds %s', (_, pattern) => {
  expect(
    [...infrastructure, ...manifests].filter(({ content }) => pattern.test(content)).map(({ path }) => path),
  ).toEqual([]);
});

test('nothing that is written knows the machine that wrote it', () => {
  const places = [ROOT, process.cwd(), tmpdir(), process.env['HOME'] ?? ROOT].filter(
    (place) => place !== '/' && place !== '/tmp',
  );
  const scratch = /\/tmp\/gantry-|\/tmp\/[A-Za-z0-9]{6}\//;

  expect(
    [...infrastructure, ...manifests]
      .filter(({ content }) => scratch.test(content) || places.some((place) => content.includes(`${place}/`)))
      .map(({ path }) => path),
  ).toEqual([]);
});

describe('stacks', () => {
  const stacks = stackFiles.map((file) => ({ path: file.path, json: parsed(file) }));

  test('have a backend of their own, and no two the same state', () => {
    const states = stacks.map(({ path, json }) => {
      const backends = value(json, 'terraform', 'backend');
      const [kind = `none in ${path}`, ...others] = Object.keys(isRecord(backends) ? backends : {});
      const backend = value(backends, kind);
      const key = text(backend, 'key') ?? text(backend, 'prefix') ?? text(backend, 'path') ?? 'no key';
      return [kind, ...others, text(backend, 'bucket') ?? '', key].join(' ');
    });

    expect(states.filter((state) => /none in|no key/.test(state))).toEqual([]);
    expect(new Set(states).size).toBe(stacks.length);
  });

  test('of different environments keep their states in different places', () => {
    const buckets = environments.map(({ resolved }) => JSON.stringify(resolved.environment.state));

    expect(new Set(buckets).size).toBe(environments.length);
  });

  test('hold every block once', () => {
    const repeated = stacks.flatMap(({ path, json }) =>
      ['resource', 'data'].flatMap((kind) => {
        const ids = Object.values(json[kind] ?? {}).flatMap((blocks: unknown) => Object.keys(blocks ?? {}));
        const paths = Object.values(json[kind] ?? {}).flatMap((blocks: unknown) =>
          Object.values(blocks ?? {}).map((block: unknown) => text(block, '//', 'metadata', 'path')),
        );
        return [...ids, ...paths].filter((it, index, all) => all.indexOf(it) !== index).map((it) => `${path} ${it}`);
      }),
    );

    expect(repeated).toEqual([]);
  });

  test('that make a cluster never talk to its API server', () => {
    const mixed = stacks.filter(({ json }) => {
      const makes = ['aws_eks_cluster', 'google_container_cluster'].some(
        (type) => value(json, 'resource', type) !== undefined,
      );
      return makes && ['kubernetes', 'helm'].some((provider) => value(json, 'provider', provider) !== undefined);
    });

    expect(mixed.map(({ path }) => path)).toEqual([]);
  });
});

describe('waivers', () => {
  test.each(byName(environments))('of %s name findings, and every finding has one', (_, environment) => {
    const found = checkEnvironment(environment.output).map(({ rule, resource }) => `${rule} ${resource}`);
    const waived = environment.resolved.environment.waivers.map(({ rule, resource }) => `${rule} ${resource}`);

    expect(open(checkEnvironment, environment)).toEqual([]);
    expect(waived.filter((waiver) => !found.includes(waiver))).toEqual([]);
  });
});
