import { defineSystem } from '../../lib/core/model/system';
import { secret } from '../../lib/core/secret-ref';
import { api } from './api';
import { consensus } from './consensus';

/** NovaCron: an API over a consensus of its own in every region. */
export const novacron = defineSystem(
  'novacron',
  {
    registry: { host: 'ghcr.io/novacron', pullSecret: secret('ghcr', 'dockerconfigjson') },
    tls: secret('tls'),
    quota: {
      'requests.cpu': '100',
      'requests.memory': '150Gi',
      'limits.cpu': '300',
      'limits.memory': '400Gi',
      persistentvolumeclaims: '20',
    },
  },
  ({ service }) => {
    const group = service('consensus', consensus);
    service('api', api([group.port('client')]));
  },
);
