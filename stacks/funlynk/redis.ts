import { exec } from '../../lib/core/model/probe';
import type { ServiceDefinition } from '../../lib/core/model/system';
import { secret } from '../../lib/core/secret-ref';

const ping = exec(['redis-cli', 'ping'], { periodSeconds: 10, timeoutSeconds: 3 });

/** Redis 7 with its log on disk. `redis-cli` reads the password from the variable that the server is started with. */
export const redis: ServiceDefinition = {
  kind: 'StatefulSet',
  image: { repository: 'docker.io/library/redis', tag: '7-alpine' },
  args: ['redis-server', '--appendonly', 'yes', '--requirepass', '$(REDISCLI_AUTH)'],
  ports: { redis: { containerPort: 6379 } },
  secretEnv: { REDISCLI_AUTH: secret('redis', 'password') },
  storage: { data: { mountPath: '/data', size: '5Gi' } },
  resources: { requests: { cpu: '50m', memory: '128Mi' }, limits: { cpu: '100m', memory: '256Mi' } },
  probes: { startup: { ...ping, failureThreshold: 30 }, readiness: ping, liveness: ping },
  runAs: { user: 999, group: 1000 },
  priority: 'high',
};
