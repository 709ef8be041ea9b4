import { claudeTalk } from '../../../stacks/genesis/claude-talk';

describe('claudeTalk', () => {
  const service = claudeTalk([]);

  test('speaks MCP on 4000 and is administered on 4001', () => {
    expect(service.ports).toMatchObject({ mcp: { containerPort: 4000 }, admin: { containerPort: 4001 } });
    expect(service.env).toEqual({ MCP_PORT: '4000', ADMIN_PORT: '4001' });
  });

  test('is asked for its health where no gateway leads', () => {
    expect([service.probes?.liveness, service.probes?.readiness]).toMatchObject([
      { httpGet: { port: 'admin' } },
      { httpGet: { port: 'admin' } },
    ]);
    expect(service.exposure?.map(({ port }) => port)).toEqual(['mcp']);
  });
});
