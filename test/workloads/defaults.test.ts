import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AUTOSCALING_DEFAULTS, WORKLOAD_DEFAULTS } from '../../lib/workloads/defaults';

const DOCSTRINGS = readFileSync(join(__dirname, '../../lib/core/model/workload-spec.ts'), 'utf8');

/** The docstring and declaration of a property. */
function documented(property: string): string {
  const declaration = DOCSTRINGS.indexOf(`readonly ${property}?:`);
  return DOCSTRINGS.slice(DOCSTRINGS.lastIndexOf('/**', declaration), declaration);
}

describe('the defaults of a workload', () => {
  test.each(Object.entries(WORKLOAD_DEFAULTS))('give %s the value %p that its docstring names', (property, value) => {
    expect(documented(property)).toMatch(new RegExp(`@default ${value}[\\s;]`));
  });

  test('follow the CPU and memory that the docstring names', () => {
    expect(documented('autoscaling')).toContain(
      `@default - ${AUTOSCALING_DEFAULTS.cpuUtilizationPercent} % of CPU, ` +
        `${AUTOSCALING_DEFAULTS.memoryUtilizationPercent} % of memory`,
    );
  });
});
