import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeExampleManifests } from './example-manifests';

test('the examples of the READMEs are written for both clouds, with kinds that no environment has', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gantry-examples-'));
  try {
    writeExampleManifests(folder);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    expect(readdirSync(join(folder, 'examples'))).toEqual(['eks', 'gke']);
    for (const kind of ['canary', 'ciliumnetworkpolicy', 'cronjob', 'daemonset', 'job', 'verticalpodautoscaler']) {
      expect(files.filter((file) => file.includes(`/${kind}-`))).not.toEqual([]);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});
