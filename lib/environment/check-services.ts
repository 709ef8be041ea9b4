import { z } from 'zod';
import type { ServiceDefinition, SystemDefinition } from '../core/model/system';
import { nearest, suggest } from '../core/nearest';
import { cpuMillicores, quantityBytes } from '../core/quantity';
import { boundsFaults } from './check-values';
import type { Draft } from './draft';
import { type Fault, type FilePath, reference } from './fault';
import * as formats from './formats';

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

function replicaFaults(draft: Draft, path: FilePath, { kind }: ServiceDefinition): readonly Fault[] {
  const range = draft.keys(path).length > 0;
  if (kind !== 'StatefulSet' || !range) return boundsFaults(draft, path);
  return [reference(path, 'must be a number, got a map; no autoscaler changes a StatefulSet', 'key')];
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
  if (definition.kind !== 'StatefulSet') {
    return [reference(path, 'only a StatefulSet has storage, and this service is a Deployment', 'key')];
  }
  const volumes = Object.keys(definition.storage);
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
