import { z } from 'zod';
import { repeatedFaults } from './check-values';
import type { Draft } from './draft';
import { type Fault, type FilePath, reference } from './fault';
import * as formats from './formats';

const map = z.record(z.string(), z.unknown());

/** What EKS Auto Mode decides by itself, and why. */
const AUTO_MODE_DECIDES: Readonly<Record<string, string>> = {
  nodePools: 'EKS makes the nodes that pods ask for',
  fargateProfiles: 'EKS makes the nodes that pods ask for',
  karpenter: 'EKS runs it',
};

/** What a network of one's own has, and one that is there already has from its owner. */
const OWN_NETWORK = ['natGateways', 'ipFamily', 'endpoints', 'gatewayEndpoints', 'publicSubnets', 'flowLogs'];

/** Controllers that write into the zone of the environment's domain. */
const WRITE_DNS = ['cert-manager', 'external-dns'];

/** Add-on of EKS that brings the agent of CloudWatch. */
const CLOUDWATCH_ADDON = 'amazon-cloudwatch-observability';

/** What may be kept in one region and copied to the others. */
const REPLICATED = ['registry', 'secrets'];

/** What is wrong with an EKS cluster beyond the form of its values. */
export function eksFaults(draft: Draft, cluster: FilePath): readonly Fault[] {
  return [
    ...modeFaults(draft, cluster),
    ...networkFaults(draft, cluster),
    ...zoneListFaults(draft, cluster),
    ...controllerFaults(draft, cluster),
    ...backupFaults(draft, cluster),
  ];
}

/** What is wrong with the AWS part of an environment, given the paths of its EKS clusters. */
export function awsFaults(draft: Draft, clusters: readonly FilePath[]): readonly Fault[] {
  if (!draft.has(['aws'])) return [];
  if (clusters.length === 0) return [reference(['aws'], 'is for clusters on AWS; there is none', 'key')];
  const regions = clusters.map((cluster) => draft.get([...cluster, 'region'], formats.awsRegion()));
  return [
    ...accountFaults(draft, clusters),
    ...edgeFaults(draft),
    ...REPLICATED.flatMap((key) => regionFaults(draft, ['aws', key, 'replicateFrom'], regions)),
    ...draft
      .keys(['aws', 'edge', 'entrypoints'])
      .filter((region) => !regions.includes(region))
      .map((region) => reference(['aws', 'edge', 'entrypoints', region], noClusterIn(regions), 'key')),
  ];
}

function modeFaults(draft: Draft, cluster: FilePath): readonly Fault[] {
  if (draft.get([...cluster, 'mode'], z.literal('auto')) === undefined) {
    const path = [...cluster, 'nodePools'];
    if (draft.has(path) || draft.keys([...cluster, 'fargateProfiles']).length > 0) return [];
    const rule = 'is missing; must hold one node pool at least, unless mode is auto or there are fargateProfiles';
    return [reference(path, rule)];
  }
  return Object.entries(AUTO_MODE_DECIDES).flatMap(([key, why]) =>
    draft.has([...cluster, key])
      ? [reference([...cluster, key], `is not for Auto Mode: ${why}; leave it out, or choose mode standard`, 'key')]
      : [],
  );
}

function networkFaults(draft: Draft, cluster: FilePath): readonly Fault[] {
  const network = [...cluster, 'network'];
  if (draft.get(network, map) === undefined) return [];
  const cidr = draft.has([...network, 'cidr']);
  if (!draft.has([...network, 'existing'])) {
    return cidr ? [] : [reference(network, 'must name its cidr, or the existing VPC that the cluster joins')];
  }
  return [...(cidr ? ['cidr'] : []), ...OWN_NETWORK.filter((key) => draft.has([...network, key]))].map((key) =>
    reference([...network, key], 'is for a network of its own; an existing one has it from its owner', 'key'),
  );
}

function zoneListFaults(draft: Draft, cluster: FilePath): readonly Fault[] {
  const path = [...cluster, 'zones'];
  const region = draft.get([...cluster, 'region'], formats.awsRegion());
  const zones = draft.entries(path).map((entry) => ({ entry, zone: draft.get(entry, formats.awsZone()) }));
  const distinct = new Set(zones.map(({ zone }) => zone)).size;
  const readable = zones.every(({ zone }) => zone !== undefined);
  return [
    ...zones.flatMap(({ entry, zone }) => {
      if (region === undefined || zone === undefined || zone.slice(0, -1) === region) return [];
      return [reference(entry, `must be a zone of ${region} such as ${region}a, got '${zone}'`)];
    }),
    ...repeatedFaults(draft, path),
    ...(readable && draft.get(path, z.array(z.unknown())) !== undefined && distinct < 2
      ? [reference(path, `must list two different zones at least, got ${distinct}`)]
      : []),
  ];
}

function controllerFaults(draft: Draft, cluster: FilePath): readonly Fault[] {
  const path = [...cluster, 'controllers'];
  const addons = draft.get([...cluster, 'addons', 'enabled'], z.array(z.unknown())) ?? [];
  return [
    ...repeatedFaults(draft, path),
    ...draft.entries(path).flatMap((entry) => {
      const controller = draft.get(entry, z.string()) ?? '';
      if (controller === 'cloudwatch-agent' && addons.includes(CLOUDWATCH_ADDON)) {
        return [reference(entry, `must be left out where the add-on ${CLOUDWATCH_ADDON} brings it, with its identity`)];
      }
      if (!WRITE_DNS.includes(controller) || draft.has(['aws', 'dns'])) return [];
      return [reference(entry, `must have a zone to write to; name aws.dns, got '${controller}'`)];
    }),
  ];
}

function backupFaults(draft: Draft, cluster: FilePath): readonly Fault[] {
  const backup = [...cluster, 'backup'];
  const days = formats.whole(0, Number.MAX_SAFE_INTEGER);
  const lock = draft.get([...backup, 'lockDays'], days);
  const retain = draft.get([...backup, 'retainDays'], days);
  const region = draft.get([...cluster, 'region'], formats.awsRegion());
  const replica = draft.get([...backup, 'replicaRegion'], formats.awsRegion());
  return [
    ...(lock === undefined || retain === undefined || lock <= retain
      ? []
      : [reference([...backup, 'lockDays'], `must be at most retainDays (${retain}), got ${lock}`)]),
    ...(replica === undefined || replica !== region
      ? []
      : [reference([...backup, 'replicaRegion'], `must be another region than the cluster's, got '${replica}'`)]),
  ];
}

/** What is in one account, and lies before clusters in others. */
function accountFaults(draft: Draft, clusters: readonly FilePath[]): readonly Fault[] {
  const accounts = new Set(clusters.map((cluster) => draft.get([...cluster, 'account'], formats.awsAccount())));
  if (accounts.size < 2) return [];
  const paths = [['aws', 'dns'], ...REPLICATED.map((key) => ['aws', key, 'replicateFrom'])];
  return paths
    .filter((path) => draft.has(path))
    .map((path) => reference(path, 'must be left out where clusters are in several accounts; it is for one', 'key'));
}

function edgeFaults(draft: Draft): readonly Fault[] {
  const edge = ['aws', 'edge'];
  if (!draft.has(edge) || draft.has(['aws', 'dns'])) return [];
  return [reference(edge, 'must have a zone that proves its certificates; name aws.dns', 'key')];
}

function regionFaults(draft: Draft, path: FilePath, regions: readonly (string | undefined)[]): readonly Fault[] {
  const region = draft.get(path, formats.awsRegion());
  if (region === undefined || regions.includes(region)) return [];
  return [reference(path, `${noClusterIn(regions)}, got '${region}'`)];
}

function noClusterIn(regions: readonly (string | undefined)[]): string {
  const known = [...new Set(regions.filter((region) => region !== undefined))].sort();
  return `must be a region of a cluster on AWS: ${known.join(', ')}`;
}
