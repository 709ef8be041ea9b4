import type { SystemDefinition } from '../lib/core/model/system';
import { funlynk } from './funlynk/system';
import { genesis } from './genesis/system';
import { novacron } from './novacron/system';

/** Every system that environments may name. A new one is a folder beside `funlynk` and a line here. */
export const SYSTEMS: Readonly<Record<string, SystemDefinition>> = { funlynk, genesis, novacron };
