import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findEnvironments } from '../../lib/environment/find';
import { loadEnvironment } from '../../lib/environment/load';
import { SYSTEMS } from '../../stacks/systems';
import { writeGrowingEnvironments } from './growing-environments';

describe('writeGrowingEnvironments', () => {
  let root: string;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'gantry-bench-'));
  });

  afterEach(() => rmSync(root, { recursive: true }));

  test.each([1, 10, 12])('writes environments without a fault that have %d clusters altogether', (clusters) => {
    writeGrowingEnvironments(root, clusters);
    const environments = findEnvironments(root).map((file) => loadEnvironment(file, SYSTEMS));
    expect(environments.flatMap((environment) => Object.keys(environment.clusters))).toHaveLength(clusters);
  });

  test('puts as many clusters on one cloud as on the other', () => {
    writeGrowingEnvironments(root, 10);
    const clouds = findEnvironments(root).flatMap((file) =>
      Object.values(loadEnvironment(file, SYSTEMS).clusters).map(({ cloud }) => cloud),
    );
    expect(clouds.filter((cloud) => cloud === 'aws')).toHaveLength(5);
  });
});
