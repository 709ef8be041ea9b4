import type { Finding, Severity } from '../core/finding';
import type { Manifest, ManifestFile } from '../core/manifest';

/** Rules of this room, as a waiver names them. */
export type MigrationRule = 'immutable-field' | 'renamed' | 'storage-removed';

/** What is said of a change. */
export interface Statement {
  readonly rule: MigrationRule;
  readonly severity: Severity;
  readonly message: string;
  readonly remedy: string;
}

/** A finding about the object of a file. */
export function report({ path, manifest }: ManifestFile, statement: Statement): Finding {
  const { rule, severity, message, remedy } = statement;
  return { rule, severity, resource: manifest.metadata.name, path, message, remedy };
}

/** A command of kubectl on the namespace of an object: `kubectl -n funlynk delete job migrate`. */
export function kubectl({ metadata }: Manifest, command: string): string {
  return metadata.namespace === undefined ? `kubectl ${command}` : `kubectl -n ${metadata.namespace} ${command}`;
}

/** An object as kubectl takes it: `job migrate`. */
export function resource({ kind, metadata }: Manifest): string {
  return `${kind.toLowerCase()} ${metadata.name}`;
}

/** A sentence, and below it the commands that it speaks of, a line each. */
export function steps(sentence: string, ...commands: readonly string[]): string {
  return [`${sentence}:`, ...commands.map((command) => `  ${command}`)].join('\n');
}
