import {
  HealthCheck,
  type HealthCheckProps,
  type HttpHealthCheckProps,
} from '../../../../lib/cloud/aws/edge/health-check';
import { type Block, build, synth } from '../harness';

const HOST = { name: 'api', fqdn: 'api.example.com' };

function check(props: Partial<HttpHealthCheckProps> = {}): Block {
  return made({ ...HOST, ...props });
}

function made(props: HealthCheckProps): Block {
  return synth((stack) => new HealthCheck(stack, 'check', props)).one('aws_route53_health_check');
}

describe('HealthCheck', () => {
  test('asks for a page by HTTPS every half minute', () => {
    expect(check()).toMatchInlineSnapshot(`
      {
        "enable_sni": true,
        "failure_threshold": 3,
        "fqdn": "api.example.com",
        "measure_latency": false,
        "port": 443,
        "request_interval": 30,
        "resource_path": "/",
        "tags": {
          "Name": "api",
        },
        "type": "HTTPS",
      }
    `);
  });

  test('asks as it is told', () => {
    expect(
      check({
        ...{ type: 'HTTP', resourcePath: '/healthz', searchString: 'ok', requestIntervalSeconds: 10 },
        ...{ failureThreshold: 1, measureLatency: true, regions: ['us-west-2', 'eu-west-1', 'us-east-1'] },
      }),
    ).toMatchObject({
      type: 'HTTP_STR_MATCH',
      port: 80,
      enable_sni: false,
      resource_path: '/healthz',
      search_string: 'ok',
      request_interval: 10,
      failure_threshold: 1,
      measure_latency: true,
      regions: ['eu-west-1', 'us-east-1', 'us-west-2'],
    });
    expect(check({ port: 8443 })).toMatchObject({ type: 'HTTPS', port: 8443 });
  });

  test('can open a connection, and ask nothing', () => {
    const found = made({ ...HOST, type: 'TCP', port: 5432 });
    expect(found).toMatchObject({ type: 'TCP', port: 5432 });
    expect(found).not.toHaveProperty('resource_path');
  });

  test('refuses what Route 53 would, all at once', () => {
    const props = { ...HOST, fqdn: '', port: 0, failureThreshold: 11, resourcePath: 'healthz', searchString: '' };
    expect(
      build((stack) => new HealthCheck(stack, 'check', { ...props, regions: ['us-east-1', 'us-west-2'] })),
    ).toThrow(
      [
        "stack/check: 'fqdn' must be from 1 to 255 characters, got ''",
        "stack/check: 'port' must be a whole number from 1 to 65535, got 0",
        "stack/check: 'failureThreshold' must be a whole number from 1 to 10, got 11",
        'stack/check: \'regions\' must name 3 regions at least, got ["us-east-1","us-west-2"]',
        "stack/check: 'resourcePath' must begin with a slash, of up to 255 characters, got 'healthz'",
        "stack/check: 'searchString' must be from 1 to 255 characters, got ''",
      ].join('\n'),
    );
  });

  test('refuses intervals that there are none of', () => {
    const requestIntervalSeconds = 20;
    expect(build((stack) => new HealthCheck(stack, 'check', { ...HOST, requestIntervalSeconds }))).toThrow(
      "'requestIntervalSeconds' must be 10 or 30, got 20",
    );
  });
});
