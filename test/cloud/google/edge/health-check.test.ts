import {
  healthCheckId,
  healthCheckRefusals,
  type BackendHealthCheck,
  type BackendProtocol,
} from '../../../../lib/cloud/google/edge/health-check';
import { googleStack, only, PROJECT } from '../synth';

function check(props: BackendHealthCheck = {}, protocol: BackendProtocol = 'HTTPS') {
  const stack = googleStack();
  healthCheckId(stack, 'check', { project: PROJECT, name: 'web' }, protocol, props);
  return only(stack, 'google_compute_health_check');
}

function refusals(props: BackendHealthCheck) {
  return healthCheckRefusals('healthCheck', props).filter((refusal) => refusal !== undefined);
}

describe('the health check of a backend', () => {
  test('asks pods as requests do, and logs', () => {
    expect(check()).toMatchInlineSnapshot(`
      {
        "check_interval_sec": 10,
        "healthy_threshold": 2,
        "https_health_check": {
          "port_specification": "USE_SERVING_PORT",
          "request_path": "/",
        },
        "lifecycle": {
          "create_before_destroy": true,
        },
        "log_config": {
          "enable": true,
        },
        "name": "web",
        "project": "funlynk-prod",
        "timeout_sec": 5,
        "unhealthy_threshold": 3,
      }
    `);
    expect(check({}, 'HTTP2')).toHaveProperty('http2_health_check');
  });

  test('can ask at another port, by another protocol', () => {
    const props = { protocol: 'HTTP', port: 15_021, requestPath: '/healthz/ready', host: 'gateway.local' } as const;
    expect(check(props)).toMatchObject({
      http_health_check: {
        host: 'gateway.local',
        port: 15_021,
        port_specification: 'USE_FIXED_PORT',
        request_path: '/healthz/ready',
      },
    });
  });

  test('waits no longer than until the next one', () => {
    expect(check({ checkIntervalSeconds: 3 })).toMatchObject({ check_interval_sec: 3, timeout_sec: 3 });
    expect(refusals({ checkIntervalSeconds: 3, timeoutSeconds: 4 })).toEqual([
      { property: 'healthCheck.timeoutSeconds', rule: 'must be a whole number from 1 to 3', got: 4 },
    ]);
  });

  test('refuses paths, ports and times that there are none of', () => {
    expect(refusals({ requestPath: 'healthz', port: 0, checkIntervalSeconds: 301 })).toEqual([
      { property: 'healthCheck.requestPath', rule: 'must begin with a slash', got: 'healthz' },
      { property: 'healthCheck.port', rule: 'must be a whole number from 1 to 65535', got: 0 },
      { property: 'healthCheck.checkIntervalSeconds', rule: 'must be a whole number from 1 to 300', got: 301 },
    ]);
  });
});
