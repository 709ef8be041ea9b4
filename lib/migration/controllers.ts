import type { Manifest, ManifestFile } from '../core/manifest';
import { at, listAt } from './at';
import { claimNames, claimTemplates } from './stateful-claims';

/** What keeps pods running under its own name. Jobs are left out: each version of one has another name. */
const CONTROLLERS = ['Deployment', 'StatefulSet', 'DaemonSet', 'CronJob', 'Rollout'];

/** Those of some files that hold controllers of pods. */
export function controllers(files: readonly ManifestFile[]): readonly ManifestFile[] {
  return files.filter(({ manifest }) => CONTROLLERS.includes(manifest.kind));
}

/** The template of a controller's pods. */
export function podTemplate(manifest: Manifest): unknown {
  const path = manifest.kind === 'CronJob' ? ['spec', 'jobTemplate', 'spec', 'template'] : ['spec', 'template'];
  return at(manifest, ...path);
}

/** Names of the claims of a controller's pods: those of a StatefulSet's replicas, and those that all pods share. */
export function claimsOf(manifest: Manifest, files: readonly ManifestFile[]): readonly string[] {
  const shared = listAt(podTemplate(manifest), 'spec', 'volumes').flatMap((volume) => {
    const name = at(volume, 'persistentVolumeClaim', 'claimName');
    return typeof name === 'string' ? [name] : [];
  });
  return [...claimTemplates(manifest).flatMap(({ name }) => claimNames(manifest, name, files)), ...shared];
}
