import type { Canary } from '../../../lib/core/model/rollout';
import { makingOf } from '../sample-workload';
import { ANALYSIS, CANARY, MESHLESS, WATCHED } from './sample-rollout';

const making = (changes: Partial<Canary>): (() => void) => makingOf({ ...WATCHED, rollout: { ...CANARY, ...changes } });

const TCP = { sql: { containerPort: 5432 } };

describe('a canary is refused', () => {
  test('without steps', () => {
    expect(making({ steps: [] })).toThrow("test/sample: 'rollout.steps' must be at least one step, got []");
  });

  test.each([0, -10, 2.5])('with a step to %p percent', (weight) => {
    expect(making({ steps: [{ weight }] })).toThrow(
      `test/sample: 'rollout.steps.0.weight' must be a whole number from 1 to 99, got ${weight}`,
    );
  });

  test('with a step to all', () => {
    expect(making({ steps: [{ weight: 50 }, { weight: 100 }] })).toThrow(
      "test/sample: 'rollout.steps.1.weight' must be a whole number from 1 to 99, got 100; " +
        'after the last step the new version gets everything',
    );
  });

  test.each([0, -60, 1.5])('with a pause of %p seconds', (pauseSeconds) => {
    expect(making({ steps: [{ weight: 10, pauseSeconds }] })).toThrow(
      `test/sample: 'rollout.steps.0.pauseSeconds' must be a whole number of seconds, 1 or more, got ${pauseSeconds}`,
    );
  });

  test.each([
    [50, 10],
    [10, 10],
  ])('that goes from %i percent to %i', (first, second) => {
    expect(making({ steps: [{ weight: first }, { weight: second }] })).toThrow(
      `test/sample: 'rollout.steps' must have weights that grow from step to step, got [${first},${second}]`,
    );
  });

  test('that is over before it is measured', () => {
    const steps = [
      { weight: 10, pauseSeconds: 20 },
      { weight: 50, pauseSeconds: 30 },
    ];
    expect(making({ steps })).toThrow(
      "test/sample: 'rollout.steps' must pause for rollout.analysis.intervalSeconds (60) together, " +
        'or nothing is measured, got 50',
    );
  });

  test('where a mesh has no requests to split', () => {
    expect(makingOf({ ...WATCHED, ports: TCP, rollout: CANARY })).toThrow(
      "test/sample: 'ports' must have one of protocol 'http' or 'grpc' for a Canary: " +
        `the mesh splits requests, not connections, got ["sql"]; or let rollout.strategy be 'BlueGreen'`,
    );
  });
});

describe('a canary is accepted', () => {
  test('with steps of 1 and 99 percent', () => {
    expect(making({ steps: [{ weight: 1 }, { weight: 99 }] })).not.toThrow();
  });

  test('that waits for somebody, however short the rest is', () => {
    expect(making({ steps: [{ weight: 10, pauseSeconds: 5 }, { weight: 50 }] })).not.toThrow();
  });

  test('that pauses for one interval', () => {
    const analysis = { ...ANALYSIS, intervalSeconds: 10 };
    expect(making({ steps: [{ weight: 10, pauseSeconds: 10 }], analysis })).not.toThrow();
  });

  test('without requests where no mesh splits them', () => {
    expect(makingOf({ ...MESHLESS, ports: TCP, rollout: CANARY })).not.toThrow();
  });
});
