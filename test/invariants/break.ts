import type { EnvironmentOutput, TerraformBlock } from '../../lib/checks/output';
import type { Manifest, ManifestFile } from '../../lib/core/manifest';
import { changed } from '../checks/fixtures';

/** Which objects a break is about. */
export type Which = (manifest: Manifest) => boolean;

/** Objects of a kind. */
export function kind(...kinds: readonly string[]): Which {
  return (manifest) => kinds.includes(manifest.kind);
}

/** An environment without some of its objects. Throws where it has none of them. */
export function without(output: EnvironmentOutput, which: Which): EnvironmentOutput {
  return eachFile(output, which, () => []);
}

/** An environment some of whose objects say something else. Throws where it has none of them. */
export function altered(
  output: EnvironmentOutput,
  which: Which,
  path: readonly (string | number)[],
  to: unknown,
): EnvironmentOutput {
  return eachFile(output, which, (file) => [changed(file, ['manifest', ...path], to)]);
}

/** An environment with an object more on every cluster. */
export function withObject(output: EnvironmentOutput, manifest: Manifest): EnvironmentOutput {
  const file = { path: `added/${manifest.kind}.yaml`, manifest };
  return {
    ...output,
    clusters: output.clusters.map((cluster) => ({ ...cluster, manifests: [...cluster.manifests, file] })),
  };
}

/** An environment whose resources of some types say something else. Throws where it has none of them. */
export function alteredResources(
  output: EnvironmentOutput,
  types: readonly string[],
  change: (block: TerraformBlock) => TerraformBlock,
): EnvironmentOutput {
  let count = 0;
  const stacks = output.stacks.map((stack) => ({
    ...stack,
    resource: Object.fromEntries(
      Object.entries(stack.resource).map(([type, blocks]) => {
        if (!types.includes(type)) return [type, blocks];
        count += Object.keys(blocks).length;
        return [type, Object.fromEntries(Object.entries(blocks).map(([id, block]) => [id, change(block)]))];
      }),
    ),
  }));
  if (count === 0) throw new Error(`no resources to break: ${types.join(', ')}`);
  return { ...output, stacks };
}

/** An environment without the resources of some types. Throws where it has none of them. */
export function withoutResources(output: EnvironmentOutput, types: readonly string[]): EnvironmentOutput {
  alteredResources(output, types, (block) => block);
  return {
    ...output,
    stacks: output.stacks.map((stack) => ({
      ...stack,
      resource: Object.fromEntries(Object.entries(stack.resource).filter(([type]) => !types.includes(type))),
    })),
  };
}

function eachFile(
  output: EnvironmentOutput,
  which: Which,
  change: (file: ManifestFile) => readonly ManifestFile[],
): EnvironmentOutput {
  let count = 0;
  const clusters = output.clusters.map((cluster) => ({
    ...cluster,
    manifests: cluster.manifests.flatMap((file) => {
      if (!which(file.manifest)) return [file];
      count += 1;
      return change(file);
    }),
  }));
  if (count === 0) throw new Error('no objects to break');
  return { ...output, clusters };
}
