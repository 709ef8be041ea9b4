import { App } from 'cdk8s';
import type { Manifest } from '../../lib/core/manifest';
import { renderManifests } from '../../lib/platform/gitops/render';
import { ClusterManifests } from '../../stacks/manifests/cluster-manifests';
import type { ResolvedEnvironment } from '../../stacks/resolve';
import { clusterOf } from './environments';

/** The manifests of one cluster, to ask for by the path of their file. */
export interface ClusterFiles {
  /** Paths below the cluster's folder, without `.yaml`. */
  readonly paths: readonly string[];
  /** The folders, which are the components, in their order. */
  readonly components: readonly string[];
  /** The manifest with a path; throws where there is none. */
  readonly file: (path: string) => Manifest;
}

/** Renders the manifests of one cluster of an environment. */
export function clusterFiles(resolved: ResolvedEnvironment, cluster: string): ClusterFiles {
  const { contract } = clusterOf(resolved, cluster);
  const rendered = renderManifests(new ClusterManifests(new App(), cluster, resolved.model, contract));
  const files = new Map(
    rendered.map(({ path, manifest }) => [path.slice(cluster.length + 1, -'.yaml'.length), manifest]),
  );
  const paths = [...files.keys()];
  return {
    paths,
    components: [...new Set(paths.map((path) => path.split('/')[0] ?? ''))],
    file: (path) => {
      const found = files.get(path);
      if (found === undefined) throw new Error(`no manifest ${path} among:\n${paths.join('\n')}`);
      return found;
    },
  };
}
