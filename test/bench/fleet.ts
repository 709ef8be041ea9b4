import { readFileSync, writeFileSync } from 'node:fs';
import { App } from 'cdk8s';
import { gkeContract } from '../../lib/cloud/google/cluster-contract';
import type { Manifest } from '../../lib/core/manifest';
import { manifestYaml, renderManifests } from '../../lib/platform/gitops/render';
import { ClusterManifests } from '../../stacks/manifests/cluster-manifests';
import { manyServices, renamed } from './many-services';

/** File with the objects of one cluster, for the floor to write again and again. */
const OBJECTS = 'fleet-objects.json';

/**
 * The program that the fleet's measurement runs: the manifests of so many clusters with so many services each, or
 * the floor of them, which turns finished objects of one cluster into text as often. Prints how many objects it wrote.
 */
function main([mode, clusters, services]: readonly string[]): number {
  return mode === 'floor' ? floor(Number(clusters)) : synthesize(Number(clusters), Number(services));
}

function synthesize(clusters: number, services: number): number {
  const model = manyServices(services);
  const scope = { system: 'fleet', environment: 'production', project: 'fleet', region: 'europe-west1' };
  const contract = gkeContract({ ...scope, name: 'cluster' });
  let objects = 0;
  for (let index = 0; index < clusters; index++) {
    const { name, ...cluster } = renamed(contract, index);
    const files = renderManifests(new ClusterManifests(new App(), name, model, { ...cluster, name }));
    objects += written(files.map(({ manifest }) => manifest));
    if (index === 0) writeFileSync(OBJECTS, JSON.stringify(files.map(({ manifest }) => manifest)));
  }
  return objects;
}

function floor(clusters: number): number {
  const text = readFileSync(OBJECTS, 'utf8');
  let objects = 0;
  for (let index = 0; index < clusters; index++) objects += written(JSON.parse(text) as readonly Manifest[]);
  return objects;
}

function written(manifests: readonly Manifest[]): number {
  const characters = manifests.reduce((sum, manifest) => sum + manifestYaml(manifest).length, 0);
  if (characters === 0) throw new Error('nothing was written');
  return manifests.length;
}

process.stdout.write(`${main(process.argv.slice(2))}\n`);
