import { createHash } from 'node:crypto';
import * as k8s from 'cdk8s-plus-28/lib/imports/k8s';
import type { Construct } from 'constructs';
import { objectMetadata, type WorkloadContext } from '../workload-props';

const HASH_LENGTH = 8;

/** Names of a workload's ConfigMaps. */
export interface ConfigMaps {
  /** The one with its files. */
  readonly files?: string;
  /** The one with environment variables. */
  readonly env?: string;
}

/**
 * Configuration of a workload in ConfigMaps named after their content: a change makes a new ConfigMap and with it a
 * new rollout, and a rollback finds the old one.
 */
export function addConfigMaps(scope: Construct, context: WorkloadContext): ConfigMaps {
  const { config, configEnv } = context;
  return {
    ...(config === undefined ? {} : { files: addConfigMap(scope, 'Config', context, 'config', config.files) }),
    ...(configEnv === undefined ? {} : { env: addConfigMap(scope, 'ConfigEnv', context, 'env', configEnv) }),
  };
}

function addConfigMap(
  scope: Construct,
  id: string,
  context: WorkloadContext,
  part: string,
  data: Readonly<Record<string, string>>,
): string {
  const name = `${context.name}-${part}-${contentHash(data)}`;
  new k8s.KubeConfigMap(scope, id, { metadata: objectMetadata(context, name), immutable: true, data: { ...data } });
  return name;
}

function contentHash(files: Readonly<Record<string, string>>): string {
  const sorted = Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(sorted)).digest('hex').slice(0, HASH_LENGTH);
}
