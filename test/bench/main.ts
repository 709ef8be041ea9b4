import { mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { bundlePrograms } from './bundles';
import { fleetReport } from './fleet-report';
import { floorReport } from './floor-report';
import { growthReport } from './growth-report';

async function main(): Promise<void> {
  const bundles = await bundlePrograms('dist/bin');
  const scratch = resolve(mkdtempSync(join('dist', 'bench-')));
  try {
    process.stdout.write(`${floorReport(bundles, scratch)}\n`);
    process.stdout.write(`${growthReport(bundles, scratch)}\n`);
    process.stdout.write(fleetReport(bundles, scratch));
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
