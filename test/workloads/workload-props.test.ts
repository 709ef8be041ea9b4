import { objectMetadata, type WorkloadContext } from '../../lib/workloads/workload-props';
import { DEPLOYMENT } from './sample-workload';

const CONTEXT: WorkloadContext = {
  ...DEPLOYMENT,
  ports: {},
  name: 'backend',
  namespace: 'funlynk',
  system: 'funlynk',
  labels: { tier: 'api' },
  selector: {},
};

describe('the metadata of an object of a workload', () => {
  test('has the name, namespace and labels of the workload', () => {
    expect(objectMetadata(CONTEXT)).toEqual({ name: 'backend', namespace: 'funlynk', labels: { tier: 'api' } });
  });

  test('has another name where one is given', () => {
    expect(objectMetadata(CONTEXT, 'backend-config').name).toBe('backend-config');
  });

  test('can be changed without changing that of other objects', () => {
    objectMetadata(CONTEXT).labels['tier'] = 'changed';
    expect(objectMetadata(CONTEXT).labels).toEqual({ tier: 'api' });
  });
});
