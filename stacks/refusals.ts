import { ConstructError } from '../lib/core/errors';
import { FindingsError, type Finding } from '../lib/core/finding';
import type { ResolvedEnvironment } from './resolve';

/**
 * Renders one environment after the other, and puts what constructs refuse into the words of a finding: with the
 * environment's file, and of every environment together.
 *
 * Throws one `FindingsError` where anything was refused.
 */
export function renderEach<T>(
  environments: readonly ResolvedEnvironment[],
  render: (resolved: ResolvedEnvironment) => T,
): readonly T[] {
  const findings: Finding[] = [];
  const rendered = environments.flatMap((resolved) => {
    try {
      return [render(resolved)];
    } catch (error) {
      if (!(error instanceof ConstructError)) throw error;
      findings.push(...refusalFindings(error, resolved.environment.file));
      return [];
    }
  });
  if (findings.length > 0) throw new FindingsError(findings);
  return rendered;
}

function refusalFindings({ path, refusals }: ConstructError, file: string): readonly Finding[] {
  return refusals.map(({ property, rule, got, remedy }) => ({
    rule: 'refused',
    severity: 'error',
    resource: path.split('/').at(-1) ?? path,
    path: `${path} ${property}`,
    message: `${rule}, got ${typeof got === 'string' ? `'${got}'` : JSON.stringify(got)}`,
    ...(remedy === undefined ? {} : { remedy }),
    location: { file },
  }));
}
