import { backendObjects, CRON_JOB, DEPLOYMENT, JOB, objectsOf } from '../sample-workload';

const POD = 'spec.template.spec';
const CONTAINER = `${POD}.containers.0`;
const SLEEP = 'lifecycle.preStop.exec.command';

type Changes = Parameters<typeof backendObjects>[0];

function deployment(changes: Changes = {}): object {
  return backendObjects(changes).one('Deployment');
}

describe('the end of a pod', () => {
  test('goes on serving for five of its sixty last seconds', () => {
    expect(deployment()).toHaveProperty(`${CONTAINER}.${SLEEP}`, ['sleep', '5']);
    expect(deployment()).toHaveProperty(`${POD}.terminationGracePeriodSeconds`, 60);
  });

  test('drains for as long as it is told to', () => {
    const slow = deployment({ preStopSeconds: 20, terminationGracePeriodSeconds: 120 });
    expect(slow).toHaveProperty(`${CONTAINER}.${SLEEP}`, ['sleep', '20']);
    expect(slow).toHaveProperty(`${POD}.terminationGracePeriodSeconds`, 120);
  });

  test('does not drain where that takes no time, so that its image needs no command for it', () => {
    expect(deployment({ preStopSeconds: 0 })).not.toHaveProperty(`${CONTAINER}.lifecycle`);
  });

  test('drains sidecars that are called, and no others', () => {
    const { resources } = DEPLOYMENT;
    const object = deployment({
      initContainers: { migrate: { resources } },
      sidecars: { proxy: { resources, ports: { admin: { containerPort: 9901 } } }, shipper: { resources } },
    });
    expect(object).not.toHaveProperty(`${POD}.initContainers.0.lifecycle`);
    expect(object).toHaveProperty(`${POD}.initContainers.1.${SLEEP}`, ['sleep', '5']);
    expect(object).not.toHaveProperty(`${POD}.initContainers.2.lifecycle`);
  });

  test('is sudden for a job, which nobody calls, unless it says otherwise', () => {
    expect(objectsOf(JOB).one('Job')).not.toHaveProperty(`${CONTAINER}.lifecycle`);
    expect(objectsOf({ ...JOB, preStopSeconds: 3 }).one('Job')).toHaveProperty(`${CONTAINER}.${SLEEP}`, ['sleep', '3']);
  });
});

describe('a container that ended', () => {
  const CRON_POD = 'spec.jobTemplate.spec.template.spec';

  test('is not started again in a job, unless it says so', () => {
    expect(objectsOf(JOB).one('Job')).toHaveProperty(`${POD}.restartPolicy`, 'Never');
    expect(objectsOf(CRON_JOB).one('CronJob')).toHaveProperty(`${CRON_POD}.restartPolicy`, 'Never');
    expect(objectsOf({ ...JOB, restartPolicy: 'OnFailure' as const }).one('Job')).toHaveProperty(
      `${POD}.restartPolicy`,
      'OnFailure',
    );
  });

  test('is started again for ever in any other pod, as Kubernetes does by itself', () => {
    expect(deployment()).not.toHaveProperty(`${POD}.restartPolicy`);
  });
});
