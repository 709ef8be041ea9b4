import { value } from '../../../lib/checks/output';
import { clusterFiles } from '../cluster-files';
import { environmentOf } from '../environments';

const files = clusterFiles(environmentOf('funlynk/staging'), 'us-east-1');
const { spec } = files.file('40-redis/statefulset-redis');
const pod = value(spec, 'template', 'spec');
const container = value(pod, 'containers');

test('Redis is 7', () => {
  expect(value(container, 'image')).toBe('docker.io/library/redis:7-alpine');
});

test('it listens on port 6379', () => {
  expect(value(container, 'ports')).toEqual([{ containerPort: 6379, name: 'redis', protocol: 'TCP' }]);
});

test('it writes its log to a volume of 5Gi', () => {
  expect(value(container, 'args')).toEqual(expect.arrayContaining(['--appendonly', 'yes']));
  expect(value(container, 'volumeMounts')).toEqual([{ name: 'data', mountPath: '/data' }]);
  expect(value(spec, 'volumeClaimTemplates', 'spec', 'resources')).toEqual({ requests: { storage: '5Gi' } });
});

test('it demands the password of the secret store, which its own client reads from the same variable', () => {
  expect(value(container, 'args')).toEqual(expect.arrayContaining(['--requirepass', '$(REDISCLI_AUTH)']));
  expect(value(container, 'env')).toEqual([
    { name: 'REDISCLI_AUTH', valueFrom: { secretKeyRef: { name: 'redis-redis', key: 'password' } } },
  ]);
  expect(value(container, 'readinessProbe', 'exec', 'command')).toEqual(['redis-cli', 'ping']);
});

test('it runs as the user of its image', () => {
  expect(value(pod, 'securityContext')).toMatchObject({ runAsUser: 999, runAsGroup: 1000, fsGroup: 1000 });
});

test('only the API reaches it', () => {
  expect(files.paths.filter((path) => /40-redis\/(network|authorization)policy/.test(path))).toEqual([
    '40-redis/authorizationpolicy-redis-redis-from-backend',
    '40-redis/networkpolicy-redis-redis-from-backend',
  ]);
});
