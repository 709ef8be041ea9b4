import { Workload } from '../../../lib/workloads/workload';
import { emptyChart } from '../../support/manifests';
import { making, STATEFUL_SET } from '../sample-workload';

describe('a workload is refused', () => {
  test.each(['20 GB', '', '0', '-1Gi'])('where a volume has the size %p', (size) => {
    const storage = { data: { mountPath: '/data', size } };
    expect(() => new Workload(emptyChart(), 'postgres', { ...STATEFUL_SET, storage })).toThrow(
      `test/postgres: 'storage.data.size' must be a quantity such as 20Gi, got '${size}'`,
    );
  });

  test.each(['tmp', '/', '//tmp'])('where it may write to %p', (folder) => {
    expect(making({ scratch: [folder] })).toThrow(
      `test/backend: 'scratch' must be absolute paths below the root, such as /tmp, got '${folder}'`,
    );
  });

  test('where two folders would be one', () => {
    expect(making({ scratch: ['/a/b', '/a-b'] })).toThrow(
      "test/backend: 'scratch' must not share its folder with '/a/b', got '/a-b'",
    );
  });
});

test('a workload may write to several folders', () => {
  expect(making({ scratch: ['/tmp', '/var/run/postgresql'] })).not.toThrow();
});
