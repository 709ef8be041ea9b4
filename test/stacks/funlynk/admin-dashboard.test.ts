import { value } from '../../../lib/checks/output';
import { adminDashboard } from '../../../stacks/funlynk/admin-dashboard';
import { nginxConfiguration } from '../../../stacks/funlynk/nginx-configuration';
import { clusterFiles } from '../cluster-files';
import { environmentOf } from '../environments';

const files = clusterFiles(environmentOf('funlynk/staging'), 'us-east-1');
const pod = value(files.file('42-admin-dashboard/deployment-admin-dashboard'), 'spec', 'template', 'spec');
const container = value(pod, 'containers');

test('the dashboard runs as the user of the seed, who may not listen below 1024, so it listens on 8080', () => {
  expect(value(pod, 'securityContext')).toMatchObject({ runAsNonRoot: true, runAsUser: 1001 });
  expect(value(container, 'ports')).toEqual([{ containerPort: 8080, name: 'http', protocol: 'TCP' }]);
});

test('its service leads from port 80 to it', () => {
  expect(files.file('42-admin-dashboard/service-admin-dashboard')).toMatchObject({
    spec: { ports: [{ port: 80, targetPort: 'http' }] },
  });
});

test('nginx has its configuration in place of its own, for the port that it listens on', () => {
  const [configMap = ''] = files.paths.filter((path) => path.startsWith('42-admin-dashboard/configmap-'));
  expect(value(container, 'volumeMounts')).toContainEqual({
    ...{ name: 'config', mountPath: '/etc/nginx/nginx.conf', subPath: 'nginx.conf', readOnly: true },
  });
  expect(value(files.file(configMap), 'data')).toEqual({ 'nginx.conf': nginxConfiguration(8080) });
});

test('nginx may write below /tmp, where its configuration has everything that it writes', () => {
  expect(adminDashboard([]).scratch).toEqual(['/tmp']);
});

test('it is asked at a page of its own, every 30 s within 3 s as the health check of the image', () => {
  expect(value(container, 'livenessProbe')).toMatchObject({
    httpGet: { path: '/healthz', port: 'http' },
    periodSeconds: 30,
    timeoutSeconds: 3,
  });
});

test('two of it run, where a second zone may be lost', () => {
  expect(files.file('42-admin-dashboard/deployment-admin-dashboard')).toMatchObject({ spec: { replicas: 2 } });
});

test('it connects to what it is given, and to nothing else', () => {
  const connectsTo = [{ service: 'backend', port: 'http' }];
  expect(adminDashboard(connectsTo).connectsTo).toEqual(connectsTo);
  const policies = files.paths.filter((path) => path.startsWith('42-admin-dashboard/networkpolicy-'));
  expect(policies).toEqual([
    '42-admin-dashboard/networkpolicy-admin-dashboard-http-from-gateway',
    '42-admin-dashboard/networkpolicy-admin-dashboard-to-backend-http',
  ]);
});
