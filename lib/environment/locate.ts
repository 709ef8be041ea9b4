import { readFileSync } from 'node:fs';
import type { SourceLocation } from '../core/finding';
import type { FilePath } from './fault';
import { EnvironmentSource } from './source';

/**
 * Where a part of an environment file stands, for a fault that came to light after the file was read. The file
 * alone, where it can no longer be read.
 */
export function locate(
  file: string,
  path: FilePath,
  read: (file: string) => string = (name) => readFileSync(name, 'utf8'),
): SourceLocation {
  try {
    return EnvironmentSource.parse(file, read(file)).locate(path);
  } catch {
    return { file };
  }
}
