import { api } from '../../../stacks/novacron/api';

describe('api', () => {
  const service = api([]);

  test('listens where it is told', () => {
    expect(service.env).toEqual({ PORT: String(service.ports?.['http']?.containerPort) });
  });

  test('grows faster than it shrinks', () => {
    expect(service).toMatchObject({
      autoscaling: {
        scaleUp: { policies: [{ type: 'Percent', value: 50, periodSeconds: 60 }] },
        scaleDown: { policies: [{ type: 'Percent', value: 10, periodSeconds: 300 }] },
      },
    });
  });

  test('serves for half a minute after it was told to end, and has a minute in all', () => {
    expect(service).toMatchObject({ preStopSeconds: 30, terminationGracePeriodSeconds: 60 });
  });
});
