import type { Finding } from '../core/finding';
import { isRecord, resources, type EnvironmentOutput } from './output';

/** Attributes that would carry a secret value into a Terraform state. */
const SECRET_ATTRIBUTE =
  /(^|_)(password|passphrase|secret_string|secret_binary|secret_data|private_key|client_secret)$/;

/** Terraform resources that exist to hold a value. */
const SECRET_RESOURCES = [
  'aws_secretsmanager_secret_version',
  'aws_ssm_parameter',
  'google_secret_manager_secret_version',
  'kubernetes_secret',
  'kubernetes_secret_v1',
  'random_password',
];

const PRIVATE_KEY = /-----BEGIN [A-Z ]*PRIVATE KEY-----/;

/** Names of environment variables whose value is a secret. */
const SECRET_VARIABLE = /(PASSWORD|PASSWD|SECRET|TOKEN|API_?KEY|PRIVATE_KEY)$/;

/** Rule `secret-value`: nothing that is written holds the value of a secret. */
export function checkSecretValues(output: EnvironmentOutput): readonly Finding[] {
  return [...manifestFindings(output), ...terraformFindings(output)];
}

function manifestFindings({ clusters }: EnvironmentOutput): readonly Finding[] {
  return clusters
    .flatMap((cluster) => cluster.manifests)
    .flatMap(({ path, manifest }) => {
      const faults = [
        ...(manifest.kind === 'Secret' ? ['is a Secret; its data would be in Git'] : []),
        ...(PRIVATE_KEY.test(JSON.stringify(manifest)) ? ['holds a private key'] : []),
        ...literalVariables(manifest).map((name) => `writes the variable ${name} as a literal`),
      ];
      return faults.map((message) => finding(manifest.metadata.name, path, message));
    });
}

function literalVariables(at: unknown): readonly string[] {
  if (Array.isArray(at)) return at.flatMap(literalVariables);
  if (!isRecord(at)) return [];
  const { name, value } = at;
  const own = typeof name === 'string' && typeof value === 'string' && SECRET_VARIABLE.test(name) ? [name] : [];
  return [...own, ...Object.values(at).flatMap(literalVariables)];
}

function terraformFindings({ stacks }: EnvironmentOutput): readonly Finding[] {
  return resources(stacks).flatMap(({ id, type, path, block }) => {
    const faults = [
      ...(SECRET_RESOURCES.includes(type) ? [`${type} keeps a value in the state`] : []),
      ...secretAttributes(block).map((name) => `sets ${name}, which stays in the state`),
      ...(PRIVATE_KEY.test(JSON.stringify(block)) ? ['holds a private key'] : []),
    ];
    return faults.map((message) => finding(id, path, message));
  });
}

function secretAttributes(at: unknown): readonly string[] {
  if (Array.isArray(at)) return at.flatMap(secretAttributes);
  if (!isRecord(at)) return [];
  return Object.entries(at).flatMap(([key, value]) => [
    ...(SECRET_ATTRIBUTE.test(key) && typeof value === 'string' ? [key] : []),
    ...secretAttributes(value),
  ]);
}

function finding(resource: string, path: string, message: string): Finding {
  const remedy = 'keep the value in the secret store and refer to it with secret(name, property)';
  return { rule: 'secret-value', severity: 'error', resource, path, message, remedy };
}
