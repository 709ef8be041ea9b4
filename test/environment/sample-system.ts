import { defineSystem, type ImageSource } from '../../lib/core/model/system';
import type { WorkloadSpecBase } from '../../lib/core/model/workload-spec';
import { secret } from '../../lib/core/secret-ref';

const base: WorkloadSpecBase<ImageSource> = {
  ports: { http: { containerPort: 3000, protocol: 'http' } },
  resources: { requests: { cpu: '250m', memory: '256Mi' }, limits: { cpu: '500m', memory: '512Mi' } },
  runAs: { user: 1001 },
};

/** A system with two services of its own and two of other people, as the tests of environment files need it. */
export const sampleSystem = defineSystem(
  'funlynk',
  { registry: { host: 'ghcr.io/funlynk', pullSecret: secret('ghcr') }, tls: secret('funlynk-tls') },
  ({ service }) => {
    service('postgres', {
      ...base,
      kind: 'StatefulSet',
      image: { repository: 'docker.io/library/postgres', tag: '17.6-alpine', digest: `sha256:${'a'.repeat(64)}` },
      storage: { data: { mountPath: '/var/lib/postgresql', size: '20Gi' } },
    });
    service('redis', {
      ...base,
      kind: 'StatefulSet',
      image: { repository: 'docker.io/library/redis', tag: '8.2-alpine' },
      storage: { data: { mountPath: '/data', size: '5Gi' } },
    });
    service('backend', {
      ...base,
      image: { name: 'backend' },
      env: { NODE_ENV: 'production', LOG_LEVEL: 'info' },
      secretEnv: { JWT_SECRET: secret('app', 'jwt') },
      replicas: { min: 3, max: 10 },
    });
    service('admin-dashboard', { ...base, image: { name: 'admin-dashboard' }, replicas: 2 });
  },
);
