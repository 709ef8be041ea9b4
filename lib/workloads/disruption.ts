import * as k8s from 'cdk8s-plus-28/lib/imports/k8s';
import type { Construct } from 'constructs';
import { minReplicas } from '../core/model/scaling';
import { WORKLOAD_DEFAULTS } from './defaults';
import { objectMetadata, type WorkloadContext } from './workload-props';

/**
 * Lets a node be drained one pod of the workload at a time. A single replica has no budget: it could only
 * forbid draining altogether.
 */
export function addDisruptionBudget(scope: Construct, context: WorkloadContext): void {
  if (minReplicas(context.replicas ?? WORKLOAD_DEFAULTS.replicas) < 2) return;
  new k8s.KubePodDisruptionBudget(scope, 'DisruptionBudget', {
    metadata: objectMetadata(context),
    spec: {
      maxUnavailable: k8s.IntOrString.fromNumber(1),
      selector: { matchLabels: context.selector },
      // A pod that never became ready must not keep its node from being drained.
      unhealthyPodEvictionPolicy: 'AlwaysAllow',
    },
  });
}
