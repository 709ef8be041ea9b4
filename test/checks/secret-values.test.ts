import type { TerraformBlock, TerraformStack } from '../../lib/checks/output';
import { checkSecretValues } from '../../lib/checks/secret-values';
import type { Finding } from '../../lib/core/finding';
import type { ManifestFile } from '../../lib/core/manifest';
import { controller, environment, object, said, stack, stackOf } from './fixtures';

const inManifests = (...files: readonly ManifestFile[]): readonly string[] =>
  said(checkSecretValues(environment(files)));
const inStack = (it: TerraformStack): readonly Finding[] => checkSecretValues(environment([], { stacks: [it] }));
const inResource = (type: string, block: TerraformBlock = {}): readonly string[] => said(inStack(stackOf(type, block)));

test('a finding names the object, its file and the remedy', () => {
  expect(checkSecretValues(environment([object('Secret', 'login')]))).toEqual([
    {
      rule: 'secret-value',
      severity: 'error',
      resource: 'login',
      path: 'secret-login.yaml',
      message: 'is a Secret; its data would be in Git',
      remedy: 'keep the value in the secret store and refer to it with secret(name, property)',
    },
  ]);
});

describe('objects', () => {
  const variable = (name: string, value: string): unknown => ({ env: [{ name, value }] });

  test.each([
    [
      'a variable that is no secret',
      controller('web', { container: { env: [{ name: 'NODE_ENV', value: 'production' }] } }),
    ],
    [
      'a reference to a secret',
      controller('web', { container: { env: [{ name: 'PASSWORD', valueFrom: { secretKeyRef: {} } }] } }),
    ],
    [
      'an argument that Kubernetes puts in',
      controller('web', { container: { args: ['--requirepass', '$(PASSWORD)'] } }),
    ],
    ['an option after an option', controller('web', { container: { args: ['--password', '--verbose'] } })],
    ['a ConfigMap without secrets', object('ConfigMap', 'web', { data: { 'app.json': '{}' } })],
    [
      'a template of External Secrets',
      object('ExternalSecret', 'web', { spec: { target: { template: { data: { password: '{{ .p }}' } } } } }),
    ],
  ])('%s is sound', (_, file) => {
    expect(inManifests(file)).toEqual([]);
  });

  test.each([
    [
      'a variable',
      controller('web', { container: { env: [{ name: 'DB_PASSWORD', value: 'hunter2' }] } }),
      'writes the variable DB_PASSWORD as a literal',
    ],
    [
      'a variable of an init container',
      controller('web', { pod: { initContainers: [variable('TOKEN', 'x')] } }),
      'writes the variable TOKEN as a literal',
    ],
    [
      'an argument',
      controller('web', { container: { args: ['--requirepass', 'hunter2'] } }),
      'writes the argument --requirepass as a literal',
    ],
    [
      'an argument in one word',
      controller('web', { container: { args: ['--password=hunter2'] } }),
      'holds a password beside its name',
    ],
    [
      'an entry of a ConfigMap',
      object('ConfigMap', 'web', { data: { API_KEY: 'hunter2' } }),
      'writes the entry API_KEY as a literal',
    ],
    [
      'a template',
      object('ExternalSecret', 'web', { spec: { target: { template: { data: { token: 'hunter2' } } } } }),
      'writes the entry token as a literal',
    ],
    [
      'a file of a ConfigMap',
      object('ConfigMap', 'web', { data: { 'app.ini': 'user = a\npassword = hunter2' } }),
      'holds a password beside its name',
    ],
    [
      'a URL in a variable',
      controller('web', { container: variable('DATABASE_URL', 'postgres://a:b@c/d') as object }),
      'holds a URL with a password',
    ],
    [
      'a URL in an annotation',
      controller('web', { annotations: { origin: 'https://a:b@c' } }),
      'holds a URL with a password',
    ],
    [
      'a key',
      object('ConfigMap', 'web', { data: { 'tls.pem': '-----BEGIN EC PRIVATE KEY-----' } }),
      'holds a private key',
    ],
  ])('%s gives a secret away', (_, file, message) => {
    expect(inManifests(file)).toEqual([`web: ${message}`]);
  });

  test('a giveaway is told once an object', () => {
    expect(inManifests(object('ConfigMap', 'web', { data: { a: 'redis://:x@y', b: 'redis://:x@y' } }))).toEqual([
      'web: holds a URL with a password',
    ]);
  });
});

describe('Terraform', () => {
  test.each([
    'aws_secretsmanager_secret_version',
    'google_service_account_key',
    'kubernetes_secret_v1',
    'random_password',
    'tls_private_key',
  ])('a %s keeps a value', (type) => {
    expect(inResource(type)).toEqual([`it: ${type} keeps a value in the state`]);
  });

  test('a place for a value is none', () => {
    expect(inResource('aws_secretsmanager_secret', { name: 'shop/database', kms_key_id: 'k' })).toEqual([]);
  });

  test.each([
    'password',
    'master_password',
    'secret_string',
    'secret_string_wo',
    'private_key',
    'auth_token',
    'secret_key',
  ])('the attribute %s stays in the state, wherever it stands', (name) => {
    expect(inResource('aws_db', { nested: [{ [name]: '${random.x}' }] })).toEqual([
      `it: sets ${name}, which stays in the state`,
    ]);
  });

  test.each(['password_length', 'http_tokens', 'secret_id', 'kms_key'])('the attribute %s is harmless', (name) => {
    expect(inResource('aws_db', { [name]: 'x' })).toEqual([]);
  });

  test('a text may give a secret away', () => {
    expect(inResource('aws_instance', { user_data: 'export U=postgres://a:b@c/d' })).toEqual([
      'it: holds a URL with a password',
    ]);
  });

  test('a finding names the resource and its construct', () => {
    const block = { '//': { metadata: { path: 'shop-main/Db/Resource' } }, password: 'x' };

    expect(inStack(stackOf('aws_db', block))).toMatchObject([{ resource: 'it', path: 'shop-main/Db/Resource' }]);
  });

  test.each(['aws_eks_cluster_auth', 'google_client_config', 'aws_secretsmanager_secret_version'])(
    'a data source %s reads a value into the state',
    (type) => {
      expect(said(inStack(stack({}, { data: { [type]: { it: {} } } })))).toEqual([
        `it: data source ${type} keeps a value in the state`,
      ]);
    },
  );

  test('another data source does not', () => {
    expect(inStack(stack({}, { data: { aws_eks_cluster: { it: {} } } }))).toEqual([]);
  });

  test('a provider is given no value', () => {
    expect(said(inStack(stack({}, { provider: { kubernetes: [{ token: 'x' }] } })))).toEqual([
      'provider: a provider sets token, which is then in the code',
    ]);
  });
});

describe('what KEDA asks its triggers with', () => {
  const trigger = (metadata: Readonly<Record<string, string>>): readonly string[] =>
    inManifests(object('ScaledObject', 'web', { spec: { triggers: [{ type: 'x', metadata }] } }));

  test.each([
    [
      'the address and the query of Prometheus',
      { serverAddress: 'http://prometheus:9090', query: 'sum(up{app="web"})' },
    ],
    ['a queue', { queueURL: 'https://sqs.us-east-1.amazonaws.com/111122223333/runs', queueLength: '5' }],
    ['the name of a variable that holds a password', { passwordFromEnv: 'DB_PASSWORD' }],
  ])('%s is no secret', (_, metadata) => {
    expect(trigger(metadata)).toEqual([]);
  });

  test.each(['password', 'apiKey', 'awsSecretAccessKey'])('%s is one', (name) => {
    expect(trigger({ [name]: 'hunter2' })).toEqual([`web: writes the entry ${name} as a literal`]);
  });
});

test.each([
  [
    'what a pod knows of itself',
    controller('web', {
      container: { env: [{ name: 'POD_TOKEN', valueFrom: { fieldRef: { fieldPath: 'metadata.uid' } } }] },
    }),
  ],
  [
    'a key by its name',
    object('TriggerAuthentication', 'web', {
      spec: { secretTargetRef: [{ parameter: 'password', name: 'login', key: 'password' }] },
    }),
  ],
  [
    'the query of an analysis',
    object('AnalysisTemplate', 'web', {
      spec: { metrics: [{ provider: { prometheus: { query: 'sum(rate(login_password_resets[5m]))' } } }] },
    }),
  ],
  [
    'the address of metrics',
    object('MetricTemplate', 'web', {
      spec: { provider: { type: 'prometheus', address: 'http://prometheus-operated.monitoring:9090' } },
    }),
  ],
])('%s is no secret', (_, file) => {
  expect(inManifests(file)).toEqual([]);
});

test('a finding in a Job names its service', () => {
  const job = object(
    'Job',
    'migrate-1a2b3c4d',
    { note: 'password=hunter2' },
    { labels: { 'app.kubernetes.io/name': 'migrate' } },
  );

  expect(inManifests(job)).toEqual(['migrate: holds a password beside its name']);
});
