import { destination, ISTIO_SPLITTING, splitDestinations } from '../../../lib/platform/mesh/istio-splitting';
import type { SplitRoutes } from '../../../lib/platform/mesh/traffic-split';
import { synth } from '../../support/manifests';

const BACKEND = { service: 'backend', namespace: 'funlynk', ports: { http: 80, api: 9090 } };

describe('calls that Istio splits', () => {
  const returned: SplitRoutes[] = [];
  const objects = synth((chart) =>
    returned.push(ISTIO_SPLITTING.split(chart, 'Split', { ...BACKEND, canaryService: 'backend-canary' })),
  );

  test('are those inside the mesh, port by port, and all of them go to the Service at first', () => {
    expect(objects.yaml('VirtualService')).toMatchSnapshot();
  });

  test('have routes that engines find by name', () => {
    expect(returned).toEqual([{ name: 'backend', routes: ['http', 'api'] }]);
  });
});

describe('calls that somebody else splits', () => {
  const objects = synth((chart) =>
    ISTIO_SPLITTING.delegate(chart, 'Split', { ...BACKEND, port: 'http', delegate: 'backend' }),
  );

  test('are left to his object, whose name this one cannot have', () => {
    expect(objects.one('VirtualService', 'backend-calls')).toMatchObject({
      spec: {
        hosts: ['backend.funlynk.svc.cluster.local'],
        gateways: ['mesh'],
        http: [{ name: 'http', match: [{ port: 80 }], delegate: { name: 'backend', namespace: 'funlynk' } }, {}],
      },
    });
  });

  test('are those of one port, and the Service keeps the others', () => {
    const object = objects.one('VirtualService');
    expect(object).toHaveProperty('spec.http.1.route', [destination('backend', 'funlynk', 9090)]);
    expect(object).not.toHaveProperty('spec.http.1.delegate');
    expect(object).not.toHaveProperty('spec.http.0.route');
  });
});

test('a destination is a port of a Service by its full name', () => {
  expect(destination('backend', 'funlynk', 80)).toEqual({
    destination: { host: 'backend.funlynk.svc.cluster.local', port: { number: 80 } },
  });
});

test('a split port has two destinations, and the new version gets nothing', () => {
  const split = { service: 'backend', canaryService: 'backend-canary', namespace: 'funlynk', port: 80 };
  expect(splitDestinations(split)).toEqual([
    { ...destination('backend', 'funlynk', 80), weight: 100 },
    { ...destination('backend-canary', 'funlynk', 80), weight: 0 },
  ]);
});
