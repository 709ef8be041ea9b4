import { isRecord } from '../../lib/checks/output';
import type { Manifest, ManifestFile } from '../../lib/core/manifest';
import { manifestYaml } from '../../lib/platform/gitops/render';

/** Manifests by the path of their file below the folder of a cluster. */
export type Manifests = ReadonlyMap<string, Manifest>;

/** The manifests of one cluster, whose paths begin with its folder. */
export function belowCluster(folder: string, files: readonly ManifestFile[]): Manifests {
  return new Map(files.map(({ path, manifest }) => [path.slice(folder.length + 1), manifest]));
}

/** Component of a file: the folder it lies in. */
export function componentOf(path: string): string {
  return path.split('/')[0] ?? path;
}

/**
 * How a component of one cluster differs from the same of another: files that only one has, and of the others the
 * fields with another value. What both have alike is left out.
 */
export function differences(component: string, own: Manifests, reference: Manifests): string {
  const paths = [...new Set([...own.keys(), ...reference.keys()])].filter((path) => componentOf(path) === component);
  const found = paths.sort().flatMap((path) => fileDifferences(path, own.get(path), reference.get(path)));
  return found.length === 0 ? 'no difference' : found.join('\n');
}

function fileDifferences(path: string, own: Manifest | undefined, reference: Manifest | undefined): readonly string[] {
  if (own === undefined) return [`${path} is missing`];
  if (reference === undefined) return [`${path} is here only`, indented(manifestYaml(own))];
  const found = fieldDifferences('', own, reference);
  return found.length === 0 ? [] : [path, ...found.map((field) => `  ${field}`)];
}

/** The highest fields that differ: what stands in one only is told as a whole. */
function fieldDifferences(path: string, own: unknown, reference: unknown): readonly string[] {
  if (own === undefined) return [`${path} is missing`];
  if (Array.isArray(own) && Array.isArray(reference)) {
    const indices = [...(own.length > reference.length ? own : reference).keys()];
    return indices.flatMap((index) => fieldDifferences(`${path}[${index}]`, own[index], reference[index]));
  }
  if (isRecord(own) && isRecord(reference)) {
    const keys = [...new Set([...Object.keys(own), ...Object.keys(reference)])].sort();
    return keys.flatMap((key) => fieldDifferences(path === '' ? key : `${path}.${key}`, own[key], reference[key]));
  }
  const [ours, theirs] = [JSON.stringify(own), JSON.stringify(reference)];
  return ours === theirs ? [] : [`${path}: ${ours}`];
}

function indented(text: string): string {
  return text.trimEnd().replace(/^/gm, '  ');
}
