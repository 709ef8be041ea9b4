import { exec } from '../../lib/core/model/probe';
import type { ServiceDefinition } from '../../lib/core/model/system';
import { secret } from '../../lib/core/secret-ref';

const DATABASE = 'funlynk';
const USER = 'funlynk';

/** User and group `postgres` of the Alpine image. */
const POSTGRES_UID = 70;

const isReady = exec(['pg_isready', '--username', USER, '--dbname', DATABASE], {
  periodSeconds: 10,
  timeoutSeconds: 5,
});

/** PostgreSQL 17: the seed's 14 was last maintained on 2026-11-12. */
export const postgres: ServiceDefinition = {
  kind: 'StatefulSet',
  image: { repository: 'docker.io/library/postgres', tag: '17-alpine' },
  ports: { sql: { containerPort: 5432 } },
  env: {
    POSTGRES_DB: DATABASE,
    POSTGRES_USER: USER,
    // A folder of its own: the mounted volume's root holds lost+found, which initdb refuses.
    PGDATA: '/var/lib/postgresql/data/pgdata',
  },
  secretEnv: { POSTGRES_PASSWORD: secret('database', 'password') },
  scratch: ['/tmp', '/var/run/postgresql'],
  // 16,000 IOPS come with 32 GiB at least on AWS.
  storage: { data: { mountPath: '/var/lib/postgresql/data', size: '50Gi', storageClass: 'fast-ssd' } },
  resources: { requests: { cpu: '250m', memory: '512Mi' }, limits: { cpu: '500m', memory: '1Gi' } },
  probes: {
    // The first start creates the database, and a crash replays the log: up to five minutes.
    startup: { ...isReady, failureThreshold: 30 },
    readiness: isReady,
    liveness: { ...isReady, failureThreshold: 6 },
  },
  runAs: { user: POSTGRES_UID },
  priority: 'critical',
  terminationGracePeriodSeconds: 120,
};
