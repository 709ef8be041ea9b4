import type { Chart } from 'cdk8s';
import { http, secret, type Cluster } from '../../../lib';
import { Workload } from '../../../lib/kubernetes';

/** The example of lib/workloads/pod/README.md, word for word between the two marks. */
export function example(chart: Chart, cluster: Cluster): void {
  // README begins
  const small = { requests: { cpu: '50m', memory: '64Mi' }, limits: { cpu: '200m', memory: '128Mi' } };

  new Workload(chart, 'transcoder', {
    image: `${cluster.registry.host}/transcoder:v2.3.0`,
    ports: { http: { containerPort: 8080, protocol: 'http' } },
    resources: {
      requests: { cpu: '2', memory: '8Gi' },
      limits: { cpu: '4', memory: '8Gi' },
      gpu: { count: 1, type: 'nvidia-l4' },
    },
    placement: { pools: ['gpu'] },
    priority: 'standard',
    env: { MODELS: '/models' },
    fieldEnv: { MEMORY_LIMIT: 'limits.memory' },
    secretEnv: { LICENCE: secret('transcoder', 'licence') },
    volumes: {
      models: { mountPath: '/models', emptyDir: { sizeLimit: '20Gi' } },
      frames: { mountPath: '/frames', emptyDir: { sizeLimit: '1Gi', medium: 'Memory' } },
    },
    scratch: ['/tmp'],
    initContainers: {
      download: { args: ['download', '--to', '/models'], mounts: { models: '/models' }, resources: small },
    },
    sidecars: {
      exporter: {
        image: 'docker.io/prom/statsd-exporter:v0.28.0',
        ports: { metrics: { containerPort: 9102 } },
        probes: { startup: http('/-/healthy', 'metrics', { failureThreshold: 12 }) },
        resources: small,
      },
    },
    probes: { readiness: http('/ready') },
    runAs: { user: 1001 },
    cluster,
  });
  // README ends
}
