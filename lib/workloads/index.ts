export { Connections } from './connections/connections';
export { AUTOSCALING_DEFAULTS, WORKLOAD_DEFAULTS } from './defaults';
export { Workload } from './workload';
export type { WorkloadProps } from './workload-props';
