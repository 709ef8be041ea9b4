import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where tools are kept from run to run: to fetch and build them takes minutes. */
export function cacheFolder(tool: string): string {
  return join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'gantry', tool);
}
