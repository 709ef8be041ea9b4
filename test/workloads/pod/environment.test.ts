import { secret } from '../../../lib/core/secret-ref';
import { EKS } from '../../support/manifests';
import { backendObjects, DEPLOYMENT, postgresObjects } from '../sample-workload';

const POD = 'spec.template.spec';
const CONTAINER = `${POD}.containers.0`;
const { resources } = DEPLOYMENT;

type Changes = Parameters<typeof backendObjects>[0];

function deployment(changes: Changes = {}): object {
  return backendObjects(changes).one('Deployment');
}

describe('the environment of a container', () => {
  test('is empty where nothing is told', () => {
    expect(deployment()).toHaveProperty(`${CONTAINER}.env`, []);
    expect(deployment()).not.toHaveProperty(`${CONTAINER}.envFrom`);
  });

  test('tells of the pod first, so that other variables can refer to it, and secrets last', () => {
    const object = deployment({
      env: { ADDRESS: '$(POD_IP):3000' },
      fieldEnv: { POD_IP: 'status.podIP', ZONE: "metadata.labels['zone']" },
      secretEnv: { TOKEN: secret('api-token') },
      cluster: EKS,
    });
    expect(object).toHaveProperty(`${CONTAINER}.env`, [
      { name: 'POD_IP', valueFrom: { fieldRef: { fieldPath: 'status.podIP' } } },
      { name: 'ZONE', valueFrom: { fieldRef: { fieldPath: "metadata.labels['zone']" } } },
      { name: 'ADDRESS', value: '$(POD_IP):3000' },
      { name: 'TOKEN', valueFrom: { secretKeyRef: { name: 'backend-api-token', key: 'value' } } },
    ]);
  });

  test.each(['limits.cpu', 'limits.memory', 'requests.cpu', 'requests.memory'] as const)(
    'tells of %s, which is the container’s',
    (resource) => {
      expect(deployment({ fieldEnv: { AMOUNT: resource } })).toHaveProperty(`${CONTAINER}.env.0.valueFrom`, {
        resourceFieldRef: { resource },
      });
    },
  );

  test('has the variables of the ConfigMap, in every container', () => {
    const objects = backendObjects({
      configEnv: { LOG_LEVEL: 'info' },
      initContainers: { migrate: { resources } },
      sidecars: { proxy: { resources } },
    });
    const envFrom = [{ configMapRef: { name: objects.names('ConfigMap').join() } }];
    for (const container of ['containers.0', 'initContainers.0', 'initContainers.1']) {
      expect(objects.one('Deployment')).toHaveProperty(`${POD}.${container}.envFrom`, envFrom);
    }
  });

  test('is each container’s own', () => {
    const object = deployment({
      env: { ROLE: 'server' },
      initContainers: { migrate: { env: { ROLE: 'migration' }, fieldEnv: { NODE: 'spec.nodeName' }, resources } },
      sidecars: { proxy: { resources } },
    });
    expect(object).toHaveProperty(`${CONTAINER}.env`, [{ name: 'ROLE', value: 'server' }]);
    expect(object).toHaveProperty(`${POD}.initContainers.0.env`, [
      { name: 'NODE', valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } },
      { name: 'ROLE', value: 'migration' },
    ]);
    expect(object).toHaveProperty(`${POD}.initContainers.1.env`, []);
  });

  test('tells the members of a quorum, and what prepares them, of each other', () => {
    const object = postgresObjects({
      replicas: 3,
      quorum: { port: 'sql', bootstrap: { resources } },
      sidecars: { proxy: { resources } },
    }).one('StatefulSet');
    expect(object).toHaveProperty(`${CONTAINER}.env.1`, { name: 'QUORUM_SIZE', value: '3' });
    expect(object).toHaveProperty(`${POD}.initContainers.0.env.0.name`, 'QUORUM_MEMBERS');
    expect(object).toHaveProperty(`${POD}.initContainers.1.env`, []);
  });

  test('tells the main container where its traces go, and no other', () => {
    const object = deployment({
      telemetry: { traces: {} },
      env: { LOG_LEVEL: 'info' },
      sidecars: { proxy: { resources } },
    });
    expect(object).toHaveProperty(`${CONTAINER}.env.0`, { name: 'OTEL_SERVICE_NAME', value: 'backend' });
    expect(object).toHaveProperty(`${CONTAINER}.env.8`, { name: 'LOG_LEVEL', value: 'info' });
    expect(object).toHaveProperty(`${POD}.initContainers.0.env`, []);
  });
});
