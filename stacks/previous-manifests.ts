import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { isRecord } from '../lib/checks/output';
import { FindingsError } from '../lib/core/finding';
import type { Manifest, ManifestFile } from '../lib/core/manifest';
import { recoverTree } from './output';
import type { Synthesis } from './synthesize';

/** Where the manifests lie that clusters run now. */
export interface PreviousFolder {
  readonly folder: string;
  /** Whether a person named the folder, so that it has to be there. */
  readonly isNamed: boolean;
}

/** The folder that PREVIOUS_MANIFESTS names, such as a checkout of the GitOps repository, or the one that is written. */
export function previousFolder(written: string): PreviousFolder {
  const named = process.env['PREVIOUS_MANIFESTS'];
  return { folder: named ?? written, isNamed: named !== undefined };
}

/**
 * The manifests before this run, of each of its environments and of the clusters that these have. Files that say what
 * this run says are not parsed, since their objects are known; those that hold no objects are left out.
 *
 * Throws where a folder that was named is not there, or a file is no YAML.
 */
export function previousManifests(
  { folder, isNamed }: PreviousFolder,
  { outputs, manifests }: Pick<Synthesis, 'outputs' | 'manifests'>,
): readonly (readonly ManifestFile[])[] {
  if (!isNamed) recoverTree(folder);
  else if (!existsSync(folder)) throw new Error(`PREVIOUS_MANIFESTS names ${folder}, which is not there`);
  const texts = new Map(manifests.map(({ path, content }) => [path, content]));
  return outputs.map(({ model, clusters }) =>
    clusters.flatMap(({ name, manifests: made }) => {
      const files = new Map(made.map((file) => [file.path, file]));
      return yamlFiles(folder, `${model.name}/${model.environment}/${name}`).flatMap((path) => {
        const text = readFileSync(join(folder, path), 'utf8');
        const known = files.get(path);
        return known !== undefined && texts.get(path) === text ? [known] : parsed(folder, path, text);
      });
    }),
  );
}

/** Paths of the YAML files below a folder of the tree, sorted; none where it is not there. */
function yamlFiles(root: string, folder: string): readonly string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.ya?ml$/.test(path))
    .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
    .sort();
}

function parsed(folder: string, path: string, text: string): readonly ManifestFile[] {
  return parseAllDocuments(text, { schema: 'yaml-1.1' }).flatMap((document) => {
    const [error] = document.errors;
    if (error !== undefined) throw unreadable(folder, path, error.message);
    const manifest: unknown = document.toJS();
    return isManifest(manifest) ? [{ path, manifest }] : [];
  });
}

function isManifest(found: unknown): found is Manifest {
  return (
    isRecord(found) &&
    typeof found['apiVersion'] === 'string' &&
    typeof found['kind'] === 'string' &&
    isRecord(found['metadata']) &&
    typeof found['metadata']['name'] === 'string'
  );
}

function unreadable(folder: string, path: string, message: string): FindingsError {
  const [reason] = message.split('\n');
  return new FindingsError([
    {
      rule: 'previous-manifests',
      severity: 'error',
      resource: path.split('/').at(-1) ?? path,
      path: `${folder}/${path}`,
      message: `is no YAML, so that nobody knows what a change does to its cluster: ${reason?.replace(/:$/, '')}`,
      remedy: 'mend it, or name the manifests that the cluster runs in PREVIOUS_MANIFESTS',
    },
  ]);
}
