import { agentCage } from '../../../stacks/genesis/agent-cage';

describe('agentCage', () => {
  const service = agentCage([]);

  test('gives each replica a workspace of 20 GiB', () => {
    expect(service).toMatchObject({
      kind: 'StatefulSet',
      storage: { workspace: { mountPath: '/workspace', size: '20Gi' } },
    });
  });

  test('is told where it listens and where agents work', () => {
    expect(JSON.parse(service.config?.files['runtime.json'] ?? '{}')).toEqual({
      port: service.ports?.['http']?.containerPort,
      workspace: '/workspace',
      languages: ['python', 'node', 'go'],
    });
  });
});
