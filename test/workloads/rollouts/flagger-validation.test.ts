import type { BlueGreen, Canary } from '../../../lib/core/model/rollout';
import { makingOf, type PropsOf } from '../sample-workload';
import { ANALYSIS, BLUE_GREEN, CANARY, MESHLESS, WATCHED } from './sample-rollout';

type Props = Partial<PropsOf<'Deployment'>>;

const canary = (changes: Partial<Canary> = {}, props: Props = {}): (() => void) =>
  makingOf({ ...WATCHED, ...props, rollout: { ...CANARY, engine: 'flagger', ...changes } });

const blueGreen = (changes: Partial<BlueGreen>): (() => void) =>
  makingOf({ ...WATCHED, rollout: { ...BLUE_GREEN, engine: 'flagger', ...changes } });

const HTTP = { containerPort: 3000, servicePort: 80, protocol: 'http' } as const;

describe('a rollout of Flagger is refused', () => {
  test('with a fixed number of pods', () => {
    expect(canary({}, { replicas: 3 })).toThrow(
      "test/sample: 'replicas' must be bounds where Flagger carries out the rollout: " +
        'it scales both versions by an autoscaler, got 3; bounds may be equal: { min: 3, max: 3 }',
    );
  });

  test('with vertical scaling', () => {
    expect(canary({}, { verticalScaling: { mode: 'recommend' } })).toThrow(
      "test/sample: 'verticalScaling' must be left out where Flagger carries out the rollout: " +
        "the pods that answer are those of its copy, got 'recommend'",
    );
  });

  test('with a port of UDP', () => {
    expect(canary({}, { ports: { http: HTTP, dns: { containerPort: 5353, protocol: 'udp' } } })).toThrow(
      "test/sample: 'ports.dns.protocol' must not be 'udp' where Flagger makes the Services, which are of TCP, got 'udp'",
    );
  });

  test('with another port than the first whose Service has a number of its own', () => {
    expect(canary({}, { ports: { http: HTTP, admin: { containerPort: 8080, servicePort: 81 } } })).toThrow(
      "test/sample: 'ports.admin.servicePort' must be the container's port (8080) where Flagger makes the Services, " +
        'but for ports.http, got 81',
    );
  });

  test('as a canary without a mesh', () => {
    expect(makingOf({ ...MESHLESS, rollout: { ...CANARY, engine: 'flagger' } })).toThrow(
      "test/sample: 'mesh' is needed for a Canary that Flagger carries out, got undefined; " +
        "let rollout.strategy be 'BlueGreen', or rollout.engine 'argo-rollouts'",
    );
  });

  test('with a step that waits for somebody', () => {
    expect(canary({ steps: [{ weight: 10, pauseSeconds: 60 }, { weight: 50 }] })).toThrow(
      "test/sample: 'rollout.steps.1.pauseSeconds' is needed where Flagger carries out the rollout: " +
        'it cannot wait for people, got undefined',
    );
  });

  test('with pauses of different lengths', () => {
    const steps = [
      { weight: 10, pauseSeconds: 60 },
      { weight: 50, pauseSeconds: 300 },
    ];
    expect(canary({ steps })).toThrow(
      "test/sample: 'rollout.steps' must all pause for the same time where Flagger carries out the rollout: " +
        'it has one interval, got [60,300]',
    );
  });

  test('with measurements at other times than its steps', () => {
    expect(canary({ analysis: { ...ANALYSIS, intervalSeconds: 30 } })).toThrow(
      "test/sample: 'rollout.analysis.intervalSeconds' must be the pause of the steps (60) " +
        'where Flagger carries out the rollout: it measures once a step, got 30; leave it out',
    );
  });

  test('with a time to wait before the traffic moves', () => {
    expect(blueGreen({ autoPromotionSeconds: 60 })).toThrow(
      "test/sample: 'rollout.autoPromotionSeconds' must be left out where Flagger carries out the rollout: " +
        'it moves the traffic at once, got 60',
    );
  });

  test('with a time to keep the old version', () => {
    expect(blueGreen({ scaleDownDelaySeconds: 900 })).toThrow(
      "test/sample: 'rollout.scaleDownDelaySeconds' must be left out where Flagger carries out the rollout: " +
        'it keeps no old version, got 900',
    );
  });
});

describe('a rollout of Flagger is accepted', () => {
  test('with steps shorter than the interval of others, for it measures once a step', () => {
    expect(canary({ steps: [{ weight: 10, pauseSeconds: 30 }] })).not.toThrow();
  });

  test('with an interval that is the pause', () => {
    expect(canary({ analysis: { ...ANALYSIS, intervalSeconds: 60 } })).not.toThrow();
  });

  test('with a number for the Service of the port whose traffic it moves', () => {
    expect(canary({}, { ports: { http: HTTP, admin: { containerPort: 8080 } } })).not.toThrow();
  });

  test('as blue-green measured at any interval', () => {
    expect(blueGreen({ analysis: { ...ANALYSIS, intervalSeconds: 600 } })).not.toThrow();
  });
});
