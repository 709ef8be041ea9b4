import { basename, dirname } from 'node:path';
import { z } from 'zod';
import { suggest } from '../core/nearest';
import { repeatedFaults } from './check-values';
import type { Draft } from './draft';
import { type Fault, reference } from './fault';

const waiver = z.object({ rule: z.string(), resource: z.string() });

/** What is wrong with the file's own names, its state backend and its waivers. */
export function fileFaults(draft: Draft, file: string, systems: readonly string[]): readonly Fault[] {
  return [
    ...systemFaults(draft, file, systems),
    ...environmentFaults(draft, file),
    ...stateFaults(draft),
    ...repeatedFaults(draft, ['waivers'], (entry) => {
      const found = draft.get(entry, waiver);
      return found === undefined ? undefined : `${found.rule} for ${found.resource}`;
    }),
  ];
}

function systemFaults(draft: Draft, file: string, systems: readonly string[]): readonly Fault[] {
  const system = draft.get(['system'], z.string());
  const folder = basename(dirname(file));
  if (system === undefined) return [];
  if (!systems.includes(system)) return [reference(['system'], `no such system; ${suggest(system, systems)}`)];
  if (system === folder || dirname(file) === '.') return [];
  return [reference(['system'], `must be the name of the file's folder ('${folder}'), got '${system}'`)];
}

function environmentFaults(draft: Draft, file: string): readonly Fault[] {
  const environment = draft.get(['environment'], z.string());
  const name = basename(file, '.yaml');
  if (environment === undefined || environment === name) return [];
  return [reference(['environment'], `must be the name of the file ('${name}'), got '${environment}'`)];
}

function stateFaults(draft: Draft): readonly Fault[] {
  const path = ['state', 'backend'];
  if (draft.profile !== 'production' || draft.get(path, z.literal('local')) === undefined) return [];
  return [reference(path, "must be s3 or gcs in profile production, got 'local'; a lost machine loses the state")];
}
