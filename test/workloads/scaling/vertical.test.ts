import type { Manifest } from '../../../lib/core/manifest';
import type { VerticalScaling } from '../../../lib/core/model/scaling';
import { backendObjects } from '../sample-workload';

const KIND = 'VerticalPodAutoscaler';

function vertical(scaling: VerticalScaling, replicas = 3): Manifest {
  return backendObjects({ replicas, verticalScaling: scaling }).one(KIND);
}

describe('the vertical autoscaler of a workload', () => {
  test('is this object', () => {
    expect(backendObjects({ replicas: 3, verticalScaling: { mode: 'auto' } }).yaml(KIND)).toMatchSnapshot();
  });

  test('is left out where nothing is said of it', () => {
    expect(backendObjects({ replicas: 3 }).names(KIND)).toEqual([]);
  });

  test.each([
    ['recommend', 'Off'],
    ['initial', 'Initial'],
    ['auto', 'InPlaceOrRecreate'],
  ] as const)('does with mode %s what the VPA calls %s', (mode, updateMode) => {
    expect(vertical({ mode })).toHaveProperty('spec.updatePolicy', { updateMode });
  });

  test('sizes a single pod too, which the updater leaves alone by itself', () => {
    expect(vertical({ mode: 'auto' }, 1)).toHaveProperty('spec.updatePolicy.minReplicas', 1);
  });

  test('sizes what it is told, between what it is told', () => {
    const scaling: VerticalScaling = {
      mode: 'initial',
      resources: ['memory'],
      min: { memory: '128Mi' },
      max: { memory: '384Mi' },
    };
    expect(vertical(scaling)).toHaveProperty('spec.resourcePolicy.containerPolicies.0', {
      containerName: 'backend',
      mode: 'Auto',
      controlledResources: ['memory'],
      controlledValues: 'RequestsOnly',
      minAllowed: { memory: '128Mi' },
      maxAllowed: { memory: '384Mi' },
    });
  });

  test('leaves alone what stands beside the container, such as a proxy', () => {
    expect(vertical({ mode: 'auto' })).toHaveProperty('spec.resourcePolicy.containerPolicies.1', {
      containerName: '*',
      mode: 'Off',
    });
  });
});
