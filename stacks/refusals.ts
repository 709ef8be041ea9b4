import { ConstructError } from '../lib/core/errors';
import { FindingsError, type Finding, type SourceLocation } from '../lib/core/finding';
import { locate } from '../lib/environment/locate';
import { OriginError } from './origin';
import type { ResolvedEnvironment } from './resolve';

/**
 * Renders one environment after the other, and puts what constructs refuse into the words of a finding: with its
 * place in the environment's file where that is known, and of every environment together.
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
      findings.push(...refusalFindings(error, resolved.environment.file));
      return [];
    }
  });
  if (findings.length > 0) throw new FindingsError(findings);
  return rendered;
}

function refusalFindings(error: unknown, file: string): readonly Finding[] {
  if (error instanceof ConstructError) return findingsOf(error, () => ({ file }));
  if (!(error instanceof OriginError)) throw error;
  return error.refused.flatMap(({ origin, error: refused }) =>
    findingsOf(refused, (property) => locate(file, [...origin, ...property.split('.')])),
  );
}

function findingsOf(
  { path, refusals }: ConstructError,
  location: (property: string) => SourceLocation,
): readonly Finding[] {
  return refusals.map(({ property, rule, got, remedy }) => ({
    rule: 'refused',
    severity: 'error',
    resource: path.split('/').at(-1) ?? path,
    path: `${path} ${property}`,
    message: `${rule}, got ${typeof got === 'string' ? `'${got}'` : JSON.stringify(got)}`,
    ...(remedy === undefined ? {} : { remedy }),
    location: location(property),
  }));
}
