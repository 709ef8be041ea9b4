import type { Finding } from '../core/finding';
import type { ManifestFile } from '../core/manifest';
import { texts, type ClusterOutput, type EnvironmentOutput } from './output';
import { levelOf, LEVELS, type Level } from './pod-security';
import { pods } from './pods';

const ENFORCE_LABEL = 'pod-security.kubernetes.io/enforce';

/**
 * Rule `namespace-level`: a namespace admits the pods that are written for it, which could not run otherwise, and no
 * more than they need, or anybody who may make pods there may have a node.
 */
export function checkNamespaceLevels({ clusters }: EnvironmentOutput): readonly Finding[] {
  return clusters.flatMap((cluster) =>
    cluster.manifests.filter(({ manifest }) => manifest.kind === 'Namespace').flatMap((it) => findings(cluster, it)),
  );
}

function findings(cluster: ClusterOutput, { path, manifest }: ManifestFile): readonly Finding[] {
  const { name } = manifest.metadata;
  const admitted = enforced(texts(manifest, 'metadata', 'labels')[ENFORCE_LABEL]);
  const own = pods(cluster.manifests).filter(({ namespace }) => namespace === name);
  const tooMuch = own.filter((pod) => LEVELS.indexOf(levelOf(pod)) > LEVELS.indexOf(admitted));
  const needed = own.map(levelOf).reduce(looser, 'restricted');
  return [
    ...tooMuch.map((pod): Finding => ({
      rule: 'namespace-level',
      severity: 'error',
      resource: pod.name,
      path: pod.file.path,
      message: `needs Pod Security ${levelOf(pod)}, and namespace ${name} admits ${admitted}`,
      remedy: "give it a namespace of its own that admits it, or take away what is the node's",
    })),
    ...(LEVELS.indexOf(admitted) <= LEVELS.indexOf(needed) || own.length === 0
      ? []
      : [
          {
            rule: 'namespace-level',
            severity: 'error',
            resource: name,
            path,
            message: `admits Pod Security ${admitted}, and its pods need ${needed}`,
            remedy: `set ${ENFORCE_LABEL} to ${needed}`,
          } as const,
        ]),
  ];
}

/** A namespace that does not say admits everything: https://kubernetes.io/docs/concepts/security/pod-security-admission/ */
function enforced(label: string | undefined): Level {
  return LEVELS.find((level) => level === label) ?? 'privileged';
}

function looser(one: Level, other: Level): Level {
  return LEVELS.indexOf(one) > LEVELS.indexOf(other) ? one : other;
}
