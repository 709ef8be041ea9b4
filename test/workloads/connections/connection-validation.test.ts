import { Workload } from '../../../lib/workloads/workload';
import { emptyChart } from '../../support/manifests';
import { backend, CRON_JOB, JOB, postgres } from '../sample-workload';
import { mesh } from './connection-samples';

describe('a connection', () => {
  test.each([
    ['Job', JOB],
    ['CronJob', CRON_JOB],
  ])('is refused to a %s, which has no Service', (kind, props) => {
    const chart = emptyChart();
    const target = new Workload(chart, 'report', { ...props, ports: { http: { containerPort: 3000 } } });
    const MESSAGE = `test/report/Connections: 'kind' must be one that has a Service to be connected to, got '${kind}'`;
    expect(() => backend(chart).connections.allowTo(target, 'http')).toThrow(MESSAGE);
    expect(() =>
      target.connections.allowFromNamespace({ namespace: 'data', serviceAccount: 'etl', port: 'http' }),
    ).toThrow(MESSAGE);
  });

  test.each([
    ['Job', JOB],
    ['CronJob', CRON_JOB],
  ])('is opened by a %s as by any other', (_, props) => {
    const chart = emptyChart();
    expect(() => new Workload(chart, 'report', props).connections.allowTo(backend(chart), 'http')).not.toThrow();
  });

  test('is refused into a mesh from outside it, which would fail for want of mutual TLS', () => {
    const chart = emptyChart();
    expect(() => backend(chart).connections.allowTo(postgres(chart, { mesh }), 'sql')).toThrow(
      "test/backend/Connections: 'mesh' is needed to reach funlynk/postgres, which accepts the mesh's mutual TLS only, " +
        'got undefined',
    );
  });

  test('is opened out of a mesh to a workload that takes part in none', () => {
    const chart = emptyChart();
    expect(() => backend(chart, { mesh }).connections.allowTo(postgres(chart), 'sql')).not.toThrow();
  });
});
