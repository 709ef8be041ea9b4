import { Draft } from '../../lib/environment/draft';
import { type Fault, formatPath } from '../../lib/environment/fault';
import { EnvironmentSource } from '../../lib/environment/source';

/** A draft of a few lines, for a check that reads no more than those. */
export function smallDraft(text: string): Draft {
  return new Draft(EnvironmentSource.parse('file.yaml', text));
}

/** What faults say, a line each: the path, its key where that is the place to look at, and the message. */
export function said(faults: readonly Fault[]): readonly string[] {
  return faults.map(({ path, at, message }) => `${formatPath(path)}${at === 'key' ? ' (key)' : ''}: ${message}`);
}
