import { servicePort, transport } from '../../../lib/core/model/port';

test.each([
  [{ containerPort: 53, protocol: 'udp' as const }, 'UDP'],
  [{ containerPort: 80, protocol: 'http' as const }, 'TCP'],
  [{ containerPort: 5432 }, 'TCP'],
])('the port %j is known to the network as %s', (port, expected) => {
  expect(transport(port)).toBe(expected);
});

test.each([
  [{ containerPort: 8080, servicePort: 80 }, 80],
  [{ containerPort: 8080 }, 8080],
])('the Service of the port %j listens on %i', (port, expected) => {
  expect(servicePort(port)).toBe(expected);
});
