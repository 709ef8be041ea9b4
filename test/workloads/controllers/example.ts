import type { Chart } from 'cdk8s';
import { TenantNamespace, Workload } from '../../../lib/kubernetes';

/** The example of lib/workloads/controllers/README.md, word for word between the two marks. */
export function example(chart: Chart): void {
  // README begins
  const shared = {
    image: 'ghcr.io/funlynk/backend:v1.4.2',
    resources: { requests: { cpu: '250m', memory: '256Mi' }, limits: { cpu: '500m', memory: '512Mi' } },
    runAs: { user: 1001 },
  };

  new Workload(chart, 'backend', {
    ...shared,
    ports: { http: { containerPort: 3000, protocol: 'http' } },
    replicas: 4,
    rollout: { strategy: 'RollingUpdate', maxSurge: '25%' },
  });
  new Workload(chart, 'registry', {
    ...shared,
    kind: 'StatefulSet',
    replicas: 3,
    ports: { client: { containerPort: 2379 }, peer: { containerPort: 2380 } },
    storage: { data: { mountPath: '/data', size: '10Gi' } },
    podManagementPolicy: 'Parallel',
    quorum: { port: 'peer' },
  });
  new Workload(chart, 'migrate', { ...shared, kind: 'Job', command: ['/app/migrate'], backoffLimit: 0 });
  new Workload(chart, 'report', {
    ...shared,
    kind: 'CronJob',
    command: ['/app/report'],
    schedule: '0 6 * * MON-FRI',
    timeZone: 'America/New_York',
  });

  const reason = 'reads the logs of all pods, which lie on the node';
  const namespace = 'funlynk-log-agent';
  new TenantNamespace(chart, namespace, { name: namespace, podSecurity: 'privileged', podSecurityReason: reason });
  new Workload(chart, 'log-agent', {
    ...shared,
    kind: 'DaemonSet',
    namespace,
    maxUnavailable: '10%',
    host: { reason, paths: { pods: { path: '/var/log/pods', mountPath: '/var/log/pods' } } },
  });
  // README ends
}
