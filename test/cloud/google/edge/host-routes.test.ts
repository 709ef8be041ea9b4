import { hostRefusals, hostRules, type HostRoutes } from '../../../../lib/cloud/google/edge/host-routes';

const SERVICES = new Map([
  ['web', 'id-of-web'],
  ['api', 'id-of-api'],
]);

function refusals(hosts: HostRoutes) {
  return hostRefusals(hosts, ['web', 'api']).filter((refusal) => refusal !== undefined);
}

describe('routes by host', () => {
  test('send hosts and paths to their backends, and refuse the rest', () => {
    const hosts = {
      'www.example.com': { backend: 'web', paths: { '/api/*': 'api', '/': 'web' } },
      'api.example.com': { backend: 'api' },
    };
    const api = expect.stringMatching(/^host-[0-9a-f]{12}$/) as unknown;
    expect(hostRules(hosts, SERVICES)).toEqual({
      defaultService: 'id-of-api',
      defaultRouteAction: { faultInjectionPolicy: { abort: { httpStatus: 404, percentage: 100 } } },
      hostRule: [
        { hosts: ['api.example.com'], pathMatcher: api },
        { hosts: ['www.example.com'], pathMatcher: api },
      ],
      pathMatcher: [
        { name: api, description: 'api.example.com', defaultService: 'id-of-api', pathRule: [] },
        {
          name: api,
          description: 'www.example.com',
          defaultService: 'id-of-web',
          pathRule: [
            { paths: ['/'], service: 'id-of-web' },
            { paths: ['/api/*'], service: 'id-of-api' },
          ],
        },
      ],
    });
  });

  test('do not depend on the order they are written in', () => {
    const a = { 'a.example.com': { backend: 'web' } };
    const b = { 'b.example.com': { backend: 'api' } };
    expect(hostRules({ ...a, ...b }, SERVICES)).toEqual(hostRules({ ...b, ...a }, SERVICES));
  });

  test('refuse to lead nowhere', () => {
    expect(refusals({})).toEqual([{ property: 'hosts', rule: 'must name one host at least', got: {} }]);
    expect(refusals({ 'www.example.com': { backend: 'wbe', paths: { '/a': 'b' } } })).toEqual([
      { property: 'hosts.www.example.com.backend', rule: 'must be one of the backends api, web', got: 'wbe' },
      { property: 'hosts.www.example.com.paths./a', rule: 'must be one of the backends api, web', got: 'b' },
    ]);
  });

  test('refuse hosts and paths that Google would', () => {
    expect(refusals({ localhost: { backend: 'web' } })).toMatchObject([{ property: 'hosts', got: 'localhost' }]);
    const paths = { 'a/*': 'web', '/a*': 'web', '/*/a': 'web', '/a?b': 'web', '/*': 'web', '/a/*': 'web', '/a': 'web' };
    expect(refusals({ 'www.example.com': { backend: 'web', paths } }).map(({ got }) => got)).toEqual([
      ...['a/*', '/a*', '/*/a', '/a?b'],
    ]);
  });
});
