import { AGENTS } from '../../../stacks/genesis/agents';
import { agentName } from '../../../stacks/genesis/specialised-agent';
import { genesis } from '../../../stacks/genesis/system';

const NAMES = Object.keys(AGENTS).map(agentName);
const ANTHROPIC = { external: 'api.anthropic.com', portNumber: 443 };

describe('genesis', () => {
  test('is an MCP server, twelve agents, and the runtime of their code', () => {
    expect(NAMES).toHaveLength(12);
    expect(Object.keys(genesis.services)).toEqual(['agent-cage', ...NAMES, 'claude-talk']);
  });

  test('has the server hand work to every agent, and nobody else', () => {
    expect(genesis.services['claude-talk']?.connectsTo).toEqual([
      ...NAMES.map((service) => ({ service, port: 'http' })),
      ANTHROPIC,
    ]);
  });

  test('lets the runtime fetch code, and reach nothing in the cluster', () => {
    expect(genesis.services['agent-cage']?.connectsTo).toEqual([{ external: 'github.com', portNumber: 443 }]);
  });

  test('has runs wait in a queue that the server fills and the runtime works off', () => {
    expect(genesis.resources.queues).toHaveProperty('runs');
    expect(genesis.services['claude-talk']?.permissions).toContainEqual({ action: 'queue:publish', queues: ['runs'] });
    expect(genesis.services['agent-cage']?.permissions).toContainEqual({ action: 'queue:consume', queues: ['runs'] });
  });

  test('shows sessions to the world, and not their administration', () => {
    expect(Object.values(genesis.services).flatMap(({ exposure = [] }) => exposure.map(({ port }) => port))).toEqual([
      'mcp',
    ]);
  });

  test('keeps the key of the model in a secret', () => {
    for (const name of ['claude-talk', ...NAMES]) {
      expect(genesis.services[name]?.secretEnv).toEqual({
        ANTHROPIC_API_KEY: { secret: 'claude', property: 'api-key' },
      });
    }
  });
});
