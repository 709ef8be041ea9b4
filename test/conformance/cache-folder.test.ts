import { homedir } from 'node:os';
import { join } from 'node:path';
import { cacheFolder } from './cache-folder';

const BEFORE = process.env.XDG_CACHE_HOME;

afterEach(() => {
  if (BEFORE === undefined) delete process.env.XDG_CACHE_HOME;
  else process.env.XDG_CACHE_HOME = BEFORE;
});

test('tools are kept in the cache that the user chose', () => {
  process.env.XDG_CACHE_HOME = '/cache';
  expect(cacheFolder('providers')).toBe('/cache/gantry/providers');
});

test('without a choice they are kept where caches are by custom', () => {
  delete process.env.XDG_CACHE_HOME;
  expect(cacheFolder('moto')).toBe(join(homedir(), '.cache', 'gantry', 'moto'));
});
