import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { z } from 'zod';
import { type Finding, FindingsError } from '../core/finding';
import type { SystemDefinition } from '../core/model/system';
import { compareFindings } from '../core/report';
import { applyProfile } from './apply-profile';
import { clusterFaults } from './check-clusters';
import { fileFaults } from './check-file';
import { serviceFaults } from './check-services';
import { Draft } from './draft';
import type { Environment } from './environment';
import { type Fault, formatPath } from './fault';
import { schemaFaults } from './issues';
import { environmentSchema } from './schema';
import { EnvironmentSource, syntaxFinding } from './source';

/** What the reasons of the file system for not reading a file mean. */
const READ_FAULTS: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist',
  ENOTDIR: 'does not exist',
  EISDIR: 'is a folder; name an environment file inside it',
  EACCES: 'may not be read by this user',
};

/** Reads the bytes of a file. */
export type ReadFile = (file: string) => Uint8Array;

/**
 * Reads an environment file and puts its profile's defaults in.
 *
 * Throws one `FindingsError` with every fault that was found, each at its line: YAML that cannot be read, values
 * that the schema refuses, names that the system does not have, values that do not go together.
 *
 * @param systems the systems that an environment may be of, by name
 */
export function loadEnvironment(
  file: string,
  systems: Readonly<Record<string, SystemDefinition>>,
  read: ReadFile = readFileSync,
): Environment {
  const source = EnvironmentSource.parse(file, readText(file, read));
  const result = environmentSchema.safeParse(source.value);
  const faults = [
    ...schemaFaults(result.error?.issues ?? [], (path) => ({
      value: source.valueAt(path),
      text: source.textAt(path),
    })),
    ...referenceFaults(source, file, systems),
  ];
  const findings = [...source.findings, ...faults.map((fault) => toFinding(fault, source))];
  if (!result.success || findings.length > 0) throw new FindingsError(findings.sort(compareFindings));
  const waivers = (result.data.waivers ?? []).map((waiver, index) => ({
    ...waiver,
    location: source.locate(['waivers', index]),
  }));
  return applyProfile(file, result.data, waivers);
}

function referenceFaults(
  source: EnvironmentSource,
  file: string,
  systems: Readonly<Record<string, SystemDefinition>>,
): readonly Fault[] {
  const draft = new Draft(source);
  const system = draft.get(['system'], z.string()) ?? '';
  const definition = Object.hasOwn(systems, system) ? systems[system] : undefined;
  return [
    ...fileFaults(draft, file, Object.keys(systems)),
    ...clusterFaults(draft),
    ...(definition === undefined ? [] : serviceFaults(draft, definition)),
  ];
}

function toFinding({ rule, path, at, message, remedy }: Fault, source: EnvironmentSource): Finding {
  const location = source.locate(path, at);
  return {
    rule,
    severity: 'error',
    resource: path.length > 1 ? String(path[1]) : basename(location.file),
    path: formatPath(path),
    message,
    ...(remedy === undefined ? {} : { remedy }),
    location,
  };
}

function readText(file: string, read: ReadFile): string {
  const bytes = readBytes(file, read);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const readable = new TextDecoder('utf-8').decode(bytes).split('\uFFFD', 1).join('').split('\n');
    const location = { file, line: readable.length, column: (readable.at(-1)?.length ?? 0) + 1 };
    throw new FindingsError([syntaxFinding(location, [], 'is not UTF-8 from here on; save the file as UTF-8')]);
  }
}

function readBytes(file: string, read: ReadFile): Uint8Array {
  try {
    return read(file);
  } catch (error) {
    if (typeof error !== 'object' || error === null || !('code' in error)) throw error;
    const code = String(error.code);
    throw new FindingsError([syntaxFinding({ file }, [], READ_FAULTS[code] ?? `cannot be read (${code})`)]);
  }
}
