import type { Finding } from '../core/finding';
import type { Manifest } from '../core/manifest';
import { isRecord, list, resources, texts, type EnvironmentOutput, type TerraformStack } from './output';
import { resourceName } from './pods';
import { giveaways, isSecretLiteral } from './secret-patterns';

/** Attributes that would carry a secret value into a Terraform state, or into the code beside it. */
const SECRET_ATTRIBUTE =
  /(^|_)(password|passphrase|secret_string|secret_binary|secret_data|private_key|client_secret|secret_key|access_key|token)(_wo)?$/;

/** Terraform resources that exist to hold a value. */
const SECRET_RESOURCES = [
  'aws_iam_access_key',
  'aws_secretsmanager_secret_version',
  'aws_ssm_parameter',
  'google_secret_manager_secret_version',
  'google_service_account_key',
  'kubernetes_secret',
  'kubernetes_secret_v1',
  'random_password',
  'tls_private_key',
];

/** Data sources that read a value, and keep it in the state as resources do. */
const SECRET_DATA_SOURCES = [
  'aws_eks_cluster_auth',
  'aws_secretsmanager_random_password',
  'aws_secretsmanager_secret_version',
  'aws_ssm_parameter',
  'google_client_config',
  'google_secret_manager_secret_version',
  'google_secret_manager_secret_version_access',
  'google_service_account_access_token',
  'google_service_account_key',
  'kubernetes_secret',
  'kubernetes_secret_v1',
];

/** Rule `secret-value`: nothing that is written holds the value of a secret. */
export function checkSecretValues({ clusters, stacks }: EnvironmentOutput): readonly Finding[] {
  return [
    ...clusters.flatMap((cluster) =>
      cluster.manifests.flatMap(({ path, manifest }) =>
        manifestFaults(manifest).map((message) => finding(resourceName(manifest), path, message)),
      ),
    ),
    ...stacks.flatMap(stackFindings),
  ];
}

function manifestFaults(manifest: Manifest): readonly string[] {
  return [
    ...(manifest.kind === 'Secret' ? ['is a Secret; its data would be in Git'] : []),
    ...found(manifest).map((what) => `holds ${what}`),
    ...literalVariables(manifest).map((name) => `writes the variable ${name} as a literal`),
    ...literalArguments(manifest).map((name) => `writes the argument ${name} as a literal`),
    ...literalEntries(manifest).map((name) => `writes the entry ${name} as a literal`),
  ];
}

function literalVariables(at: unknown): readonly string[] {
  if (Array.isArray(at)) return at.flatMap(literalVariables);
  if (!isRecord(at)) return [];
  const { name, value } = at;
  const isLiteral = typeof name === 'string' && typeof value === 'string' && isSecretLiteral(name, value);
  return [...(isLiteral ? [name] : []), ...Object.values(at).flatMap(literalVariables)];
}

/** Options of a command whose value is the next word: `--requirepass hunter2`. */
function literalArguments(at: unknown): readonly string[] {
  if (isRecord(at)) return Object.values(at).flatMap(literalArguments);
  if (!Array.isArray(at)) return [];
  return at.flatMap((word: unknown, index) => {
    const next: unknown = at[index + 1];
    if (typeof word !== 'string') return literalArguments(word);
    const isOption = word.startsWith('--') && typeof next === 'string' && !next.startsWith('-');
    return isOption && isSecretLiteral(word, next) ? [word] : [];
  });
}

/** Entries of maps whose values are read as they are; credentials among them belong elsewhere. */
function literalEntries(manifest: Manifest): readonly string[] {
  return literalMaps(manifest).flatMap((entries) =>
    Object.entries(entries).flatMap(([name, value]) => (isSecretLiteral(name, value) ? [name] : [])),
  );
}

/**
 * What a ConfigMap gives containers as variables, what a Secret is put together from on the cluster, and what KEDA asks
 * its triggers with.
 */
function literalMaps(manifest: Manifest): readonly Readonly<Record<string, string>>[] {
  switch (manifest.kind) {
    case 'ConfigMap':
      return [texts(manifest, 'data')];
    case 'ExternalSecret':
      return [texts(manifest, 'spec', 'target', 'template', 'data')];
    case 'ScaledObject':
      return list(manifest, 'spec', 'triggers').map((trigger) => texts(trigger, 'metadata'));
    default:
      return [];
  }
}

function stackFindings(stack: TerraformStack): readonly Finding[] {
  const data = resources([{ ...stack, resource: stack.data }]).filter(({ type }) => SECRET_DATA_SOURCES.includes(type));
  return [
    ...resources([stack]).flatMap(({ id, type, path, block }) => {
      const faults = [
        ...(SECRET_RESOURCES.includes(type) ? [`${type} keeps a value in the state`] : []),
        ...secretAttributes(block).map((name) => `sets ${name}, which stays in the state`),
        ...found(block).map((what) => `holds ${what}`),
      ];
      return faults.map((message) => finding(id, path, message));
    }),
    ...data.map(({ id, type, path }) => finding(id, path, `data source ${type} keeps a value in the state`)),
    ...secretAttributes(stack.provider).map((name) =>
      finding('provider', stack.name, `a provider sets ${name}, which is then in the code`),
    ),
  ];
}

function secretAttributes(at: unknown): readonly string[] {
  if (Array.isArray(at)) return at.flatMap(secretAttributes);
  if (!isRecord(at)) return [];
  return Object.entries(at).flatMap(([key, value]) => [
    ...(SECRET_ATTRIBUTE.test(key) && typeof value === 'string' ? [key] : []),
    ...secretAttributes(value),
  ]);
}

/** What gives a secret away in any text below a value, each kind once. */
function found(at: unknown): readonly string[] {
  return [...new Set(strings(at).flatMap(giveaways))];
}

function strings(at: unknown): readonly string[] {
  if (typeof at === 'string') return [at];
  if (Array.isArray(at)) return at.flatMap(strings);
  return isRecord(at) ? Object.values(at).flatMap(strings) : [];
}

function finding(resource: string, path: string, message: string): Finding {
  const remedy = 'keep the value in the secret store and refer to it with secret(name, property)';
  return { rule: 'secret-value', severity: 'error', resource, path, message, remedy };
}
