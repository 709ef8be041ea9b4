import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROGRESSIVE_DEFAULTS } from '../../../lib/workloads/rollouts/rollout-defaults';

const DOCSTRINGS = readFileSync(join(__dirname, '../../../lib/core/model/rollout.ts'), 'utf8');

test.each(Object.entries(PROGRESSIVE_DEFAULTS))(
  'a progressive rollout has for %s the %p that its docstring names',
  (property, value) => {
    const declaration = DOCSTRINGS.indexOf(`readonly ${property}?:`);
    const documented = DOCSTRINGS.slice(DOCSTRINGS.lastIndexOf('/**', declaration), declaration);
    expect(documented).toContain(`@default ${typeof value === 'string' ? `'${value}'` : value}`);
  },
);
