import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { jsonObject } from './json';
import type { ManifestValidator } from './manifest-validator';
import type { Outcome } from './outcome';

const CHECK = 'kubernetes-schemas';

/** Manifests lie at <system>/<environment>/<cluster>/…; each cluster gets a line of the report. */
const CLUSTER_DEPTH = 3;

interface FileVerdict {
  readonly objects: number;
  readonly unchecked: number;
  readonly faults: readonly string[];
}

/** Validates every object of every YAML file under a folder: an outcome for each cluster. */
export function checkManifests(folder: string, validator: ManifestValidator): readonly Outcome[] {
  const files = existsSync(folder) ? yamlFiles(folder) : [];
  if (files.length === 0) {
    return [{ check: CHECK, subject: folder, status: 'failed', details: ['no manifests here; synthesise them first'] }];
  }
  const clusters = new Map<string, string[]>();
  for (const file of files) {
    const cluster = file.split(sep).slice(0, -1).slice(0, CLUSTER_DEPTH).join('/');
    clusters.set(cluster, [...(clusters.get(cluster) ?? []), file]);
  }
  return [...clusters].map(([cluster, members]) => checkCluster(folder, cluster, members, validator));
}

function checkCluster(
  folder: string,
  cluster: string,
  files: readonly string[],
  validator: ManifestValidator,
): Outcome {
  const verdicts = files.map((file) => checkFile(folder, file, validator));
  const faults = verdicts.flatMap((verdict) => verdict.faults);
  const total = (key: 'objects' | 'unchecked'): number => verdicts.reduce((sum, verdict) => sum + verdict[key], 0);
  const checked = total('objects') - total('unchecked');
  const summary = `${checked} of ${total('objects')} objects checked`;
  const subject = join(folder, cluster);
  if (faults.length > 0) return { check: CHECK, subject, status: 'failed', details: [...faults, summary] };
  return { check: CHECK, subject, status: checked > 0 ? 'passed' : 'skipped', details: [summary] };
}

function checkFile(folder: string, file: string, validator: ManifestValidator): FileVerdict {
  // The API server's YAML is 1.1, where an unquoted `yes` is true.
  const documents = parseAllDocuments(readFileSync(join(folder, file), 'utf8'), { version: '1.1' });
  const broken = documents.flatMap((document) => document.errors.map((error) => `${file}: ${error.message}`));
  if (broken.length > 0) return { objects: 0, unchecked: 0, faults: broken };
  const manifests = documents.map(plain).filter((manifest) => manifest !== null);
  const verdicts = manifests.map((manifest) => ({ manifest, ...validator.validate(manifest) }));
  return {
    objects: verdicts.length,
    unchecked: verdicts.filter((verdict) => !verdict.checked).length,
    faults: verdicts.flatMap(({ manifest, faults }) => faults.map((fault) => `${file}: ${title(manifest)}: ${fault}`)),
  };
}

/** What the API server would be sent: JSON, without dates. */
function plain(document: { toJSON(): unknown }): unknown {
  return JSON.parse(JSON.stringify(document.toJSON()));
}

function title(manifest: unknown): string {
  const { kind, metadata } = jsonObject(manifest);
  return `${String(kind)} ${String(jsonObject(metadata).name)}`;
}

function yamlFiles(folder: string): readonly string[] {
  const entries = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return entries.filter((entry) => /\.ya?ml$/.test(entry)).sort();
}
