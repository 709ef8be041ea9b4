import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  CRON_JOB_DEFAULTS,
  DAEMON_SET_DEFAULTS,
  JOB_DEFAULTS,
  ROLLOUT_DEFAULTS,
} from '../../../lib/workloads/controllers/controller-defaults';

const MODEL = join(__dirname, '../../../lib/core/model');

/** The docstrings and declarations of a property, wherever an interface of the file has one. */
function documented(file: string, property: string): string {
  const text = readFileSync(join(MODEL, file), 'utf8');
  const parts = text.split(`readonly ${property}?:`).slice(0, -1);
  return parts.map((part) => part.slice(part.lastIndexOf('/**'))).join('');
}

describe('what makes the pods of a workload has the default that its docstring names', () => {
  test.each([
    ...Object.entries(ROLLOUT_DEFAULTS).map((entry) => ['rollout.ts', ...entry] as const),
    ...Object.entries(DAEMON_SET_DEFAULTS).map((entry) => ['workload-spec.ts', ...entry] as const),
    ...Object.entries(JOB_DEFAULTS).map((entry) => ['workload-spec.ts', ...entry] as const),
    ...Object.entries(CRON_JOB_DEFAULTS).map((entry) => ['workload-spec.ts', ...entry] as const),
  ])('in %s, of %s: %p', (file, property, value) => {
    const written = typeof value === 'string' ? `'${value}'` : String(value);
    expect(documented(file, property)).toMatch(new RegExp(`@default ${written}\\s`));
  });
});
