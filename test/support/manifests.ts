import { App, Chart } from 'cdk8s';
import { eksContract } from '../../lib/cloud/aws/cluster-contract';
import { gkeContract } from '../../lib/cloud/google/cluster-contract';
import type { Cluster } from '../../lib/core/cluster';
import type { Manifest } from '../../lib/core/manifest';
import { manifestYaml, renderManifests } from '../../lib/platform/gitops/render';

const SYSTEM = { system: 'funlynk', environment: 'production' };

/** What manifests know of a cluster on each cloud; nothing of it is made here. */
export const EKS: Cluster = eksContract({
  ...SYSTEM,
  name: 'us-east-1',
  account: '111122223333',
  region: 'us-east-1',
});
export const GKE: Cluster = gkeContract({
  ...SYSTEM,
  name: 'europe-west1',
  project: 'funlynk-prod',
  region: 'europe-west1',
});

/** The objects that a chart came to, to ask for by kind. */
export interface Objects {
  /** Every object, in the order of its file. */
  readonly all: readonly Manifest[];
  /** Names of all objects of a kind. */
  readonly names: (kind: string) => readonly string[];
  /** The object of a kind, and of a name where one is given; throws unless it is exactly one. */
  readonly one: (kind: string, name?: string) => Manifest;
  /** The same object as the text of its file. */
  readonly yaml: (kind: string, name?: string) => string;
}

/** A chart of the namespace `funlynk` with the path `test`, empty. */
export function emptyChart(): Chart {
  return new Chart(new App(), 'test', { namespace: 'funlynk', disableResourceNameHashes: true });
}

/** Builds into an empty chart, and reads what came out. */
export function synth(build: (chart: Chart) => void): Objects {
  const chart = emptyChart();
  build(chart);
  const all = renderManifests(chart).map(({ manifest }) => manifest);
  const of = (kind: string): readonly Manifest[] => all.filter((manifest) => manifest.kind === kind);
  const names = (kind: string): readonly string[] => of(kind).map(({ metadata }) => metadata.name);
  const one = (kind: string, name?: string): Manifest => {
    const [found, ...others] = of(kind).filter(({ metadata }) => name === undefined || metadata.name === name);
    if (found === undefined || others.length > 0)
      throw new Error(`not one ${kind} ${name ?? ''}: ${names(kind).join()}`);
    return found;
  };
  return { all, names, one, yaml: (kind, name) => manifestYaml(one(kind, name)) };
}
