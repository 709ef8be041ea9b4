export { Connections } from './connections';
export { AUTOSCALING_DEFAULTS, WORKLOAD_DEFAULTS } from './defaults';
export { Workload } from './workload';
export type { WorkloadProps } from './workload-props';
