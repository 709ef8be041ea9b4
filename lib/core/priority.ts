/** How important a pod is when nodes are full. Higher ones push lower ones out. */
export const PRIORITIES = ['critical', 'high', 'standard', 'low'] as const;
export type Priority = (typeof PRIORITIES)[number];

/** A PriorityClass of Kubernetes. */
export interface PriorityClassSpec {
  readonly value: number;
  readonly preemptionPolicy: 'PreemptLowerPriority' | 'Never';
  readonly description: string;
}

/**
 * What each priority stands for. Kubernetes keeps everything above one billion for itself; pods without a class
 * have 0, so that `low` comes after them.
 */
export const PRIORITY_CLASSES: Readonly<Record<Priority, PriorityClassSpec>> = {
  critical: {
    value: 1_000_000,
    preemptionPolicy: 'PreemptLowerPriority',
    description: 'Without it the system as a whole is down: databases, quorums.',
  },
  high: {
    value: 100_000,
    preemptionPolicy: 'PreemptLowerPriority',
    description: 'What people wait for: APIs and what they ask.',
  },
  standard: {
    value: 1_000,
    preemptionPolicy: 'PreemptLowerPriority',
    description: 'What can wait for a node to be added.',
  },
  low: {
    value: -1_000,
    preemptionPolicy: 'Never',
    description: 'What gives way to everything else and is taken up again later.',
  },
};

/** Name of the PriorityClass on every cluster. */
export function priorityClassName(priority: Priority): string {
  return `priority-${priority}`;
}
