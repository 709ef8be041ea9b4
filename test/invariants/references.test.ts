import type { EnvironmentOutput, TerraformBlock } from '../../lib/checks/output';
import { checkReferences } from '../../lib/checks/references';
import { checkTerraform } from '../../lib/checks/terraform';
import { alteredResources, altered, kind, without, withoutResources, type Which } from './break';
import { byName, generate, open } from './environments';

const { environments } = generate();

/** Invariant 3: no reference dangles. */
describe.each(byName(environments))('%s', (_, environment) => {
  const { output, manifests } = environment;
  const found = (broken: EnvironmentOutput): readonly string[] =>
    [...checkReferences(broken), ...checkTerraform(broken)].map(({ message }) => message);
  const some = (pattern: RegExp): unknown => expect.arrayContaining([expect.stringMatching(pattern)]);

  test('names nothing among its objects that is not written', () => {
    expect(open(checkReferences, environment)).toEqual([]);
  });

  test('names nothing in its stacks that they do not hold', () => {
    expect(open(checkTerraform, environment)).toEqual([]);
  });

  test.each([
    ['serviceAccountName', 'ServiceAccount'],
    ['storageClassName', 'StorageClass'],
    ['serviceName', 'Service'],
    ['credentialName', 'ExternalSecret'],
  ])('each %s in its files is the name of a file with a %s on the same cluster', (field, wanted) => {
    const folder = (path: string): string => path.split('/').slice(0, 3).join('/');
    const written = manifests.flatMap(({ path, content }) => {
      const name = /^ {2}name: (.*)$/m.exec(content)?.[1] ?? '';
      return content.includes(`\nkind: ${wanted}\n`) ? [`${folder(path)} ${name}`] : [];
    });
    const named = manifests.flatMap(({ path, content }) =>
      [...content.matchAll(new RegExp(`\\b${field}: (.*)$`, 'gm'))].map(([, name = '']) => `${folder(path)} ${name}`),
    );

    expect(named.filter((name) => !written.includes(name))).toEqual([]);
  });

  describe('broken on purpose', () => {
    const controllers = kind('Deployment', 'Rollout', 'StatefulSet');
    const claiming: Which = ({ kind: own, spec }) =>
      own === 'StatefulSet' && JSON.stringify(spec).includes('volumeClaim');
    const container = ['spec', 'template', 'spec', 'containers', 0];

    test.each([
      ['service accounts that are missing', without(output, kind('ServiceAccount')), /^runs as service account/],
      ['ConfigMaps that are missing', without(output, kind('ConfigMap')), /^uses ConfigMap/],
      [
        'ExternalSecrets that are missing',
        without(output, kind('ExternalSecret')),
        /^uses key .* of Secret .*, which nothing makes/,
      ],
      [
        'stores that are missing',
        without(output, kind('SecretStore')),
        /^reads from SecretStore cloud, which is not written/,
      ],
      ['storage classes that are missing', without(output, kind('StorageClass')), /^claims storage of class/],
      [
        'Services that are missing',
        without(output, kind('Service')),
        /^(sends requests to|names its pods by Service|selects no Service)/,
      ],
      [
        'namespaces that are missing',
        without(output, kind('Namespace')),
        /^stands in namespace .*, which nobody makes/,
      ],
      ['controllers that are missing', without(output, controllers), /^selects no pods/],
      ['Gateways that are missing', without(output, kind('Gateway')), /^is bound to Gateway/],
      [
        'pods with other labels',
        altered(output, controllers, ['spec', 'template', 'metadata', 'labels'], {}),
        /^selects other pods than it makes/,
      ],
      [
        'pods without ports',
        altered(output, controllers, [...container, 'ports'], []),
        /^sends port .*, which its pods lack/,
      ],
      [
        'mounts of nothing',
        altered(output, controllers, [...container, 'volumeMounts'], [{ name: 'gone' }]),
        /^mounts volume gone/,
      ],
      [
        'claims of another class',
        altered(output, claiming, ['spec', 'volumeClaimTemplates', 0, 'spec', 'storageClassName'], 'gone'),
        /^claims storage of class gone/,
      ],
      [
        'hosts that no gateway serves',
        altered(output, kind('VirtualService'), ['spec', 'hosts'], ['gone.example']),
        /^routes host gone\.example/,
      ],
    ])('%s', (__, broken, message) => {
      expect(found(broken)).toEqual(some(message));
    });

    const clusters = ['aws_eks_cluster', 'google_container_cluster'];
    const alter = (fields: TerraformBlock): EnvironmentOutput =>
      alteredResources(output, clusters, (block) => ({ ...block, ...fields }));

    test.each([
      [
        'keys that are missing',
        withoutResources(output, ['aws_kms_key', 'google_kms_crypto_key']),
        /^an expression names (aws_kms_key|google_kms_crypto_key)\..*, which the stack does not hold/,
      ],
      [
        'something to wait for that is missing',
        alter({ depends_on: ['aws_vpc.gone'] }),
        /^an expression names aws_vpc\.gone/,
      ],
      [
        'a provider that is missing',
        alter({ provider: 'aws.gone' }),
        /^is made by provider aws\.gone, which the stack does not configure/,
      ],
    ])('%s', (__, broken, message) => {
      expect(found(broken)).toEqual(some(message));
    });

    test('a stack that reads another', () => {
      const stacks = output.stacks.map((stack) => ({ ...stack, data: { terraform_remote_state: { other: {} } } }));

      expect(found({ ...output, stacks })).toEqual(some(/^reads the state of another stack/));
    });
  });
});

/** Kinds that some environments have and others do without, and what of theirs may be missing. */
describe.each([
  ['HorizontalPodAutoscaler', 'Deployment', /^scales Deployment .*, which is not written$/],
  ['PersistentVolumeClaim', 'PersistentVolumeClaim', /^mounts claim .*, which is not written$/],
  ['PriorityClass', 'PriorityClass', /^has priority class .*, which is not written$/],
  ['Rollout', 'AnalysisTemplate', /^is judged by AnalysisTemplate .*, which is not written$/],
  ['Rollout', 'Service', /^moves traffic by Service .*, which is not written$/],
  ['Rollout', 'VirtualService', /^weighs VirtualService .*, which is not written$/],
  ['ScaledObject', 'StatefulSet', /^scales StatefulSet .*, which is not written$/],
  [
    'ScaledObject',
    'TriggerAuthentication',
    /^asks its trigger .* with TriggerAuthentication .*, which is not written$/,
  ],
  ['ServiceEntry', 'ServiceEntry', /^shows its pods .*, which is no Service and no host that is written$/],
])('%s', (present, missing, message) => {
  const having = environments.filter(({ output }) =>
    output.clusters.some(({ manifests }) => manifests.some(({ manifest }) => manifest.kind === present)),
  );

  test(`some environment has one, and a ${missing} that is missing is told`, () => {
    expect(having.length).toBeGreaterThan(0);
    for (const { output } of having) {
      const messages = checkReferences(without(output, kind(missing))).map((finding) => finding.message);

      expect(messages).toEqual(expect.arrayContaining([expect.stringMatching(message)]));
    }
  });
});
