import { ApiObject, type Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { stringify } from 'yaml';
import type { Manifest, ManifestFile } from '../../core/manifest';

/** Marks of a Terraform token that strayed into a manifest: as text, as a list or map key, as a number. */
const TOKEN = /TfToken|TFTOKEN|e\+298/;

/**
 * Every object below a construct, each with the path of its file: the constructs' path down to its chart, then
 * kind and name. We walk the tree ourselves, because cdk8s sorts charts in time that grows with their square.
 *
 * Throws where two objects would share a file, or one holds a Terraform token.
 */
export function renderManifests(root: IConstruct): readonly ManifestFile[] {
  const objects = root.node.findAll().filter((construct): construct is ApiObject => ApiObject.isApiObject(construct));
  return sortedAndUnique(objects.map(manifestFile));
}

/** The text of a file. Keys are sorted by cdk8s; YAML 1.1 quotes what Kubernetes' parser would take for a boolean. */
export function manifestYaml(manifest: Manifest): string {
  return stringify(manifest, { schema: 'yaml-1.1', lineWidth: 0, aliasDuplicateObjects: false });
}

function manifestFile(object: ApiObject): ManifestFile {
  const manifest = object.toJson() as Manifest;
  if (TOKEN.test(JSON.stringify(manifest))) {
    throw new Error(`${object.node.path}: holds a Terraform token; manifests take values known at synthesis only`);
  }
  return { path: `${object.chart.node.path}/${fileName(manifest, object.chart)}`, manifest };
}

function fileName({ kind, metadata }: Manifest, chart: Chart): string {
  const elsewhere = metadata.namespace !== chart.namespace && metadata.namespace !== undefined;
  return `${elsewhere ? `${metadata.namespace}.` : ''}${kind.toLowerCase()}-${metadata.name}.yaml`;
}

function sortedAndUnique(files: readonly ManifestFile[]): readonly ManifestFile[] {
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
  const twice = sorted.find((file, index) => file.path === sorted[index + 1]?.path);
  if (twice !== undefined) throw new Error(`${twice.path}: two objects of this kind and name; give one another name`);
  return sorted;
}
