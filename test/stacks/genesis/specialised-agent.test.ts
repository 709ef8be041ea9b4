import { AGENTS } from '../../../stacks/genesis/agents';
import { specialisedAgent } from '../../../stacks/genesis/specialised-agent';

const AGENT = {
  cpuMillicores: 250,
  memoryMebibytes: 512,
  workspaceGibibytes: 10,
  pools: ['spot', 'general-purpose'],
  hosts: [],
};

describe('specialisedAgent', () => {
  test('is what its row of the table says', () => {
    expect(specialisedAgent('sre', AGENT, [])).toMatchObject({
      image: { name: 'agent-sre' },
      env: { AGENT_TYPE: 'sre' },
      storage: { workspace: { size: '10Gi' } },
      resources: { requests: { cpu: '250m', memory: '512Mi' }, limits: { cpu: '500m', memory: '1024Mi' } },
      placement: { pools: ['spot', 'general-purpose'] },
    });
  });

  test('has GPUs where its row says so, and none otherwise', () => {
    expect(specialisedAgent('data', { ...AGENT, gpus: 1 }, [])).toHaveProperty('resources.gpu', { count: 1 });
    expect(specialisedAgent('sre', AGENT, [])).not.toHaveProperty('resources.gpu');
  });

  test('is told where it keeps its work, on the disk that it keeps', () => {
    const agent = specialisedAgent('sre', AGENT, []);
    expect(agent).toHaveProperty('storage.workspace.mountPath', agent.env?.['WORKSPACE']);
  });
});

test.each(Object.entries(AGENTS))('the agent %s has a disk, a place, and hosts to work with', (_type, agent) => {
  expect(agent.workspaceGibibytes).toBeGreaterThan(0);
  expect(agent.pools).not.toEqual([]);
  expect(agent.hosts).not.toEqual([]);
});
