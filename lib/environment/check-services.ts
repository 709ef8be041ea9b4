import { z } from 'zod';
import type { ServiceDefinition, SystemDefinition } from '../core/model/system';
import { nearest, suggest } from '../core/nearest';
import { cpuMillicores, quantityBytes } from '../core/quantity';
import { boundsFaults } from './check-values';
import type { Draft } from './draft';
import { type Fault, type FilePath, reference } from './fault';
import * as formats from './formats';

/** Kinds whose number of pods nobody chooses. */
const NOT_REPLICATED: readonly string[] = ['DaemonSet', 'Job', 'CronJob'];

/** What is wrong with the overrides of services, seen against the system that they override. */
export function serviceFaults(draft: Draft, system: SystemDefinition): readonly Fault[] {
  const names = Object.keys(system.services);
  const unknown = draft.keys(['services']).filter((name) => !names.includes(name));
  // A misspelt service is one fault, not two.
  const meant = new Set(unknown.map((name) => nearest(name, names)));
  return [
    ...unknown.map((name) =>
      reference(['services', name], `no such service in ${system.name}; ${suggest(name, names)}`, 'key'),
    ),
    ...Object.entries(system.services).flatMap(([name, definition]) => [
      ...(meant.has(name) ? [] : versionFaults(draft, name, definition)),
      ...overrideFaults(draft, ['services', name], definition),
    ]),
  ];
}

/** The system's own images have no version of their own: the environment says which one it runs. */
function versionFaults(draft: Draft, name: string, { image }: ServiceDefinition): readonly Fault[] {
  const service = ['services', name];
  if (!('name' in image) || draft.has([...service, 'tag']) || draft.has([...service, 'digest'])) return [];
  const message = `must be given a tag or a digest, since the system builds its image '${image.name}' itself`;
  return [reference(service, message, 'key')];
}

function overrideFaults(draft: Draft, service: FilePath, definition: ServiceDefinition): readonly Fault[] {
  return [
    ...tagFaults(draft, service),
    ...replicaFaults(draft, [...service, 'replicas'], definition),
    ...clusterFaults(draft, [...service, 'clusters'], definition),
    ...poolFaults(draft, [...service, 'pools']),
    ...rolloutFaults(draft, [...service, 'rollout'], definition),
    ...suspendFaults(draft, [...service, 'suspend'], definition),
    ...resourceFaults(draft, [...service, 'resources'], definition),
    ...storageFaults(draft, [...service, 'storage'], definition),
    ...secretFaults(draft, [...service, 'env'], definition),
  ];
}

function tagFaults(draft: Draft, service: FilePath): readonly Fault[] {
  const path = [...service, 'tag'];
  const latest = draft.get(path, z.literal('latest')) !== undefined;
  if (!latest || draft.profile !== 'production' || draft.has([...service, 'digest'])) return [];
  return [reference(path, "must not be 'latest' in profile production; name the version that was tested")];
}

function replicaFaults(draft: Draft, path: FilePath, { kind, ...definition }: ServiceDefinition): readonly Fault[] {
  if (!draft.has(path)) return [];
  if (kind !== undefined && NOT_REPLICATED.includes(kind)) {
    return [reference(path, `a ${kind} has no replicas; leave it out`, 'key')];
  }
  const range = draft.keys(path).length > 0;
  const isScaled = 'replicas' in definition && typeof definition.replicas === 'object';
  if (kind !== 'StatefulSet' || isScaled || !range) return boundsFaults(draft, path);
  return [reference(path, 'must be a number, got a map; the system has no autoscaler change this StatefulSet', 'key')];
}

/** Clusters that differ are clusters of the environment. */
function clusterFaults(draft: Draft, path: FilePath, definition: ServiceDefinition): readonly Fault[] {
  const clusters = draft.keys(['clusters']);
  return draft
    .keys(path)
    .flatMap((name) =>
      clusters.includes(name)
        ? replicaFaults(draft, [...path, name, 'replicas'], definition)
        : [reference([...path, name], `no such cluster; ${suggest(name, clusters)}`, 'key')],
    );
}

/** A pool that pods run on is there on every cluster that has pools. */
function poolFaults(draft: Draft, path: FilePath): readonly Fault[] {
  const pools = draft.get(path, z.array(z.string())) ?? [];
  return draft.keys(['clusters']).flatMap((cluster) => {
    const known = draft.keys(['clusters', cluster, 'nodePools']);
    if (known.length === 0) return [];
    return pools.flatMap((pool, index) =>
      known.includes(pool)
        ? []
        : [reference([...path, index], `no such node pool on cluster ${cluster}; ${suggest(pool, known)}`)],
    );
  });
}

function rolloutFaults(draft: Draft, path: FilePath, { kind }: ServiceDefinition): readonly Fault[] {
  if (!draft.has(path) || kind === undefined || kind === 'Deployment') return [];
  return [reference(path, `only a Deployment has a rollout, and this service is a ${kind}`, 'key')];
}

function suspendFaults(draft: Draft, path: FilePath, { kind }: ServiceDefinition): readonly Fault[] {
  if (!draft.has(path) || kind === 'CronJob') return [];
  return [reference(path, `only a CronJob is suspended, and this service is a ${kind ?? 'Deployment'}`, 'key')];
}

function resourceFaults(draft: Draft, path: FilePath, { resources }: ServiceDefinition): readonly Fault[] {
  return (['cpu', 'memory'] as const).flatMap((amount) => {
    const format = amount === 'cpu' ? formats.cpuQuantity() : formats.byteQuantity();
    const measure = amount === 'cpu' ? cpuMillicores : quantityBytes;
    const limit = draft.get([...path, 'limits', amount], format);
    const request = draft.get([...path, 'requests', amount], format);
    const most = limit ?? resources.limits[amount];
    const least = request ?? resources.requests[amount];
    if ((measure(least) ?? 0) <= (measure(most) ?? Infinity)) return [];
    // Whichever of the two this file sets is the one to mend.
    return limit === undefined
      ? [reference([...path, 'requests', amount], `must be at most limits.${amount} (${most}), got '${least}'`)]
      : [reference([...path, 'limits', amount], `must be at least requests.${amount} (${least}), got '${most}'`)];
  });
}

function storageFaults(draft: Draft, path: FilePath, definition: ServiceDefinition): readonly Fault[] {
  if (!draft.has(path)) return [];
  const claims = Object.entries(definition.volumes ?? {}).flatMap(([name, volume]) =>
    'claim' in volume ? [name] : [],
  );
  const volumes = [...(definition.kind === 'StatefulSet' ? Object.keys(definition.storage) : []), ...claims];
  if (volumes.length === 0) return [reference(path, 'this service has no disks; leave it out', 'key')];
  return draft
    .keys(path)
    .filter((volume) => !volumes.includes(volume))
    .map((volume) => reference([...path, volume], `no such volume; ${suggest(volume, volumes)}`, 'key'));
}

function secretFaults(draft: Draft, path: FilePath, { secretEnv = {} }: ServiceDefinition): readonly Fault[] {
  return draft
    .keys(path)
    .filter((name) => Object.hasOwn(secretEnv, name))
    .map((name) => reference([...path, name], 'holds a secret of the system; change it in the secret store', 'key'));
}
