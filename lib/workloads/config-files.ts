import { createHash } from 'node:crypto';
import * as k8s from 'cdk8s-plus-28/lib/imports/k8s';
import type { Construct } from 'constructs';
import type { ConfigSpec } from '../core/model/workload-spec';
import { objectMetadata, type WorkloadContext } from './workload-props';

const HASH_LENGTH = 8;

/**
 * Files of a workload in a ConfigMap named after their content: a change makes a new ConfigMap and with it a new
 * rollout, and a rollback finds the old one.
 */
export function addConfigMap(scope: Construct, context: WorkloadContext, config: ConfigSpec): string {
  const name = `${context.name}-config-${contentHash(config.files)}`;
  new k8s.KubeConfigMap(scope, 'Config', {
    metadata: objectMetadata(context, name),
    immutable: true,
    data: { ...config.files },
  });
  return name;
}

function contentHash(files: Readonly<Record<string, string>>): string {
  const sorted = Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(sorted)).digest('hex').slice(0, HASH_LENGTH);
}
