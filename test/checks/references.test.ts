import { checkReferences } from '../../lib/checks/references';
import type { ManifestFile } from '../../lib/core/manifest';
import { kubernetesSecret } from '../../lib/core/secret-ref';
import { canary, cluster, clusterObject, controller, environment, model, object, said, service } from './fixtures';

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

test('the namespace of an add-on comes with it', () => {
  expect(check(object('ConfigMap', 'it', {}, { namespace: 'monitoring' }))).toEqual([]);
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
  [
    'ScaledObject',
    [['a controller', { scaleTargetRef: { name: 'x' } }, ['scales Deployment x, which is not written']]],
  ],
  [
    'VerticalPodAutoscaler',
    [['a controller', { targetRef: { kind: 'Deployment', name: 'x' } }, ['sizes Deployment x, which is not written']]],
  ],
  [
    'TriggerAuthentication',
    [['a secret', { secretTargetRef: [{ name: 'x', key: 'y' }] }, ['uses key y of Secret x, which nothing makes']]],
  ],
  ['PodMonitor', [['pods', { selector: { matchLabels: { app: 'x' } } }, ['selects no pods']]]],
  ['CiliumNetworkPolicy', [['pods', { endpointSelector: { matchLabels: { app: 'x' } } }, ['selects no pods']]]],
  ['FQDNNetworkPolicy', [['pods', { podSelector: { matchLabels: { app: 'x' } } }, ['selects no pods']]]],
  ['ServiceEntry', [['pods', { workloadSelector: { labels: { app: 'x' } } }, ['selects no pods']]]],
  ['Sidecar', [['pods', { workloadSelector: { labels: { app: 'x' } } }, ['selects no pods']]]],
  [
    'MetricTemplate',
    [['a secret', { provider: { secretRef: { name: 'x' } } }, ['uses Secret x, which nothing makes']]],
  ],
  [
    'AnalysisTemplate',
    [
      [
        'a secret',
        { args: [{ name: 'a', valueFrom: { secretKeyRef: { name: 'x', key: 'y' } } }] },
        ['uses key y of Secret x, which nothing makes'],
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

test('a RoleBinding names a role that is written', () => {
  expect(check(object('RoleBinding', 'it', { roleRef: { kind: 'Role', name: 'x' } }))).toEqual([
    'it: gives Role x, which is not written',
  ]);
});

test('a Canary of Flagger has a target', () => {
  expect(check(canary('x'))).toEqual(['x: moves traffic to Deployment x, which is not written']);
});

test('a finding in a Job names its service, whose name outlives a version', () => {
  const metadata = { labels: { 'app.kubernetes.io/name': 'migrate' } };
  const job = object(
    'Job',
    'migrate-1a2b3c4d',
    { spec: { template: { spec: { serviceAccountName: 'x' } } } },
    metadata,
  );

  expect(check(job)).toEqual(['migrate: runs as service account x, which is not written']);
});

test('what the model says others make is not missing', () => {
  const env = [{ name: 'TOKEN', valueFrom: { secretKeyRef: { name: 'operator', key: 'token' } } }];
  const api = controller('api', { pod: { serviceAccountName: 'web' }, container: { env } });
  const told = model(service('api', { secretEnv: { TOKEN: kubernetesSecret('operator', 'token') } }));

  expect(check(api)).toEqual(['api: uses key token of Secret operator, which nothing makes']);
  expect(checkReferences(environment([...web, api], { model: told }))).toEqual([]);
});

test('a runtime comes with the cluster of one cloud and not of another', () => {
  const caged = [...web, controller('cage', { pod: { serviceAccountName: 'web', runtimeClassName: 'gvisor' } })];
  const on = (cloud: 'aws' | 'google'): readonly string[] =>
    said(checkReferences(environment([], { clusters: [cluster(caged, { cloud })] })));

  expect(on('google')).toEqual([]);
  expect(on('aws')).toEqual(['cage: runs in runtime class gvisor, which is not written']);
});
