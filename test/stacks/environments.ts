import { readFileSync } from 'node:fs';
import { loadEnvironment } from '../../lib/environment/load';
import { resolveEnvironment, type ResolvedCluster, type ResolvedEnvironment } from '../../stacks/resolve';
import { SYSTEMS } from '../../stacks/systems';

/** A piece of an environment file, and what stands there instead. */
export type Edit = readonly [from: string, to: string];

/** One of our own environments, such as `funlynk/staging`, as its file is or with edits that a test wants. */
export function environmentOf(name: string, ...edits: readonly Edit[]): ResolvedEnvironment {
  const edited = (file: string): Uint8Array => Buffer.from(edits.reduce(replaced, readFileSync(file, 'utf8')));
  return resolveEnvironment(loadEnvironment(`environments/${name}.yaml`, SYSTEMS, edited));
}

/** A cluster of an environment by its name. */
export function clusterOf({ clusters }: ResolvedEnvironment, name: string): ResolvedCluster {
  const found = clusters.find((cluster) => cluster.name === name);
  if (found === undefined) throw new Error(`no cluster ${name}: ${clusters.map((cluster) => cluster.name).join()}`);
  return found;
}

function replaced(yaml: string, [from, to]: Edit): string {
  if (!yaml.includes(from)) throw new Error(`nothing to edit: ${from}`);
  return yaml.replace(from, to);
}
