import { IstioMesh } from '../../../lib/platform/mesh/istio-mesh';
import { backendObjects, postgresObjects } from '../sample-workload';

const POD = 'spec.template.spec';
const CONTAINER = `${POD}.containers.0`;
const SPREAD = `${POD}.topologySpreadConstraints`;

type Changes = Parameters<typeof backendObjects>[0];

function deployment(changes: Changes = {}): object {
  return backendObjects(changes).one('Deployment');
}

describe('the pod of a workload', () => {
  test('satisfies Pod Security restricted, on a file system that it cannot write', () => {
    expect(deployment()).toHaveProperty(`${POD}.securityContext`, {
      runAsNonRoot: true,
      runAsUser: 1001,
      runAsGroup: 1001,
      fsGroup: 1001,
      fsGroupChangePolicy: 'OnRootMismatch',
      seccompProfile: { type: 'RuntimeDefault' },
    });
    expect(deployment()).toHaveProperty(`${CONTAINER}.securityContext`, {
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    });
  });

  test('runs as the group that is given, the group 0 included', () => {
    expect(deployment({ runAs: { user: 1001, group: 0 } })).toMatchObject({
      spec: { template: { spec: { securityContext: { runAsUser: 1001, runAsGroup: 0, fsGroup: 0 } } } },
    });
  });

  test('gets neither a token nor the addresses of other Services', () => {
    expect(deployment()).toMatchObject({
      spec: {
        template: {
          spec: { serviceAccountName: 'backend', automountServiceAccountToken: false, enableServiceLinks: false },
        },
      },
    });
  });

  test('carries the labels that its controller selects', () => {
    expect(deployment()).toMatchObject({
      spec: { template: { metadata: { labels: { 'app.kubernetes.io/name': 'backend' } } } },
    });
  });

  test('is annotated for the mesh that it takes part in', () => {
    const mesh = new IstioMesh();
    expect(deployment({ mesh })).toHaveProperty('spec.template.metadata.annotations', mesh.podAnnotations);
    expect(deployment()).not.toHaveProperty('spec.template.metadata.annotations');
  });

  test('is pulled once where its image is pinned by digest, and asked for every time where it is not', () => {
    const pinned = `ghcr.io/funlynk/backend:v1.4.2@sha256:${'a'.repeat(64)}`;
    expect(deployment({ image: pinned })).toHaveProperty(`${CONTAINER}.imagePullPolicy`, 'IfNotPresent');
    expect(deployment()).toHaveProperty(`${CONTAINER}.imagePullPolicy`, 'Always');
  });

  test('is pulled with credentials where there are any', () => {
    expect(deployment({ pullSecret: 'registry' })).toHaveProperty(`${POD}.imagePullSecrets`, [{ name: 'registry' }]);
    expect(deployment()).not.toHaveProperty(`${POD}.imagePullSecrets`);
  });

  test('runs the command and arguments that are given, and the image’s own otherwise', () => {
    const given = deployment({ command: ['node'], args: ['server.js', '--quiet'] });
    expect(given).toHaveProperty(`${CONTAINER}.command`, ['node']);
    expect(given).toHaveProperty(`${CONTAINER}.args`, ['server.js', '--quiet']);
    expect(deployment()).not.toHaveProperty(`${CONTAINER}.command`);
    expect(deployment()).not.toHaveProperty(`${CONTAINER}.args`);
  });

  test('is promised its requests and held to its limits', () => {
    expect(deployment()).toHaveProperty(`${CONTAINER}.resources`, {
      requests: { cpu: '250m', memory: '256Mi' },
      limits: { cpu: '500m', memory: '512Mi' },
    });
  });

  test('goes on serving for five of its sixty last seconds', () => {
    expect(deployment()).toHaveProperty(`${CONTAINER}.lifecycle.preStop.exec.command`, ['sleep', '5']);
    expect(deployment()).toHaveProperty(`${POD}.terminationGracePeriodSeconds`, 60);
  });

  test('drains for as long as it is told to', () => {
    const slow = deployment({ preStopSeconds: 20, terminationGracePeriodSeconds: 120 });
    expect(slow).toHaveProperty(`${CONTAINER}.lifecycle.preStop.exec.command`, ['sleep', '20']);
    expect(slow).toHaveProperty(`${POD}.terminationGracePeriodSeconds`, 120);
  });

  test('does not drain where that takes no time, so that its image needs no command for it', () => {
    expect(deployment({ preStopSeconds: 0 })).not.toHaveProperty(`${CONTAINER}.lifecycle`);
  });

  test('keeps apart from its siblings: in zones without fail, on nodes where possible', () => {
    const constraint = {
      maxSkew: 1,
      labelSelector: { matchLabels: { 'app.kubernetes.io/name': 'backend' } },
      matchLabelKeys: ['pod-template-hash'],
    };
    expect(deployment({ replicas: 2 })).toHaveProperty(SPREAD, [
      { ...constraint, topologyKey: 'topology.kubernetes.io/zone', whenUnsatisfiable: 'DoNotSchedule' },
      { ...constraint, topologyKey: 'kubernetes.io/hostname', whenUnsatisfiable: 'ScheduleAnyway' },
    ]);
  });

  test.each([1, { min: 1, max: 1 }])('keeps apart from nobody with %j replicas', (replicas) => {
    expect(deployment({ replicas })).not.toHaveProperty(SPREAD);
  });

  test('is counted with all members of a StatefulSet, whose pods carry no hash of their template', () => {
    const object = postgresObjects({ replicas: 3 }).one('StatefulSet');
    expect(object).toHaveProperty(`${SPREAD}.1.topologyKey`, 'kubernetes.io/hostname');
    expect(object).not.toHaveProperty(`${SPREAD}.0.matchLabelKeys`);
  });
});
