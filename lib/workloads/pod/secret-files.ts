import type * as k8s from 'cdk8s-plus-28/lib/imports/k8s';
import type { SecretSource } from '../../core/secret-ref';
import type { WorkloadContext } from '../workload-props';
import { secretKeyOf } from './secret-env';

/** The containers' user, through the group of the pod's volumes, may read; nobody may write. */
const READ_BY_GROUP = 0o440;

/** Secrets as files of one folder, whichever Kubernetes Secrets they lie in. */
export function secretFilesVolume(
  context: WorkloadContext,
  files: Readonly<Record<string, SecretSource>>,
): k8s.ProjectedVolumeSource {
  const items = Object.entries(files).map(([path, source]) => ({ path, ...secretKeyOf(context, source) }));
  const names = [...new Set(items.map(({ name }) => name))];
  return {
    defaultMode: READ_BY_GROUP,
    sources: names.map((name) => ({
      secret: {
        name,
        items: items.filter((item) => item.name === name).map(({ key, path }) => ({ key, path })),
      },
    })),
  };
}
