import { genesis } from '../../../stacks/genesis/system';

describe('genesis', () => {
  test('is an MCP server over the runtime of the agents', () => {
    expect(Object.keys(genesis.services)).toEqual(['agent-cage', 'claude-talk']);
    expect(genesis.services['claude-talk']?.connectsTo).toEqual([
      { service: 'agent-cage', port: 'http' },
      { external: 'api.anthropic.com', portNumber: 443 },
    ]);
  });

  test('lets the runtime call the model, and nobody else', () => {
    expect(genesis.services['agent-cage']?.connectsTo).toEqual([{ external: 'api.anthropic.com', portNumber: 443 }]);
  });

  test('shows sessions to the world, and not their administration', () => {
    expect(Object.values(genesis.services).flatMap(({ exposure = [] }) => exposure.map(({ port }) => port))).toEqual([
      'mcp',
    ]);
  });

  test('keeps the key of the model in a secret', () => {
    expect(genesis.services['claude-talk']?.secretEnv).toEqual({
      ANTHROPIC_API_KEY: { secret: 'claude', property: 'api-key' },
    });
  });
});
