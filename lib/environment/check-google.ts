import { z } from 'zod';
import { repeatedFaults } from './check-values';
import type { Draft } from './draft';
import { type Fault, type FilePath, reference } from './fault';
import * as formats from './formats';
import * as google from './google-formats';

const list = z.array(z.unknown());
const map = z.record(z.string(), z.unknown());

/** What Autopilot decides by itself, and where the choice lies instead. */
const AUTOPILOT_DECIDES: Readonly<Record<string, string>> = {
  nodePools: 'GKE makes the nodes that pods ask for',
  nodeAutoProvisioning: 'GKE makes the nodes that pods ask for',
  autoscalingProfile: 'GKE chooses it',
  zone: 'it spans the region',
};

/** What a network of one's own has, and a shared one has from its host project. */
const OWN_NETWORK = [
  'egress',
  'egressAllowed',
  'privateGoogleApis',
  'subnets',
  'additionalPodRanges',
  'natAddresses',
  'natLogging',
];

/** What is wrong with a GKE cluster beyond the form of its values. */
export function gkeFaults(draft: Draft, cluster: FilePath): readonly Fault[] {
  const pools = draft.keys([...cluster, 'nodePools']).map((name) => [...cluster, 'nodePools', name]);
  return [
    ...modeFaults(draft, cluster),
    ...networkFaults(draft, cluster),
    ...endpointFaults(draft, cluster),
    ...zoneFaults(draft, cluster, [...cluster, 'zone']),
    ...[cluster, ...pools].flatMap((owner) => zoneListFaults(draft, cluster, [...owner, 'zones'])),
    ...lockFaults(draft, [...cluster, 'backup']),
  ];
}

/** What is wrong with the Google part of an environment, given the paths of its GKE clusters. */
export function googleFaults(draft: Draft, clusters: readonly FilePath[]): readonly Fault[] {
  if (!draft.has(['google'])) return [];
  if (clusters.length === 0) return [reference(['google'], 'is for clusters on Google Cloud; there is none', 'key')];
  if (!draft.has(['google', 'edge'])) return [];
  return clusters
    .filter((cluster) => !draft.has([...cluster, 'zones']) && !draft.has([...cluster, 'zone']))
    .map((cluster) =>
      reference(cluster, 'must list its zones, since google.edge sends requests to each of them', 'key'),
    );
}

function modeFaults(draft: Draft, cluster: FilePath): readonly Fault[] {
  const pools = [...cluster, 'nodePools'];
  if (draft.get([...cluster, 'mode'], z.literal('autopilot')) === undefined) {
    return draft.has(pools)
      ? []
      : [reference(pools, 'is missing; must hold one node pool at least, unless mode is autopilot')];
  }
  const channel = [...cluster, 'releaseChannel'];
  return [
    ...Object.entries(AUTOPILOT_DECIDES).flatMap(([key, why]) =>
      draft.has([...cluster, key])
        ? [reference([...cluster, key], `is not for Autopilot: ${why}; leave it out, or choose mode standard`, 'key')]
        : [],
    ),
    ...(draft.get(channel, z.literal('EXTENDED')) === undefined
      ? []
      : [reference(channel, "must be RAPID, REGULAR or STABLE on Autopilot, got 'EXTENDED'")]),
  ];
}

function networkFaults(draft: Draft, cluster: FilePath): readonly Fault[] {
  const network = [...cluster, 'network'];
  if (draft.get(network, map) === undefined) return [];
  const cidr = draft.has([...network, 'cidr']);
  if (!draft.has([...network, 'shared'])) {
    return cidr ? [] : [reference(network, 'must name its cidr, or the shared network that the cluster joins')];
  }
  return [...(cidr ? ['cidr'] : []), ...OWN_NETWORK.filter((key) => draft.has([...network, key]))].map((key) =>
    reference([...network, key], 'is for a network of its own; a shared one has it from its host project', 'key'),
  );
}

/** Every cluster can be reached, and none by everybody. */
function endpointFaults(draft: Draft, cluster: FilePath): readonly Fault[] {
  const path = [...cluster, 'ipEndpoint'];
  const ip = draft.get(path, z.enum(['off', 'private', 'public']));
  const networks = (draft.get([...cluster, 'authorizedNetworks'], list) ?? []).length > 0;
  const dns = draft.get([...cluster, 'dnsEndpoint'], z.literal(false)) === undefined;
  if (ip === 'off' && networks) {
    return [reference(path, "must be private or public where authorizedNetworks are named, got 'off'")];
  }
  if (ip === 'public' && !networks) {
    return [reference(path, "must not be public to everybody; name authorizedNetworks, got 'public'")];
  }
  if (dns || networks) return [];
  const remedy = 'leave dnsEndpoint out, or name authorizedNetworks';
  return [reference([...cluster, 'dnsEndpoint'], `must be true where nothing else leads to the cluster; ${remedy}`)];
}

function zoneFaults(draft: Draft, cluster: FilePath, path: FilePath): readonly Fault[] {
  const region = draft.get([...cluster, 'region'], google.region());
  const zone = draft.get(path, google.zone());
  if (region === undefined || zone === undefined || zone.slice(0, -2) === region) return [];
  return [reference(path, `must be a zone of ${region} such as ${region}-b, got '${zone}'`)];
}

function zoneListFaults(draft: Draft, cluster: FilePath, path: FilePath): readonly Fault[] {
  return [...draft.entries(path).flatMap((entry) => zoneFaults(draft, cluster, entry)), ...repeatedFaults(draft, path)];
}

/** A backup that nobody may delete yet, and that is to be deleted. */
function lockFaults(draft: Draft, backup: FilePath): readonly Fault[] {
  const path = [...backup, 'deleteLockDays'];
  const days = formats.whole(0, Number.MAX_SAFE_INTEGER);
  const lock = draft.get(path, days);
  const retain = draft.get([...backup, 'retainDays'], days);
  if (lock === undefined || retain === undefined || lock <= retain) return [];
  return [reference(path, `must be at most retainDays (${retain}), got ${lock}`)];
}
