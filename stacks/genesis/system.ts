import { defineSystem } from '../../lib/core/model/system';
import { secret } from '../../lib/core/secret-ref';
import { agentCage } from './agent-cage';
import { claudeTalk } from './claude-talk';

/** Genesis: an MCP server that people talk to, over a runtime that agents work in. */
export const genesis = defineSystem(
  'genesis',
  {
    registry: { host: 'ghcr.io/genesis', pullSecret: secret('ghcr', 'dockerconfigjson') },
    tls: secret('tls'),
    quota: {
      'requests.cpu': '20',
      'requests.memory': '40Gi',
      'limits.cpu': '40',
      'limits.memory': '80Gi',
      persistentvolumeclaims: '20',
    },
  },
  ({ service, external }) => {
    const anthropic = external('api.anthropic.com:443');
    const cage = service('agent-cage', agentCage([anthropic]));
    service('claude-talk', claudeTalk([cage.port('http'), anthropic]));
  },
);
