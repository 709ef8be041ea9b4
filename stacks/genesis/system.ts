import { defineSystem, type ServiceHandle } from '../../lib/core/model/system';
import { secret } from '../../lib/core/secret-ref';
import { agentCage } from './agent-cage';
import { AGENTS } from './agents';
import { claudeTalk } from './claude-talk';
import { agentName, specialisedAgent } from './specialised-agent';

/** Genesis: an MCP server that people talk to, twelve agents that it hands work to, and a runtime for their code. */
export const genesis = defineSystem(
  'genesis',
  {
    registry: { host: 'ghcr.io/genesis', pullSecret: secret('ghcr', 'dockerconfigjson') },
    tls: secret('tls'),
    quota: {
      'requests.cpu': '30',
      'requests.memory': '60Gi',
      'limits.cpu': '80',
      'limits.memory': '160Gi',
      persistentvolumeclaims: '40',
    },
  },
  ({ service, external, bucket, queue }) => {
    const anthropic = external('api.anthropic.com:443');
    bucket('artifacts');
    queue('runs', { visibilityTimeoutSeconds: 600, maxDeliveryAttempts: 5 });
    // Code that nobody has read reaches nothing in the cluster.
    const cage = service('agent-cage', agentCage([external('github.com:443')]));
    const agents = Object.entries(AGENTS).map(([type, agent]): ServiceHandle => {
      const hosts = agent.hosts.map(external);
      return service(agentName(type), specialisedAgent(type, agent, [cage.port('http'), anthropic, ...hosts]));
    });
    service('claude-talk', claudeTalk([...agents.map((agent) => agent.port('http')), anthropic]));
  },
);
