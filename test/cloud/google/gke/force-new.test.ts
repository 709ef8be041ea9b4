import * as cluster from '@cdktf/provider-google/lib/container-cluster';
import * as nodePool from '@cdktf/provider-google/lib/container-node-pool';
import { FORCE_NEW, type ForceNewResource } from '../../../../lib/cloud/google/gke/force-new';

/** The classes that the bound provider has for each resource: one for itself, and one for each of its blocks. */
const BOUND: Readonly<Record<ForceNewResource, { readonly prefix: string; readonly classes: object }>> = {
  google_container_cluster: { prefix: 'ContainerCluster', classes: cluster },
  google_container_node_pool: { prefix: 'ContainerNodePool', classes: nodePool },
};
const RESOURCES = ['google_container_cluster', 'google_container_node_pool'] as const;

function pascal(path: readonly string[]): string {
  return path
    .map((name) => name.replace(/(^|_)([a-z0-9])/g, (_, _dash, letter: string) => letter.toUpperCase()))
    .join('');
}

/** Whether the bound provider has an attribute or a block of that path, whatever case it writes it in. */
function isBound(resource: ForceNewResource, path: string): boolean {
  const segments = path.split('.');
  const { prefix, classes } = BOUND[resource];
  const owner =
    `${prefix}${pascal(segments.slice(0, -1))}${segments.length > 1 ? 'OutputReference' : ''}`.toLowerCase();
  const found: unknown = Object.entries(classes).find(([name]) => name.toLowerCase() === owner)?.[1];
  if (typeof found !== 'function') return false;
  const properties = Object.getOwnPropertyNames(found.prototype).map((name) => name.toLowerCase());
  return properties.includes(pascal(segments.slice(-1)).toLowerCase());
}

describe('FORCE_NEW', () => {
  test.each(RESOURCES)('names what the bound provider has of %s, but for gVisor', (resource) => {
    const { attributes, blocks, sometimes } = FORCE_NEW[resource];
    const missing = [...attributes, ...blocks, ...Object.keys(sometimes)].filter((path) => !isBound(resource, path));
    expect(missing.filter((path) => !/(^|\.)node_config\.sandbox_config$/.test(path))).toEqual([]);
  });

  test.each(RESOURCES)('names each attribute and block of %s once', (resource) => {
    const { attributes, blocks, sometimes } = FORCE_NEW[resource];
    const all = [...attributes, ...blocks, ...Object.keys(sometimes)];
    expect(new Set(all).size).toBe(all.length);
  });

  test('can tell a name that the provider does not have', () => {
    expect(isBound('google_container_node_pool', 'node_config.boot_disk_kms_key')).toBe(true);
    expect(isBound('google_container_node_pool', 'node_config.boot_disk_kms_keys')).toBe(false);
    expect(isBound('google_container_node_pool', 'nodes_config.boot_disk_kms_key')).toBe(false);
  });

  test('knows pools alike, whether they are resources or blocks of a cluster', () => {
    const { attributes, blocks } = FORCE_NEW.google_container_node_pool;
    const inCluster = FORCE_NEW.google_container_cluster;
    const own = ['cluster', 'location', 'project'];
    expect(inCluster.attributes.filter((path) => path.startsWith('node_pool.'))).toEqual(
      attributes.filter((path) => !own.includes(path)).map((path) => `node_pool.${path}`),
    );
    expect(inCluster.blocks.filter((path) => path.startsWith('node_pool.'))).toEqual(
      blocks.map((path) => `node_pool.${path}`),
    );
  });
});
