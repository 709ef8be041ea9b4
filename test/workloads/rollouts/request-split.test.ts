import type { Ports } from '../../../lib/core/model/port';
import { flaggerPort, requestPorts } from '../../../lib/workloads/rollouts/request-split';
import { objectsOf } from '../sample-workload';
import { CANARY, MESHLESS, WATCHED } from './sample-rollout';

const PORTS: Ports = {
  metrics: { containerPort: 9102 },
  http: { containerPort: 3000, servicePort: 80, protocol: 'http' },
  api: { containerPort: 9090, protocol: 'grpc' },
  dns: { containerPort: 5353, protocol: 'udp' },
};

test('requests come over the ports of HTTP and gRPC, by the numbers of the Service', () => {
  expect(requestPorts(PORTS)).toEqual({ http: 80, api: 9090 });
});

test.each<[string, Ports, string | undefined]>([
  ['the first over which requests come', PORTS, 'http'],
  ['the first of all where none do', { sql: { containerPort: 5432 }, admin: { containerPort: 8080 } }, 'sql'],
  ['none where there is none', {}, undefined],
])('the port whose traffic Flagger moves is %s', (_, ports, expected) => {
  expect(flaggerPort(ports)).toBe(expected);
});

describe('the requests of a canary', () => {
  test('are split by the mesh', () => {
    expect(objectsOf({ ...WATCHED, rollout: CANARY }).names('VirtualService')).toEqual(['sample']);
  });

  test('go to pods as they come where there is no mesh', () => {
    const objects = objectsOf({ ...MESHLESS, rollout: CANARY });
    expect(objects.names('VirtualService')).toEqual([]);
    expect(objects.names('Service')).toEqual(['sample']);
  });
});
