import type { WorkloadContext, WorkloadProps } from '../../../lib/workloads/workload-props';
import { DEPLOYMENT } from '../sample-workload';

/** The context of a workload `backend` in a namespace apart from its system's, with some properties changed. */
export function contextOf(props: Partial<WorkloadProps> = {}): WorkloadContext {
  const ports = props.ports ?? DEPLOYMENT.ports ?? {};
  const names = { name: 'backend', namespace: 'funlynk-agents', system: 'funlynk', ports };
  return { ...DEPLOYMENT, ...props, ...names, labels: {}, selector: {} } as WorkloadContext;
}
