import type { ResourceSpec } from '../../../lib/core/model/resources';
import { DEPLOYMENT, making } from '../sample-workload';

const { requests, limits } = DEPLOYMENT.resources;

function sized(request: Partial<ResourceSpec['requests']>, limit: Partial<ResourceSpec['limits']>): ResourceSpec {
  return { requests: { ...requests, ...request }, limits: { ...limits, ...limit } };
}

describe('a workload is refused', () => {
  test.each(['0', '0.5m', '0.0001'])('where it requests %s of a CPU', (cpu) => {
    expect(making({ resources: sized({ cpu }, {}) })).toThrow(
      `test/backend: 'resources.requests.cpu' must be at least 1m, got '${cpu}'`,
    );
  });

  test.each(['0', '512'])('where it requests %s bytes of memory', (memory) => {
    expect(making({ resources: sized({ memory }, {}) })).toThrow(
      `test/backend: 'resources.requests.memory' must be at least 1Mi, got '${memory}'`,
    );
  });

  test('where it may use far more CPU than it requests', () => {
    expect(making({ resources: sized({ cpu: '100m' }, { cpu: '1001m' }) })).toThrow(
      "test/backend: 'resources.limits.cpu' must be at most 10 times the request (100m), got '1001m'",
    );
  });

  test('where it may use far more memory than it requests', () => {
    expect(making({ resources: sized({ memory: '256Mi' }, { memory: '1025Mi' }) })).toThrow(
      "test/backend: 'resources.limits.memory' must be at most 4 times the request (256Mi), got '1025Mi'",
    );
  });

  test.each([
    ['initContainers', 'initContainers.migrate'],
    ['sidecars', 'sidecars.migrate'],
  ])('where one of its %s has no quantities', (group, property) => {
    const resources = { requests, limits: { ...limits, memory: 'plenty' } };
    expect(making({ [group]: { migrate: { resources } } })).toThrow(
      `test/backend: '${property}.resources.limits.memory' must be a quantity such as 512Mi, got 'plenty'`,
    );
  });
});

test('a workload may use ten times its CPU, which only slows others down, and four times its memory', () => {
  const resources = sized({ cpu: '100m', memory: '256Mi' }, { cpu: '1', memory: '1Gi' });
  expect(making({ resources })).not.toThrow();
});
