import { tcp } from '../../../lib/core/model/probe';
import { backendObjects, DEPLOYMENT, JOB, objectsOf, postgresObjects } from '../sample-workload';

const POD = 'spec.template.spec';
const CONTAINER = `${POD}.containers.0`;
const INIT = `${POD}.initContainers`;

const { resources } = DEPLOYMENT;
const DIGEST = `sha256:${'a'.repeat(64)}`;

type Changes = Parameters<typeof backendObjects>[0];

function deployment(changes: Changes = {}): object {
  return backendObjects(changes).one('Deployment');
}

describe('the main container of a pod', () => {
  test('bears the name of the workload and is alone', () => {
    expect(deployment()).toHaveProperty(`${CONTAINER}.name`, 'backend');
    expect(deployment()).toHaveProperty(`${POD}.containers.length`, 1);
    expect(deployment()).not.toHaveProperty(INIT);
  });

  test('is pulled once where its image is pinned by digest, and asked for every time where it is not', () => {
    expect(deployment({ image: `ghcr.io/funlynk/backend:v1.4.2@${DIGEST}` })).toHaveProperty(
      `${CONTAINER}.imagePullPolicy`,
      'IfNotPresent',
    );
    expect(deployment()).toHaveProperty(`${CONTAINER}.imagePullPolicy`, 'Always');
  });

  test('is pulled as it is told to', () => {
    expect(deployment({ imagePullPolicy: 'IfNotPresent' })).toHaveProperty(
      `${CONTAINER}.imagePullPolicy`,
      'IfNotPresent',
    );
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

  test('listens over TCP, and over UDP where that is what is spoken', () => {
    const ports = { http: { containerPort: 3000 }, dns: { containerPort: 53, protocol: 'udp' as const } };
    expect(deployment({ ports })).toHaveProperty(`${CONTAINER}.ports`, [
      { name: 'http', containerPort: 3000, protocol: 'TCP' },
      { name: 'dns', containerPort: 53, protocol: 'UDP' },
    ]);
  });
});

describe('the containers beside the main one', () => {
  const changes: Changes = {
    initContainers: {
      migrate: { command: ['node', 'migrate.js'], resources },
      seed: { image: `ghcr.io/funlynk/seed@${DIGEST}`, args: ['--once'], resources },
    },
    sidecars: {
      proxy: {
        image: 'docker.io/library/envoy:v1.36.0',
        ports: { admin: { containerPort: 9901 } },
        probes: { startup: tcp('admin') },
        resources,
      },
    },
  };

  test('run before it in their order, and then beside it', () => {
    expect(deployment(changes)).toHaveProperty(`${INIT}.0.name`, 'migrate');
    expect(deployment(changes)).toHaveProperty(`${INIT}.1.name`, 'seed');
    expect(deployment(changes)).toHaveProperty(`${INIT}.2.name`, 'proxy');
  });

  test('run on where they are sidecars, and no others', () => {
    expect(deployment(changes)).toHaveProperty(`${INIT}.2.restartPolicy`, 'Always');
    expect(deployment(changes)).not.toHaveProperty(`${INIT}.0.restartPolicy`);
    expect(deployment(changes)).not.toHaveProperty(`${CONTAINER}.restartPolicy`);
  });

  test('run the image of the main one, pulled as it is, unless they have their own', () => {
    const pinned = deployment({ ...changes, imagePullPolicy: 'IfNotPresent' });
    expect(pinned).toMatchObject({
      spec: {
        template: {
          spec: {
            initContainers: [
              { image: 'ghcr.io/funlynk/backend:v1.4.2', imagePullPolicy: 'IfNotPresent' },
              { image: `ghcr.io/funlynk/seed@${DIGEST}`, imagePullPolicy: 'IfNotPresent' },
              { image: 'docker.io/library/envoy:v1.36.0', imagePullPolicy: 'Always' },
            ],
          },
        },
      },
    });
  });

  test('have commands of their own, never those of the main one', () => {
    const object = deployment({ ...changes, command: ['node'], args: ['server.js'] });
    expect(object).toHaveProperty(`${INIT}.0.command`, ['node', 'migrate.js']);
    expect(object).not.toHaveProperty(`${INIT}.0.args`);
    expect(object).toHaveProperty(`${INIT}.1.args`, ['--once']);
    expect(object).not.toHaveProperty(`${INIT}.1.command`);
  });

  test('have ports and probes where they are sidecars', () => {
    expect(deployment(changes)).toHaveProperty(`${INIT}.2.ports`, [
      { name: 'admin', containerPort: 9901, protocol: 'TCP' },
    ]);
    expect(deployment(changes)).toHaveProperty(`${INIT}.2.startupProbe`, { tcpSocket: { port: 'admin' } });
    expect(deployment(changes)).not.toHaveProperty(`${INIT}.0.ports`);
  });

  test('prepare a member of a quorum last, before the sidecars', () => {
    const object = postgresObjects({
      replicas: 3,
      quorum: { port: 'sql', bootstrap: { command: ['join'], resources } },
      initContainers: { migrate: { resources } },
      sidecars: { proxy: { resources } },
    }).one('StatefulSet');
    expect(object).toHaveProperty(`${INIT}.0.name`, 'migrate');
    expect(object).toHaveProperty(`${INIT}.1.name`, 'bootstrap');
    expect(object).toHaveProperty(`${INIT}.2.name`, 'proxy');
  });

  test('end with a job that they run beside', () => {
    const object = objectsOf({ ...JOB, sidecars: { proxy: { resources } } }).one('Job');
    expect(object).toHaveProperty(`${INIT}.0.restartPolicy`, 'Always');
  });
});
