import { list, value } from '../../../lib/checks/output';
import { clusterFiles } from '../cluster-files';
import { environmentOf } from '../environments';

const files = clusterFiles(environmentOf('funlynk/staging'), 'us-east-1');
const { spec } = files.file('40-postgres/statefulset-postgres');
const pod = value(spec, 'template', 'spec');
const container = value(pod, 'containers');

test("PostgreSQL is 17, for the seed's 14 was last maintained on 2026-11-12", () => {
  expect(value(container, 'image')).toBe('docker.io/library/postgres:17-alpine');
});

test('it listens on port 5432', () => {
  expect(value(container, 'ports')).toEqual([{ containerPort: 5432, name: 'sql', protocol: 'TCP' }]);
});

test('its password comes from the secret store', () => {
  expect(value(container, 'env')).toContainEqual({
    name: 'POSTGRES_PASSWORD',
    valueFrom: { secretKeyRef: { name: 'postgres-database', key: 'password' } },
  });
});

test('its data lie in a folder below the root of their volume, which holds lost+found', () => {
  expect(value(container, 'volumeMounts')).toContainEqual({ name: 'data', mountPath: '/var/lib/postgresql/data' });
  expect(value(container, 'env')).toContainEqual({ name: 'PGDATA', value: '/var/lib/postgresql/data/pgdata' });
});

test('its volume is 50Gi of fast-ssd, large enough for the IOPS of the class', () => {
  expect(value(spec, 'volumeClaimTemplates', 'spec')).toMatchObject({
    storageClassName: 'fast-ssd',
    resources: { requests: { storage: '50Gi' } },
  });
});

test('in development its volume is small and cheap', () => {
  const development = clusterFiles(environmentOf('funlynk/development'), 'europe-west1');
  const claim = value(development.file('40-postgres/statefulset-postgres'), 'spec', 'volumeClaimTemplates', 'spec');
  expect(claim).toMatchObject({
    storageClassName: 'standard-ssd',
    resources: { requests: { storage: '10Gi' } },
  });
});

test('it has five minutes to start, and two to end', () => {
  expect(value(container, 'startupProbe')).toMatchObject({ periodSeconds: 10, failureThreshold: 30 });
  expect(value(pod, 'terminationGracePeriodSeconds')).toBe(120);
});

test('it runs as the user of its image and writes to its socket, its scratch folder and its data only', () => {
  expect(value(pod, 'securityContext')).toMatchObject({ runAsUser: 70, runAsGroup: 70, fsGroup: 70 });
  expect(value(container, 'securityContext')).toMatchObject({ readOnlyRootFilesystem: true });
  expect(list(container, 'volumeMounts').map((mount) => value(mount, 'mountPath'))).toEqual([
    '/var/lib/postgresql/data',
    '/tmp',
    '/var/run/postgresql',
  ]);
});

test('only the API reaches it', () => {
  expect(files.paths.filter((path) => /40-postgres\/(network|authorization)policy/.test(path))).toEqual([
    '40-postgres/authorizationpolicy-postgres-sql-from-backend',
    '40-postgres/networkpolicy-postgres-sql-from-backend',
  ]);
});
