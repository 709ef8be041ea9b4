import * as k8s from 'cdk8s-plus-28/lib/imports/k8s';
import { Construct } from 'constructs';
import { PRIORITIES, PRIORITY_CLASSES, priorityClassName, type Priority } from '../../core/priority';

/** Properties for `PriorityClasses`. */
export interface PriorityClassesProps {
  /** Priorities that workloads of the cluster have, in any order, as often as they occur. */
  readonly priorities: readonly Priority[];
}

/**
 * The priority classes that a cluster's workloads name, the highest first. None is the default: pods without a class stay
 * between `standard` and `low`.
 */
export class PriorityClasses extends Construct {
  constructor(scope: Construct, id: string, { priorities }: PriorityClassesProps) {
    super(scope, id);
    for (const priority of PRIORITIES.filter((known) => priorities.includes(known))) {
      const { value, preemptionPolicy, description } = PRIORITY_CLASSES[priority];
      new k8s.KubePriorityClass(this, priority, {
        metadata: { name: priorityClassName(priority) },
        value,
        preemptionPolicy,
        description,
      });
    }
  }
}
