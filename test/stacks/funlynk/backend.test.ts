import { value } from '../../../lib/checks/output';
import { clusterFiles } from '../cluster-files';
import { environmentOf } from '../environments';

const files = clusterFiles(environmentOf('funlynk/staging'), 'us-east-1');
const deployment = files.file('41-backend/deployment-backend');
const pod = value(deployment, 'spec', 'template', 'spec');
const container = value(pod, 'containers');

describe('the pods of the API', () => {
  test('are three at least, as the autoscaler has it and not the Deployment', () => {
    expect(files.file('41-backend/horizontalpodautoscaler-backend')).toMatchObject({ spec: { minReplicas: 3 } });
    expect(value(deployment, 'spec')).not.toHaveProperty('replicas');
  });

  test('are replaced one more at a time and, unlike the seed, none fewer, for a rollout must not cost capacity', () => {
    expect(value(deployment, 'spec', 'strategy')).toEqual({
      type: 'RollingUpdate',
      rollingUpdate: { maxSurge: 1, maxUnavailable: 0 },
    });
  });

  test('come from the registry of the system, with its pull secret', () => {
    expect(value(container, 'image')).toBe('ghcr.io/funlynk/backend:v1.5.0-rc.1');
    expect(value(pod, 'imagePullSecrets')).toEqual([{ name: 'registry-credentials' }]);
  });

  test('run as user 1001 of group 1001, never as root', () => {
    expect(value(pod, 'securityContext')).toMatchObject({ runAsNonRoot: true, runAsUser: 1001, fsGroup: 1001 });
  });

  test('listen on port 3000', () => {
    expect(value(container, 'ports')).toEqual([{ containerPort: 3000, name: 'http', protocol: 'TCP' }]);
  });

  test('are promised 250m and 256Mi, and use 500m and 512Mi at most', () => {
    expect(value(container, 'resources')).toEqual({
      requests: { cpu: '250m', memory: '256Mi' },
      limits: { cpu: '500m', memory: '512Mi' },
    });
  });

  test('are asked at /health whether they live, every 10 s after 30 s, three times of 5 s', () => {
    expect(value(container, 'livenessProbe')).toEqual({
      httpGet: { path: '/health', port: 'http' },
      ...{ initialDelaySeconds: 30, periodSeconds: 10, timeoutSeconds: 5, failureThreshold: 3 },
    });
  });

  test('are asked at /ready whether they serve, every 5 s after 5 s, three times of 3 s', () => {
    expect(value(container, 'readinessProbe')).toEqual({
      httpGet: { path: '/ready', port: 'http' },
      ...{ initialDelaySeconds: 5, periodSeconds: 5, timeoutSeconds: 3, failureThreshold: 3 },
    });
  });

  test('know that they are in production', () => {
    expect(value(container, 'env')).toContainEqual({ name: 'NODE_ENV', value: 'production' });
  });

  test.each([
    ['DATABASE_URL', 'backend-database', 'url', 'funlynk/staging/database'],
    ['REDIS_URL', 'backend-redis', 'url', 'funlynk/staging/redis'],
    ['JWT_SECRET', 'backend-app', 'jwt-secret', 'funlynk/staging/app'],
  ])('have %s from a secret that is fetched from the store', (variable, secret, key, stored) => {
    expect(value(container, 'env')).toContainEqual({
      name: variable,
      valueFrom: { secretKeyRef: { name: secret, key } },
    });
    expect(files.file(`41-backend/externalsecret-${secret}`)).toMatchObject({
      spec: { data: [{ secretKey: key, remoteRef: { key: stored, property: key } }] },
    });
  });

  test('have their configuration at /app/config, read-only', () => {
    const [configMap] = files.paths.filter((path) => path.startsWith('41-backend/configmap-backend-config-'));
    expect(value(container, 'volumeMounts')).toContainEqual({
      ...{ name: 'config', mountPath: '/app/config', readOnly: true },
    });
    expect(value(pod, 'volumes')).toContainEqual({
      name: 'config',
      configMap: { name: configMap?.slice('41-backend/configmap-'.length) },
    });
  });
});

describe('the service of the API', () => {
  test('leads from port 80 to the port of the pods', () => {
    expect(files.file('41-backend/service-backend')).toMatchObject({
      spec: { type: 'ClusterIP', ports: [{ name: 'http', port: 80, targetPort: 'http', protocol: 'TCP' }] },
    });
  });
});

describe('the autoscaler of the API', () => {
  const { spec } = files.file('41-backend/horizontalpodautoscaler-backend');

  test('moves between three and ten pods', () => {
    expect(spec).toMatchObject({
      minReplicas: 3,
      maxReplicas: 10,
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'backend' },
    });
  });

  test('aims for 70 % of the CPU and 80 % of the memory', () => {
    expect(value(spec, 'metrics')).toEqual([
      { type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 70 } } },
      { type: 'Resource', resource: { name: 'memory', target: { type: 'Utilization', averageUtilization: 80 } } },
    ]);
  });

  test('takes away a tenth a minute, after five minutes', () => {
    expect(value(spec, 'behavior', 'scaleDown')).toEqual({
      stabilizationWindowSeconds: 300,
      policies: [{ type: 'Percent', value: 10, periodSeconds: 60 }],
    });
  });

  test('adds the more of four pods and as many again every 15 s, at once', () => {
    expect(value(spec, 'behavior', 'scaleUp')).toEqual({
      stabilizationWindowSeconds: 0,
      policies: [
        { type: 'Percent', value: 100, periodSeconds: 15 },
        { type: 'Pods', value: 4, periodSeconds: 15 },
      ],
      selectPolicy: 'Max',
    });
  });
});

describe('whom the API talks to', () => {
  const from = (path: string): unknown => value(files.file(path), 'spec', 'ingress');
  const to = (path: string): unknown => value(files.file(path), 'spec', 'egress');
  const peer = (namespace: string, labels: Readonly<Record<string, string>>): object => ({
    namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } },
    podSelector: { matchLabels: labels },
  });

  test.each([
    ['gateway', 'istio-ingress', { istio: 'ingressgateway' }],
    ['admin-dashboard', 'funlynk', { 'app.kubernetes.io/name': 'admin-dashboard' }],
    ['prometheus', 'monitoring', { 'app.kubernetes.io/name': 'prometheus' }],
  ])('%s reaches it on port 3000', (name, namespace, labels) => {
    expect(from(`41-backend/networkpolicy-backend-http-from-${name}`)).toEqual([
      { from: [peer(namespace, labels)], ports: [{ port: 3000, protocol: 'TCP' }] },
    ]);
  });

  test.each([
    ['postgres', 'sql', 5432],
    ['redis', 'redis', 6379],
  ])('it reaches %s on its port', (name, portName, port) => {
    expect(to(`41-backend/networkpolicy-backend-to-${name}-${portName}`)).toEqual([
      { to: [peer('funlynk', { 'app.kubernetes.io/name': name })], ports: [{ port, protocol: 'TCP' }] },
    ]);
  });

  test('it sends its traces to the collector', () => {
    expect(to('41-backend/networkpolicy-backend-to-monitoring-otel-collector-4317')).toMatchObject([
      { ports: [{ port: 4317, protocol: 'TCP' }] },
    ]);
  });

  test('there is no other policy about it', () => {
    expect(files.paths.filter((path) => path.startsWith('41-backend/networkpolicy-'))).toHaveLength(6);
  });

  test('every pod may ask for names', () => {
    expect(to('10-tenancy/networkpolicy-allow-dns')).toMatchObject([
      {
        to: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' } } }],
        ports: [
          { port: 53, protocol: 'UDP' },
          { port: 53, protocol: 'TCP' },
        ],
      },
    ]);
  });

  test('the mesh lets the gateway read and write, as the service account that it runs as', () => {
    expect(files.file('41-backend/authorizationpolicy-backend-http-from-gateway')).toMatchObject({
      spec: {
        action: 'ALLOW',
        selector: { matchLabels: { 'app.kubernetes.io/name': 'backend' } },
        rules: [
          {
            from: [{ source: { principals: ['cluster.local/ns/istio-ingress/sa/istio-ingressgateway'] } }],
            to: [{ operation: { methods: ['GET', 'POST', 'PUT', 'DELETE'], ports: ['3000'] } }],
          },
        ],
      },
    });
  });
});

test('metrics are read from /metrics every 30 s, within 10 s', () => {
  const endpoint = value(files.file('41-backend/servicemonitor-backend'), 'spec', 'endpoints');
  expect(endpoint).toMatchObject([{ port: 'http', path: '/metrics', interval: '30s', scrapeTimeout: '10s' }]);
});
