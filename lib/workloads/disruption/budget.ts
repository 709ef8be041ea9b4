import * as k8s from 'cdk8s-plus-28/lib/imports/k8s';
import type { Construct } from 'constructs';
import { maxReplicas } from '../../core/model/scaling';
import { replicasOf } from '../../core/model/workload-spec';
import { WORKLOAD_DEFAULTS } from '../defaults';
import { objectMetadata, type WorkloadContext } from '../workload-props';

/** Lets nodes be drained one pod of the workload at a time. What never runs twice needs no such order. */
export function addDisruptionBudget(scope: Construct, context: WorkloadContext): void {
  if (maxReplicas(replicasOf(context) ?? WORKLOAD_DEFAULTS.replicas) < 2) return;
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
