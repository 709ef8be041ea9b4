import { z } from 'zod';
import { PROFILES, type Profile } from './environment';
import { type FilePath, formatPath } from './fault';
import type { EnvironmentSource } from './source';

const map = z.record(z.string(), z.unknown());
const list = z.array(z.unknown());

/**
 * An environment file value by value, each only where it has its own right form. Checks that go across values read
 * it, so that one misspelt value does not hide what else is wrong.
 */
export class Draft {
  /** Profile, where it is a known one. */
  public readonly profile: Profile | undefined;

  constructor(private readonly source: EnvironmentSource) {
    this.profile = this.get(['profile'], z.enum(PROFILES));
  }

  /** Value at a path, or undefined where it is missing or the schema refuses it. */
  public get<Schema extends z.ZodType>(path: FilePath, schema: Schema): z.infer<Schema> | undefined {
    return schema.safeParse(this.source.valueAt(path)).data;
  }

  /** Whether something was written at a path, right or wrong. */
  public has(path: FilePath): boolean {
    return this.source.valueAt(path) !== undefined;
  }

  /** Keys of the map at a path, without merge keys, which the schema refuses; none where there is no map. */
  public keys(path: FilePath): readonly string[] {
    return Object.keys(this.get(path, map) ?? {}).filter((key) => key !== '<<');
  }

  /** Paths of the entries of the list at a path; none where there is no list. */
  public entries(path: FilePath): readonly FilePath[] {
    return (this.get(path, list) ?? []).map((_, index) => [...path, index]);
  }

  /** A path and its place in the file, for a message about two places. */
  public where(path: FilePath): string {
    const { line, column } = this.source.locate(path);
    return `${formatPath(path)} (line ${line}, column ${column})`;
  }
}
