import { utilizationTargets } from '../../../lib/workloads/scaling/utilization-targets';
import { PODS } from './scaling-samples';

describe('the use of CPU and memory that an autoscaler aims for', () => {
  test('is the default where nothing is said', () => {
    expect(utilizationTargets({})).toEqual({ cpu: 70, memory: 80 });
    expect(utilizationTargets({ metrics: {} })).toEqual({ cpu: 70, memory: 80 });
  });

  test('is what is said', () => {
    expect(utilizationTargets({ cpuUtilizationPercent: 50 })).toEqual({ cpu: 50 });
    expect(utilizationTargets({ memoryUtilizationPercent: 60 })).toEqual({ memory: 60 });
  });

  test('is none where metrics are followed instead', () => {
    expect(utilizationTargets({ metrics: { requests: PODS } })).toEqual({});
  });

  test('stands beside metrics where both are named', () => {
    expect(utilizationTargets({ memoryUtilizationPercent: 60, metrics: { requests: PODS } })).toEqual({ memory: 60 });
  });
});
