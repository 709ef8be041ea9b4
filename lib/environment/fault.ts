/** Keys and list positions that lead to a value of an environment file. */
export type FilePath = readonly (string | number)[];

/** Something wrong in an environment file, before it is known where in the text it stands. */
export interface Fault {
  /** Id of the rule that found it. */
  readonly rule: 'environment-schema' | 'environment-reference';
  readonly path: FilePath;
  /**
   * What a person should look at: the key, or its value. Where neither was written, it is the map that lacks them.
   *
   * @default 'value'
   */
  readonly at?: 'key' | 'value';
  readonly message: string;
  /**
   * How to mend it.
   *
   * @default - the message says it all
   */
  readonly remedy?: string;
}

/** What a finding about no particular key has for a path. */
export const WHOLE_FILE = '(file)';

/** `clusters.us-east-1.nodePools.general.machineTypes[0]`; a key that holds dots stands in brackets. */
export function formatPath(path: FilePath): string {
  if (path.length === 0) return WHOLE_FILE;
  return path
    .map((part) => {
      if (typeof part === 'number') return `[${part}]`;
      return /^[\w-]+$/.test(part) ? `.${part}` : `['${part}']`;
    })
    .join('')
    .replace(/^\./, '');
}

/** A fault of what a value refers to, or of how two values go together. */
export function reference(path: FilePath, message: string, at?: Fault['at']): Fault {
  return { rule: 'environment-reference', path, message, ...(at === undefined ? {} : { at }) };
}
