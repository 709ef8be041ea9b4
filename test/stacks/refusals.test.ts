import { ConstructError } from '../../lib/core/errors';
import { FindingsError, type Finding } from '../../lib/core/finding';
import { from } from '../../stacks/origin';
import { renderEach } from '../../stacks/refusals';
import { loadEnvironments } from '../../stacks/run';

const environments = loadEnvironments({ root: '.', pattern: 'funlynk/*' });

function findings(render: Parameters<typeof renderEach>[1]): readonly Finding[] {
  try {
    renderEach(environments, render);
  } catch (error) {
    if (error instanceof FindingsError) return error.findings;
    throw error;
  }
  return [];
}

describe('renderEach', () => {
  test('gives what each environment was rendered to', () => {
    const rendered = renderEach(environments, ({ environment }) => environment.environment);
    expect(rendered).toEqual(['development', 'production', 'staging']);
  });

  test('reports what constructs refuse in every environment, each with its file', () => {
    const found = findings(({ environment }) => {
      throw new ConstructError(`${environment.environment}/Cluster`, [
        { property: 'zones', rule: 'must be two at least', got: ['a'], remedy: 'name another' },
      ]);
    });
    expect(found).toHaveLength(environments.length);
    expect(found[0]).toEqual({
      rule: 'refused',
      severity: 'error',
      resource: 'Cluster',
      path: 'development/Cluster zones',
      message: 'must be two at least, got ["a"]',
      remedy: 'name another',
      location: { file: 'environments/funlynk/development.yaml' },
    });
  });

  test('reports what was made from a part of the file at its line', () => {
    const found = findings(() =>
      from(['clusters', 'europe-west1', 'nodePools', 'spot'], () => {
        throw new ConstructError('Cluster/pool-spot', [{ property: 'nodes.max', rule: 'must be less', got: 3 }]);
      }),
    );
    expect(found[0]?.location).toEqual({ file: 'environments/funlynk/development.yaml', line: 16, column: 65 });
  });

  test('lets every other error through, for it is no mistake of the file', () => {
    const render = (): never => {
      throw new Error('broken');
    };
    expect(() => renderEach(environments, render)).toThrow('broken');
  });
});
