import { type Finding, FindingsError } from '../../lib/core/finding';
import { loadEnvironment, type ReadFile } from '../../lib/environment/load';
import type { BadEnvironment } from './bad/bad-environment';
import { BAD_FORMATS } from './bad/formats';
import { BAD_REFERENCES } from './bad/references';
import { BAD_SHAPE } from './bad/shape';
import { BAD_SYNTAX } from './bad/syntax';
import { changed, reading, SAMPLE, SAMPLE_PATH } from './sample-file';
import { sampleSystem } from './sample-system';

const systems = { funlynk: sampleSystem };

function load(text: string, file = SAMPLE_PATH): ReturnType<typeof loadEnvironment> {
  return loadEnvironment(file, systems, reading(text));
}

function findingsOf(run: () => unknown): readonly Finding[] {
  try {
    run();
  } catch (error) {
    if (error instanceof FindingsError) return error.findings;
    throw error;
  }
  return [];
}

function findings(text: string, file = SAMPLE_PATH): readonly Finding[] {
  return findingsOf(() => load(text, file));
}

function answer({ location, path, message, remedy }: Finding): Pick<BadEnvironment, 'at' | 'path' | 'says'> {
  return {
    at: `${location?.line}:${location?.column}`,
    path,
    says: remedy === undefined ? message : `${message}; ${remedy}`,
  };
}

function failing(code: string): ReadFile {
  return () => {
    throw Object.assign(new Error(code), { code });
  };
}

describe('a mistake is answered once, at its line and column', () => {
  test.each([...BAD_SYNTAX, ...BAD_SHAPE, ...BAD_FORMATS, ...BAD_REFERENCES])(
    '$title',
    ({ change: [from, to], at, path, says }) => {
      expect(findings(changed(from, to)).map(answer)).toEqual([{ at, path, says }]);
    },
  );

  test('every mistake has a title of its own', () => {
    const titles = [...BAD_SYNTAX, ...BAD_SHAPE, ...BAD_FORMATS, ...BAD_REFERENCES].map(({ title }) => title);

    expect(new Set(titles).size).toBe(titles.length);
  });

  test('an environment without a cluster is refused', () => {
    const clusters = SAMPLE.slice(SAMPLE.indexOf('clusters:'), SAMPLE.indexOf('services:'));

    expect(findings(changed(clusters, 'clusters: {}\n')).map(answer)).toEqual([
      { at: '6:11', path: 'clusters', says: 'must hold one cluster at least' },
    ]);
  });

  test('a system other than the folder is refused', () => {
    expect(findings(SAMPLE, 'environments/toronto/production.yaml').map(answer)).toEqual([
      { at: '1:9', path: 'system', says: "must be the name of the file's folder ('toronto'), got 'funlynk'" },
    ]);
  });
});

describe('all mistakes are reported at once', () => {
  const text = changed('"111122223333"', '111122223333')
    .replace('domain: funlynk.com', 'domian: funlynk.com')
    .replace('[m7g.large, m7g.xlarge], nodes: { min: 3', '[large], nodes: { min: 30')
    .replace('10.40.0.0/16', '10.20.0.0/16')
    .replace('  backend:', '  bakend:');

  test('those of form, those of reference and those that go across values, in the order of the file', () => {
    expect(findings(text).map(({ location, path }) => `${location?.line} ${path}`)).toEqual([
      '1 domain',
      '4 domian',
      '9 clusters.us-east-1.account',
      '14 clusters.us-east-1.nodePools.general.machineTypes[0]',
      '14 clusters.us-east-1.nodePools.general.nodes.min',
      '19 clusters.europe-west1.network.cidr',
      '23 services.bakend',
    ]);
  });

  test('each names its rule and the resource at fault', () => {
    expect(findings(text).map(({ rule, resource }) => `${rule} ${resource}`)).toContain('environment-reference bakend');
  });
});

describe('a file that cannot be read is a finding, not a stack trace', () => {
  test.each([
    ['ENOENT', 'does not exist'],
    ['EISDIR', 'is a folder; name an environment file inside it'],
    ['EACCES', 'may not be read by this user'],
    ['EIO', 'cannot be read (EIO)'],
  ])('%s', (code, message) => {
    const found = findingsOf(() => loadEnvironment(SAMPLE_PATH, systems, failing(code)));

    expect(found).toEqual([
      {
        rule: 'environment-syntax',
        severity: 'error',
        resource: SAMPLE_PATH,
        path: '(file)',
        message,
        location: { file: SAMPLE_PATH },
      },
    ]);
  });

  test('the file system itself is asked where no reader is given', () => {
    expect(findingsOf(() => loadEnvironment('test', systems))[0]?.message).toContain('is a folder');
    expect(findingsOf(() => loadEnvironment('test/none.yaml', systems))[0]?.message).toBe('does not exist');
  });

  test('bytes that are no UTF-8, at the first of them', () => {
    const bytes = Buffer.concat([Buffer.from('system: funlynk\ndomain: f'), Buffer.from([0xfc]), Buffer.from('nlynk')]);
    const found = findingsOf(() => loadEnvironment(SAMPLE_PATH, systems, () => bytes));

    expect(found.map(answer)).toEqual([
      { at: '2:10', path: '(file)', says: 'is not UTF-8 from here on; save the file as UTF-8' },
    ]);
  });

  test.each([
    ['nothing', ''],
    ['a comment', '# nothing yet\n'],
    ['null', 'null\n'],
  ])('a file that holds %s', (_, text) => {
    expect(findings(text).map(answer)).toEqual([
      { at: '1:1', path: '(file)', says: 'is empty; it must describe an environment' },
    ]);
  });

  test('a list', () => {
    expect(findings('- system: funlynk\n').map(answer)).toEqual([
      { at: '1:1', path: '(file)', says: 'must be a map of keys and values, got a list' },
    ]);
  });

  test('brackets and aliases in numbers that exhaust the parser', () => {
    const aliases = Array.from({ length: 9 }, (_, index) => {
      const inner = Array<string>(9).fill(index === 0 ? 'x' : `*a${index - 1}`);
      return `a${index}: &a${index} [${inner.join(', ')}]\n`;
    });

    expect(findings('['.repeat(20000))).toHaveLength(1);
    expect(findings(aliases.join('')).map(({ message }) => message)).toEqual([
      'cannot be read as YAML: Excessive alias count indicates a resource exhaustion attack',
    ]);
  });
});

describe('a good file', () => {
  test('is returned as it was written, with the path it was read from', () => {
    const { file, system, environment, profile, domain, state, services } = load(SAMPLE);

    expect({ file, system, environment, profile, domain, state, services }).toMatchInlineSnapshot(`
{
  "domain": "funlynk.com",
  "environment": "production",
  "file": "environments/funlynk/production.yaml",
  "profile": "production",
  "services": {
    "admin-dashboard": {
      "tag": "v1.2.0",
    },
    "backend": {
      "replicas": {
        "max": 10,
        "min": 3,
      },
      "tag": "v1.4.2",
    },
    "postgres": {
      "storage": {
        "data": {
          "size": "50Gi",
        },
      },
    },
  },
  "state": {
    "backend": "s3",
    "bucket": "funlynk-production-tfstate",
    "region": "us-east-1",
  },
  "system": "funlynk",
}
`);
  });

  test('says where each waiver stands', () => {
    expect(load(SAMPLE).waivers).toEqual([
      {
        rule: 'image-digest',
        resource: 'redis',
        reason: 'built by a partner',
        expires: '2027-03-01',
        location: { file: SAMPLE_PATH, line: 27, column: 5 },
      },
    ]);
  });

  test.each([
    ['a digest without a tag', 'tag: v1.2.0', `digest: sha256:${'b'.repeat(64)}`],
    ['the tag latest beside a digest', 'tag: v1.2.0', `tag: latest, digest: sha256:${'b'.repeat(64)}`],
    ['as many nodes at least as at most', 'min: 3, max: 12 } }\n  europe', 'min: 12, max: 12 } }\n  europe'],
    ['a limit equal to what is promised', 'tag: v1.2.0', 'tag: v1.2.0, resources: { limits: { cpu: 250m } }'],
    ['a fixed number of a StatefulSet', '{ storage: { data: { size: 50Gi } } }', '{ replicas: 3 }'],
    ['neighbouring ranges', '10.40.0.0/16', '10.21.0.0/16'],
    ['a range of its own that may reach the API', 'project:', 'authorizedNetworks: [203.0.113.0/24]\n    project:'],
    ['a zone of the region', 'project:', 'zone: europe-west1-b\n    project:'],
    ['a leap day', '2027-03-01', '2028-02-29'],
    ['an empty environment variable', 'tag: v1.2.0', 'tag: v1.2.0, env: { BANNER: "" }'],
    ['line ends of Windows', SAMPLE, SAMPLE.replaceAll('\n', '\r\n')],
    ['a byte order mark', 'system:', '\uFEFFsystem:'],
  ])('may hold %s', (_, from, to) => {
    expect(findings(changed(from, to))).toEqual([]);
  });

  test('may name a value by an anchor, and a fault in it lies where the anchor holds it', () => {
    const shared = (version: string): string =>
      changed('{ tag: v1.2.0 }', '{ tag: *version }').replace('tag: v1.4.2', `tag: &version ${version}`);

    expect(load(shared('v2.0.0')).services['admin-dashboard']).toEqual({ tag: 'v2.0.0' });
    expect(
      findings(shared('a/b'))
        .map(answer)
        .map(({ at }) => at),
    ).toEqual(['23:28', '23:28']);
  });

  test('may open a cluster, keep a local state and run the tag latest in development', () => {
    const text = changed('environment: production\nprofile: production', 'environment: local\nprofile: development')
      .replace('{ backend: s3, bucket: funlynk-production-tfstate, region: us-east-1 }', '{ backend: local, path: . }')
      .replace('tag: v1.2.0', 'tag: latest')
      .replace('project:', 'authorizedNetworks: [203.0.113.0/24]\n    project:');

    expect(findings(text, 'environments/funlynk/local.yaml')).toEqual([]);
  });

  test('may lie in a folder that was not named', () => {
    expect(findings(SAMPLE, 'production.yaml')).toEqual([]);
  });
});
