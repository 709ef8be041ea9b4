import { defineSystem } from '../../lib/core/model/system';
import { secret } from '../../lib/core/secret-ref';
import { adminDashboard } from './admin-dashboard';
import { backend } from './backend';
import { platformMetrics } from './platform-metrics';
import { postgres } from './postgres';
import { redis } from './redis';

/** Funlynk: an API and an admin dashboard over PostgreSQL and Redis. */
export const funlynk = defineSystem(
  'funlynk',
  {
    registry: { host: 'ghcr.io/funlynk', pullSecret: secret('ghcr', 'dockerconfigjson') },
    tls: secret('tls'),
    quota: {
      'requests.cpu': '4',
      'requests.memory': '8Gi',
      'limits.cpu': '8',
      'limits.memory': '16Gi',
      persistentvolumeclaims: '10',
      services: '10',
      secrets: '20',
      configmaps: '20',
    },
  },
  ({ service, dashboard }) => {
    const database = service('postgres', postgres);
    const cache = service('redis', redis);
    const api = service('backend', backend([database.port('sql'), cache.port('redis')]));
    service('admin-dashboard', adminDashboard([api.port('http')]));
    dashboard('funlynk-platform', platformMetrics);
  },
);
