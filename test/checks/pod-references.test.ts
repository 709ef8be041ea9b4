import { ClusterIndex } from '../../lib/checks/cluster-index';
import { podReferences } from '../../lib/checks/pod-references';
import type { ManifestFile } from '../../lib/core/manifest';
import { clusterObject, controller, object } from './fixtures';

const written = [
  object('ServiceAccount', 'web'),
  object('Service', 'web'),
  clusterObject('PriorityClass', 'high'),
  clusterObject('RuntimeClass', 'kata'),
];

const check = (file: ManifestFile): readonly string[] =>
  podReferences(new ClusterIndex({ manifests: [file, ...written] }), file.manifest);
const web = (options: Parameters<typeof controller>[1]): readonly string[] => check(controller('web', options));

test('pods that name what is written are sound', () => {
  expect(web({})).toEqual([]);
});

test('an object without pods has no such references', () => {
  expect(check(object('Service', 'web'))).toEqual([]);
});

test.each([
  ['the default service account', { pod: { serviceAccountName: 'default' } }],
  ['no service account', { pod: { serviceAccountName: undefined } }],
  ['a priority class that is written', { pod: { priorityClassName: 'high' } }],
  ['a priority class of Kubernetes', { pod: { priorityClassName: 'system-cluster-critical' } }],
  ['a runtime class that is written', { pod: { runtimeClassName: 'kata' } }],
  [
    'what another container may use',
    {
      container: {
        env: [{ name: 'CPU', valueFrom: { resourceFieldRef: { containerName: 'web', resource: 'limits.cpu' } } }],
      },
    },
  ],
  [
    'what it may use itself',
    { container: { env: [{ name: 'CPU', valueFrom: { resourceFieldRef: { resource: 'limits.cpu' } } }] } },
  ],
  ['a selector that the API server chooses', { kind: 'Job', spec: { selector: undefined } }],
  ['a Service that is written', { kind: 'StatefulSet', spec: { serviceName: 'web' } }],
  [
    'a volume of the pod',
    { pod: { volumes: [{ name: 'tmp', emptyDir: {} }] }, container: { volumeMounts: [{ name: 'tmp' }] } },
  ],
  ['a probe by name', { container: { readinessProbe: { httpGet: { port: 'http' } } } }],
  ['a probe by number', { container: { livenessProbe: { tcpSocket: { port: 8080 } } } }],
  ['a probe without a port', { container: { livenessProbe: { exec: { command: ['true'] } } } }],
])('%s is sound', (_, options) => {
  expect(web(options)).toEqual([]);
});

test.each([
  [
    'a service account',
    { pod: { serviceAccountName: 'other' } },
    'runs as service account other, which is not written',
  ],
  ['a priority class', { pod: { priorityClassName: 'low' } }, 'has priority class low, which is not written'],
  ['a runtime class', { pod: { runtimeClassName: 'gvisor' } }, 'runs in runtime class gvisor, which is not written'],
  [
    'a container whose amounts a variable holds',
    { container: { env: [{ name: 'CPU', valueFrom: { resourceFieldRef: { containerName: 'gone' } } }] } },
    'tells what container gone may use, which the pod lacks',
  ],
  [
    'a Service that its strategy moves traffic by',
    { kind: 'Rollout', spec: { strategy: { canary: { stableService: 'gone' } } } },
    'moves traffic by Service gone, which is not written',
  ],
  [
    'a selector of other pods',
    { spec: { selector: { matchLabels: { app: 'x' } } } },
    'selects other pods than it makes',
  ],
  ['a volume', { container: { volumeMounts: [{ name: 'tmp' }] } }, 'mounts volume tmp, which the pod lacks'],
  [
    'a claim',
    { pod: { volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'c' } }] } },
    'mounts claim c, which is not written',
  ],
  [
    'a ConfigMap',
    { container: { envFrom: [{ configMapRef: { name: 'c' } }] } },
    'uses ConfigMap c, which is not written',
  ],
  [
    'a storage class',
    { kind: 'StatefulSet', spec: { volumeClaimTemplates: [{ spec: { storageClassName: 's' } }] } },
    'claims storage of class s, which is not written',
  ],
  [
    'a Service',
    { kind: 'StatefulSet', spec: { serviceName: 'other' } },
    'names its pods by Service other, which is not written',
  ],
  [
    'the port of a startup probe',
    { container: { startupProbe: { httpGet: { port: 'x' } } } },
    'asks port "x" in its startupProbe, which the container lacks',
  ],
  [
    'the port of a readiness probe',
    { container: { readinessProbe: { tcpSocket: { port: 1 } } } },
    'asks port 1 in its readinessProbe, which the container lacks',
  ],
  [
    'the port of a liveness probe',
    { container: { livenessProbe: { grpc: { port: 1 } } } },
    'asks port 1 in its livenessProbe, which the container lacks',
  ],
])('%s that is missing', (_, options, message) => {
  expect(web(options)).toEqual([message]);
});

test('a StatefulSet mounts its own claims', () => {
  const spec = { volumeClaimTemplates: [{ metadata: { name: 'data' }, spec: { storageClassName: 'fast' } }] };
  const file = controller('web', { kind: 'StatefulSet', spec, container: { volumeMounts: [{ name: 'data' }] } });
  const manifests = [file, ...written, clusterObject('StorageClass', 'fast')];

  expect(podReferences(new ClusterIndex({ manifests }), file.manifest)).toEqual([]);
});
