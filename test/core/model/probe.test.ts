import { exec, grpc, http, tcp } from '../../../lib/core/model/probe';

const TIMING = { initialDelaySeconds: 0, periodSeconds: 5 };

test.each([
  ['HTTP', http('/ready'), { httpGet: { path: '/ready', port: 'http' } }],
  ['HTTP on another port', http('/ready', 'admin'), { httpGet: { path: '/ready', port: 'admin' } }],
  ['a TCP port', tcp('sql'), { tcpSocket: { port: 'sql' } }],
  ['gRPC', grpc('api'), { grpc: { port: 'api' } }],
  ['one service of gRPC', grpc('api', { service: 'shop.Cart' }), { grpc: { port: 'api', service: 'shop.Cart' } }],
  ['a command', exec(['redis-cli', 'ping']), { exec: { command: ['redis-cli', 'ping'] } }],
])('a probe of %s asks that and leaves its timing to Kubernetes', (_, probe, expected) => {
  expect(probe).toStrictEqual(expected);
});

test.each([
  ['HTTP', http('/ready', 'http', TIMING)],
  ['a TCP port', tcp('sql', TIMING)],
  ['gRPC', grpc('api', TIMING)],
  ['a command', exec(['true'], TIMING)],
])('a probe of %s takes its timing, zeros too', (_, probe) => {
  expect(probe).toMatchObject(TIMING);
});
