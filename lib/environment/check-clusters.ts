import { z } from 'zod';
import { Cidr } from '../core/cidr';
import { type Cloud, CLOUDS, NODE_POOL_LABEL } from '../core/cluster';
import { awsFaults, eksFaults } from './check-aws';
import { gkeFaults, googleFaults } from './check-google';
import { boundsFaults, repeatedFaults } from './check-values';
import type { Draft } from './draft';
import { type Fault, type FilePath, reference } from './fault';
import * as formats from './formats';

/** Widest range that may reach an API server: two ranges of /1 would be the whole internet. */
const WIDEST_ACCESS = 8;

/** Shortest and longest prefix of a cluster's network: AWS allows no VPC beyond /16, and nodes need a /20. */
const NETWORK_PREFIX: Readonly<Record<Cloud, { readonly min: number; readonly max: number }>> = {
  aws: { min: 16, max: 20 },
  google: { min: 12, max: 20 },
};

/** Where a cluster's network names ranges: one for all, or those of a shared network one by one. */
const RANGES = [
  ['cidr'],
  ['shared', 'nodes'],
  ['shared', 'pods'],
  ['shared', 'services'],
  ['shared', 'controlPlane'],
] as const;

/** Property that lists who may reach the API server from outside. */
const OPEN_TO: Readonly<Record<Cloud, string>> = { aws: 'publicAccessCidrs', google: 'authorizedNetworks' };

const taint = z.object({ key: z.string(), effect: z.string() });

/** What is wrong with clusters beyond the form of their values. */
export function clusterFaults(draft: Draft): readonly Fault[] {
  const clusters = draft.keys(['clusters']).map((name) => ['clusters', name]);
  const on = (cloud: Cloud): readonly FilePath[] =>
    clusters.filter((cluster) => draft.get([...cluster, 'cloud'], z.literal(cloud)) !== undefined);
  return [
    ...clusters.flatMap((cluster) => oneClusterFaults(draft, cluster)),
    ...overlapFaults(draft, clusters),
    ...awsFaults(draft, on('aws')),
    ...googleFaults(draft, on('google')),
  ];
}

function oneClusterFaults(draft: Draft, cluster: FilePath): readonly Fault[] {
  const pools = draft.keys([...cluster, 'nodePools']).map((name) => [...cluster, 'nodePools', name]);
  const cloud = draft.get([...cluster, 'cloud'], z.enum(CLOUDS));
  return [
    ...(cloud === undefined ? [] : networkSizeFaults(draft, cluster, NETWORK_PREFIX[cloud])),
    ...(cloud === undefined ? [] : accessFaults(draft, [...cluster, OPEN_TO[cloud]])),
    ...(cloud === 'aws' ? eksFaults(draft, cluster) : []),
    ...(cloud === 'google' ? gkeFaults(draft, cluster) : []),
    ...repeatedFaults(draft, [...cluster, 'administrators']),
    ...pools.flatMap((pool) => [
      ...boundsFaults(draft, [...pool, 'nodes']),
      ...repeatedFaults(draft, [...pool, 'machineTypes']),
      ...repeatedTaints(draft, [...pool, 'taints']),
      ...labelFaults(draft, [...pool, 'labels']),
    ]),
  ];
}

function networkSizeFaults(
  draft: Draft,
  cluster: FilePath,
  { min, max }: { readonly min: number; readonly max: number },
): readonly Fault[] {
  const path = [...cluster, 'network', 'cidr'];
  const range = rangeAt(draft, path);
  if (range === undefined || (range.prefix >= min && range.prefix <= max)) return [];
  return [reference(path, `must be a range from /${min} to /${max}, got '${range.toString()}'`)];
}

function accessFaults(draft: Draft, path: FilePath): readonly Fault[] {
  const rule = `must be no wider than /${WIDEST_ACCESS}; name your own ranges`;
  return [
    ...draft.entries(path).flatMap((entry) => {
      const range = rangeAt(draft, entry);
      if (range === undefined || range.prefix >= WIDEST_ACCESS) return [];
      return [reference(entry, `${rule}, got '${range.toString()}'`)];
    }),
    ...repeatedFaults(draft, path),
  ];
}

/** Kubernetes knows a taint by its key and effect; the same two with another value is the same taint. */
function repeatedTaints(draft: Draft, path: FilePath): readonly Fault[] {
  return repeatedFaults(draft, path, (entry) => {
    const found = draft.get(entry, taint);
    return found === undefined ? undefined : `${found.key}:${found.effect}`;
  });
}

/** Pods choose a pool by a label that it has by itself. */
function labelFaults(draft: Draft, labels: FilePath): readonly Fault[] {
  return draft
    .keys(labels)
    .filter((label) => label === NODE_POOL_LABEL)
    .map((label) => reference([...labels, label], "is the pool's name on all of its nodes; leave it out", 'key'));
}

/** Clusters of one environment talk to each other, so that their addresses must differ. */
function overlapFaults(draft: Draft, clusters: readonly FilePath[]): readonly Fault[] {
  const networks = clusters.flatMap((cluster) =>
    RANGES.flatMap((range) => {
      const path = [...cluster, 'network', ...range];
      const found = rangeAt(draft, path);
      return found === undefined ? [] : [{ path, range: found }];
    }),
  );
  return networks.flatMap(({ path, range }, index) =>
    networks
      .slice(0, index)
      .filter((other) => range.overlaps(other.range))
      .map((other) => {
        const rule = `must not overlap ${other.range.toString()} at ${draft.where(other.path)}`;
        return reference(path, `${rule}, got '${range.toString()}'`);
      }),
  );
}

function rangeAt(draft: Draft, path: FilePath): Cidr | undefined {
  const text = draft.get(path, formats.cidr());
  return text === undefined ? undefined : Cidr.parse(text);
}
