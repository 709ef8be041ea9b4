import { checkReferences } from '../../lib/checks/references';
import type { ManifestFile } from '../../lib/core/manifest';
import { clusterObject, controller, environment, object, said } from './fixtures';

const labels = { app: 'web' };
const web = [
  clusterObject('Namespace', 'shop'),
  controller('web'),
  object('ServiceAccount', 'web'),
  object(
    'Service',
    'web',
    { spec: { selector: labels, ports: [{ name: 'http', port: 80, targetPort: 'http' }] } },
    { labels },
  ),
  object('SecretStore', 'cloud', { spec: { provider: { aws: {} } } }),
];

const check = (...files: readonly ManifestFile[]): readonly string[] =>
  said(checkReferences(environment([...web, ...files])));

test('what names only what is written is sound', () => {
  expect(check()).toEqual([]);
});

test('a finding names the object, its file, what dangles and the remedy', () => {
  const [finding] = checkReferences(environment([...web, object('PodDisruptionBudget', 'it', { spec: {} })]));

  expect(finding).toEqual({
    rule: 'reference',
    severity: 'error',
    resource: 'it',
    path: 'poddisruptionbudget-it.yaml',
    message: 'selects no pods',
    remedy: 'write the object it names, or mend the name',
  });
});

test('an object stands in a namespace that somebody makes', () => {
  expect(check(object('ConfigMap', 'it', {}, { namespace: 'x' }))).toEqual([
    'it: stands in namespace x, which nobody makes',
  ]);
});

test('an object of the cluster as a whole stands in none', () => {
  expect(check(clusterObject('PriorityClass', 'it'))).toEqual([]);
});

describe.each([
  [
    'Service',
    [
      ['a port by number', { selector: labels, ports: [{ name: 'p', port: 80, targetPort: 8080 }] }, []],
      ['a port that is the pods’ own', { selector: labels, ports: [{ name: 'p', port: 8080 }] }, []],
      [
        'a port that the pods lack',
        { selector: labels, ports: [{ name: 'p', port: 80 }] },
        ['sends port p to 80, which its pods lack'],
      ],
      ['pods that are not written', { selector: { app: 'x' } }, ['selects no pods']],
      ['no selector', {}, ['selects no pods']],
      ['another name for a host', { type: 'ExternalName', externalName: 'x.example' }, []],
    ],
  ],
  [
    'HorizontalPodAutoscaler',
    [
      ['a controller', { scaleTargetRef: { kind: 'Deployment', name: 'web' } }, []],
      [
        'another kind',
        { scaleTargetRef: { kind: 'StatefulSet', name: 'web' } },
        ['scales StatefulSet web, which is not written'],
      ],
      [
        'another name',
        { scaleTargetRef: { kind: 'Deployment', name: 'x' } },
        ['scales Deployment x, which is not written'],
      ],
    ],
  ],
  [
    'PodDisruptionBudget',
    [
      ['pods', { selector: { matchLabels: labels } }, []],
      ['no pods', { selector: { matchLabels: { app: 'x' } } }, ['selects no pods']],
    ],
  ],
  [
    'ServiceMonitor',
    [
      ['a port of a Service', { selector: { matchLabels: labels }, endpoints: [{ port: 'http' }] }, []],
      [
        'a port that it lacks',
        { selector: { matchLabels: labels }, endpoints: [{ port: 'x' }] },
        ['scrapes port x, which its Services lack'],
      ],
      ['no Service', { selector: { matchLabels: { app: 'x' } } }, ['selects no Service']],
      [
        'no Service, by an expression',
        { selector: { matchExpressions: [{ key: 'app', operator: 'DoesNotExist' }] } },
        ['selects no Service'],
      ],
    ],
  ],
  [
    'ExternalSecret',
    [
      ['a store', { secretStoreRef: { kind: 'SecretStore', name: 'cloud' } }, []],
      [
        'a store that is not written',
        { secretStoreRef: { name: 'x' } },
        ['reads from SecretStore x, which is not written'],
      ],
      [
        'a store of the cluster',
        { secretStoreRef: { kind: 'ClusterSecretStore', name: 'cloud' } },
        ['reads from ClusterSecretStore cloud, which is not written'],
      ],
    ],
  ],
  [
    'SecretStore',
    [
      [
        'a service account',
        { provider: { gcpsm: { auth: { workloadIdentity: { serviceAccountRef: { name: 'web' } } } } } },
        [],
      ],
      [
        'a service account that is not written',
        { provider: { gcpsm: { auth: { workloadIdentity: { serviceAccountRef: { name: 'x' } } } } } },
        ['reads as service account x, which is not written'],
      ],
    ],
  ],
  [
    'PersistentVolumeClaim',
    [['a class', { storageClassName: 'x' }, ['claims storage of class x, which is not written']]],
  ],
  ['NetworkPolicy', [['pods', { podSelector: { matchLabels: { app: 'x' } } }, ['selects no pods']]]],
  ['AuthorizationPolicy', [['pods', { selector: { matchLabels: { app: 'x' } } }, ['selects no pods']]]],
  [
    'Gateway',
    [
      [
        'a certificate',
        { servers: [{ tls: { credentialName: 'x' } }] },
        ['takes its certificate from Secret x in istio-ingress, which nothing makes'],
      ],
    ],
  ],
  ['VirtualService', [['a gateway', { gateways: ['x'] }, ['is bound to Gateway x, which is not written']]]],
] as const)('a %s names', (kind, cases) => {
  test.each(cases.map((it) => [...it] as const))('%s', (_, spec, expected) => {
    expect(check(object(kind, 'it', { spec }))).toEqual(expected.map((message) => `it: ${message}`));
  });
});

test('one container of several has the port, and each pod that is selected', () => {
  const ports = [
    { name: 'grpc', containerPort: 1 },
    { name: 'admin', containerPort: 2 },
  ];
  const containers = [
    { name: 'proxy', ports: [{ name: 'mesh', containerPort: 3 }] },
    { name: 'api', ports },
  ];
  const api = controller('api', { pod: { serviceAccountName: 'web', containers } });
  const to = (selector: unknown): ManifestFile =>
    object('Service', 'it', { spec: { selector, ports: [{ name: 'p', port: 80, targetPort: 'admin' }] } });

  expect(check(api, to({ app: 'api' }))).toEqual([]);
  expect(check(api, to({}))).toEqual(['it: sends port p to admin, which its pods lack']);
});

test('one Service of several has the port that is scraped', () => {
  const ports = [
    { name: 'admin', port: 1, targetPort: 8080 },
    { name: 'metrics', port: 2, targetPort: 8080 },
  ];
  const metrics = object('Service', 'metrics', { spec: { selector: labels, ports } }, { labels });
  const spec = { selector: { matchLabels: labels }, endpoints: [{ port: 'metrics' }] };

  expect(check(metrics, object('ServiceMonitor', 'it', { spec }))).toEqual([]);
});

test('a store of the cluster that is written is found', () => {
  const secret = object('ExternalSecret', 'it', {
    spec: { secretStoreRef: { kind: 'ClusterSecretStore', name: 'all' } },
  });

  expect(check(secret, clusterObject('ClusterSecretStore', 'all'))).toEqual([]);
});

test('controllers are looked at for what their pods name', () => {
  expect(check(controller('api'))).toEqual(['api: runs as service account api, which is not written']);
});
