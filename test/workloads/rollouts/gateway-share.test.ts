import { gatewayShare } from '../../../lib/workloads/rollouts/gateway-share';
import { BLUE_GREEN, CANARY } from './sample-rollout';

const BACKEND = {
  name: 'backend',
  ports: { http: { containerPort: 3000, protocol: 'http' }, admin: { containerPort: 8080, protocol: 'http' } },
} as const;

describe('a route of the gateway to a service', () => {
  test.each([
    ['nothing where pods are replaced a few at a time', { strategy: 'RollingUpdate' }, {}],
    ['nothing where nothing is said', undefined, {}],
    ['the canary’s Service for Argo Rollouts to weigh', CANARY, { canaryService: 'backend-canary' }],
    ['nothing of a blue-green rollout of Argo Rollouts, which moves the Service', BLUE_GREEN, {}],
    ['Flagger’s VirtualService', { ...CANARY, engine: 'flagger' }, { delegate: 'backend' }],
    ['it in a blue-green rollout as well', { ...BLUE_GREEN, engine: 'flagger' }, { delegate: 'backend' }],
  ] as const)('knows of the new version %s', (_, rollout, expected) => {
    expect(gatewayShare({ ...BACKEND, ...(rollout === undefined ? {} : { rollout }) }, 'http')).toEqual(expected);
  });

  test('on another port than the one that Flagger knows leads to the old version', () => {
    expect(gatewayShare({ ...BACKEND, rollout: { ...CANARY, engine: 'flagger' } }, 'admin')).toEqual({});
    expect(gatewayShare({ ...BACKEND, rollout: CANARY }, 'admin')).toEqual({ canaryService: 'backend-canary' });
  });
});
