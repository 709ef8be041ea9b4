import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { FindingsError } from '../core/finding';
import { nearest } from '../core/nearest';
import { WHOLE_FILE } from './fault';
import { syntaxFinding } from './source';

const FOLDER = 'environments';
const SUFFIX = '.yaml';

/** What a folder holds; throws as `readdirSync` does. */
export type ListFolder = (folder: string) => readonly { readonly name: string; isDirectory(): boolean }[];

/**
 * Files of the environments under a checkout, `environments/<system>/<environment>.yaml`, sorted.
 *
 * The pattern is what the variable ENVIRONMENTS holds: names such as `funlynk/production`, with `*` for any part of
 * a name, several with commas between; `funlynk` alone means all of a system, and nothing means all there are.
 * Throws a `FindingsError` for each pattern that matches nothing, with the nearest name that exists.
 */
export function findEnvironments(
  root: string,
  pattern = '',
  list: ListFolder = (folder) => readdirSync(folder, { withFileTypes: true }),
): readonly string[] {
  const folder = join(root, FOLDER);
  const names = environmentNames(folder, list);
  const patterns = pattern.split(',').flatMap((part) => (part.trim() === '' ? [] : [part.trim()]));
  const missed = patterns.filter((part) => !names.some((name) => matches(name, part)));
  if (missed.length > 0) throw new FindingsError(missed.map((part) => unmatched(part, names, folder)));
  return names
    .filter((name) => patterns.length === 0 || patterns.some((part) => matches(name, part)))
    .map((name) => join(folder, `${name}${SUFFIX}`));
}

/** `funlynk/production` for each file, sorted. */
function environmentNames(folder: string, list: ListFolder): readonly string[] {
  const systems = entries(folder, list).filter((entry) => entry.isDirectory());
  const files = systems.flatMap(({ name: system }) =>
    entries(join(folder, system), list).flatMap((entry) => (entry.isDirectory() ? [] : [`${system}/${entry.name}`])),
  );
  const misnamed = files.filter((file) => file.endsWith('.yml'));
  if (misnamed.length > 0) {
    throw new FindingsError(
      misnamed.map((file) => syntaxFinding({ file: join(folder, file) }, [], `must end in ${SUFFIX}, got '.yml'`)),
    );
  }
  return files
    .filter((file) => file.endsWith(SUFFIX))
    .map((file) => file.slice(0, -SUFFIX.length))
    .sort();
}

function entries(folder: string, list: ListFolder): ReturnType<ListFolder> {
  try {
    return list(folder).filter(({ name }) => !name.startsWith('.'));
  } catch (error) {
    if (typeof error !== 'object' || error === null || !('code' in error)) throw error;
    const message = 'cannot be listed; run from the folder that holds environments/';
    throw new FindingsError([syntaxFinding({ file: folder }, [], message)]);
  }
}

function matches(name: string, pattern: string): boolean {
  const whole = pattern.includes('/') ? pattern : `${pattern}/*`;
  const source = whole.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${source.join('[^/]*')}$`).test(name);
}

function unmatched(pattern: string, names: readonly string[], folder: string): FindingsError['findings'][number] {
  return {
    rule: 'environment-reference',
    severity: 'error',
    resource: basename(folder),
    path: WHOLE_FILE,
    message: `no environment matches '${pattern}'; ${hint(pattern, names)}`,
    location: { file: folder },
  };
}

function hint(pattern: string, names: readonly string[]): string {
  const [system = '', environment] = pattern.split('/');
  const systems = [...new Set(names.map((name) => name.split('/')[0] ?? ''))];
  const guess = nearest(system, systems);
  const corrected = environment?.includes('*') === true ? `${guess}/${environment}` : nearest(pattern, names);
  const list = `(${names.join(', ')})`;
  const meant = environment === undefined || guess === undefined ? guess : corrected;
  const useful = meant !== undefined && names.some((name) => matches(name, meant));
  return useful ? `did you mean '${meant}'? ${list}` : `there are: ${list}`;
}
