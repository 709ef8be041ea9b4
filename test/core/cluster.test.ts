import { readdirSync } from 'node:fs';
import { CLOUDS, STORAGE_CLASSES } from '../../lib/core/cluster';
import { isDnsLabel } from '../../lib/core/names';

test('each cloud has a room under lib/cloud, and each room is a cloud', () => {
  // What they share lies in a room of its own.
  expect(readdirSync('lib/cloud').sort()).toEqual([...CLOUDS, 'common'].sort());
});

test.each(STORAGE_CLASSES)('Kubernetes accepts the name of the storage class %s', (name) => {
  expect(isDnsLabel(name)).toBe(true);
});
