import { CONTAINER_INSIGHTS_URL, type EksAlarmRule, insightsCondition, insightsMetric } from './eks-alarm-rule';

const BASE = { needs: 'Container Insights', source: CONTAINER_INSIGHTS_URL } as const;
const QUARTER_HOUR_SECONDS = 900;

/** Alarms on what runs in the cluster, whatever its namespace. */
export const WORKLOAD_ALARMS = {
  'container-restarting': {
    ...BASE,
    title: 'Restarts of containers',
    summary: 'Containers restart again and again',
    unit: 'restarts in a quarter of an hour',
    threshold: 10,
    condition: (cluster) => ({
      watched: {
        kind: 'metric',
        ...insightsMetric(cluster, 'pod_number_of_container_restarts', 'Sum'),
        periodSeconds: QUARTER_HOUR_SECONDS,
      },
      evaluationPeriods: 1,
    }),
    runbook:
      'All containers of the cluster together restarted more often than that. `kubectl get pods -A` shows which; `kubectl logs --previous` shows the last words of one.',
  },
  'container-crash-looping': {
    ...BASE,
    title: 'Containers that crash and crash again',
    summary: 'A container does not start any more',
    unit: 'containers',
    threshold: 0,
    condition: insightsCondition('pod_container_status_waiting_reason_crash_loop_back_off', 'Maximum', 3),
    runbook:
      'For a quarter of an hour Kubernetes has waited ever longer before it tries again. Look at `kubectl logs --previous` of pods in `CrashLoopBackOff`, and at what was rolled out last.',
  },
  'container-image-missing': {
    ...BASE,
    title: 'Images that cannot be pulled',
    summary: 'An image cannot be pulled',
    unit: 'containers',
    threshold: 0,
    condition: insightsCondition('pod_container_status_waiting_reason_image_pull_error', 'Maximum', 3),
    runbook:
      'The image or its tag does not exist, the node may not pull it, or the registry cannot be reached. The events in `kubectl describe pod` say which.',
  },
  'container-out-of-memory': {
    ...BASE,
    title: 'Containers killed for want of memory',
    summary: 'A container was killed for want of memory',
    unit: 'containers',
    threshold: 0,
    condition: insightsCondition('pod_container_status_terminated_reason_oom_killed', 'Maximum', 1),
    runbook:
      'The container used more than its limit, or the node ran out of memory. Compare its use with the limit over some days: either the limit is too low, or the program leaks.',
  },
  'container-memory-near-limit': {
    ...BASE,
    title: 'Memory of pods, of their limits',
    summary: 'A pod is about to be killed for want of memory',
    unit: 'percent of the limit',
    threshold: 95,
    condition: insightsCondition('pod_memory_utilization_over_pod_limit', 'Maximum', 2),
    runbook:
      'A pod has been so close to its memory limit for ten minutes. Raise the limit, or find what it keeps. Pods without a limit are not seen here.',
  },
  'pod-pending': {
    ...BASE,
    title: 'Pods that wait',
    summary: 'A pod waits to start',
    unit: 'pods',
    threshold: 0,
    condition: insightsCondition('pod_status_pending', 'Maximum', 3),
    runbook:
      'A pod has waited for a quarter of an hour: for a node, a volume, a secret or an image. The events in `kubectl describe pod` say for which.',
  },
  'deployment-unavailable': {
    ...BASE,
    title: 'Replicas that Deployments lack',
    summary: 'A Deployment lacks replicas',
    unit: 'replicas',
    threshold: 0,
    condition: insightsCondition('status_replicas_unavailable', 'Maximum', 3),
    runbook:
      'Fewer replicas have been available for a quarter of an hour than were asked for. `kubectl get deployments -A` shows which; a roll-out that hangs is the usual cause.',
  },
  'daemonset-unavailable': {
    ...BASE,
    title: 'Nodes that DaemonSets lack',
    summary: 'A DaemonSet is missing on nodes',
    unit: 'nodes',
    threshold: 0,
    condition: insightsCondition('daemonset_status_number_unavailable', 'Maximum', 3),
    runbook:
      'An agent has not run on some node for a quarter of an hour, and what it does there is not done: network, volumes or logs. Look at `kubectl get daemonsets -A`.',
  },
} as const satisfies Readonly<Record<string, EksAlarmRule>>;
