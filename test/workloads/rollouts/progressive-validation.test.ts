import { Workload } from '../../../lib/workloads/workload';
import { emptyChart } from '../../support/manifests';
import { makingOf, type PropsOf } from '../sample-workload';
import { BLUE_GREEN, CANARY, WATCHED } from './sample-rollout';

type Props = PropsOf<'Deployment'>;

const named = (name: string, props: Props): (() => void) => {
  return () => new Workload(emptyChart(), name, props);
};

describe('a progressive rollout is refused', () => {
  test.each<[number, Props['rollout'], string]>([
    [56, CANARY, 'canary'],
    [55, BLUE_GREEN, 'preview'],
    [55, { ...CANARY, engine: 'flagger' }, 'primary'],
  ])('with a name of more than %i letters, to which the names of its Services add', (longest, rollout, suffix) => {
    const name = 'b'.repeat(longest + 1);
    expect(named('b'.repeat(longest), { ...WATCHED, rollout })).not.toThrow();
    expect(named(name, { ...WATCHED, rollout })).toThrow(
      `test/${name}: 'name' must be ${longest} letters at most, so that the Service ${name}-${suffix} can have a name, ` +
        `got '${name}'`,
    );
  });

  test('without ports', () => {
    expect(makingOf({ ...WATCHED, ports: {}, rollout: CANARY })).toThrow(
      "test/sample: 'ports' are needed for a Canary, which moves traffic from one version to another, got {}",
    );
  });

  test.each<[Props['replicas'], Props['rollout'], string]>([
    [undefined, CANARY, "'replicas' must be at least 2 for a Canary: a single pod has no traffic to share, got 1"],
    [0, BLUE_GREEN, "'replicas' must be at least 2 for a BlueGreen: a single pod has no traffic to share, got 0"],
    [
      { min: 1, max: 4 },
      CANARY,
      "'replicas.min' must be at least 2 for a Canary: a single pod has no traffic to share, got 1",
    ],
  ])('with replicas %j', (replicas, rollout, message) => {
    const { replicas: _, ...props } = WATCHED;
    expect(makingOf({ ...props, ...(replicas === undefined ? {} : { replicas }), rollout })).toThrow(
      `test/sample: ${message}; or let rollout.strategy be 'RollingUpdate'`,
    );
  });

  test('for all faults at once', () => {
    expect(makingOf({ ...WATCHED, replicas: 1, rollout: { ...CANARY, steps: [], minReadySeconds: -1 } })).toThrow(
      [
        "test/sample: 'rollout.minReadySeconds' must be a whole number of seconds, 0 or more, got -1",
        "test/sample: 'replicas' must be at least 2 for a Canary: a single pod has no traffic to share, got 1; " +
          "or let rollout.strategy be 'RollingUpdate'",
        "test/sample: 'rollout.steps' must be at least one step, got []",
      ].join('\n'),
    );
  });
});

test('a number of pods that is none is left to the rules about numbers', () => {
  expect(makingOf({ ...WATCHED, replicas: -3, rollout: CANARY })).not.toThrow('a single pod');
});

test.each([2, { min: 2, max: 2 }])('a progressive rollout with two pods is accepted: %j', (replicas) => {
  expect(makingOf({ ...WATCHED, replicas, rollout: CANARY })).not.toThrow();
});
