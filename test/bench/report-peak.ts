import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const STATUS = '/proc/self/status';

// Loaded before a measured program: leaves its peak memory in KiB in the file that the variable names.
process.on('exit', () => {
  const file = process.env['BENCH_PEAK_FILE'];
  if (file !== undefined) writeFileSync(file, String(peakKibibytes()));
});

/** Linux counts the memory of the process that started this one in `maxRSS`, but not in its own file. */
function peakKibibytes(): number {
  const status = existsSync(STATUS) ? readFileSync(STATUS, 'utf8') : '';
  return Number(/^VmHWM:\s*(\d+) kB$/m.exec(status)?.[1] ?? process.resourceUsage().maxRSS);
}
