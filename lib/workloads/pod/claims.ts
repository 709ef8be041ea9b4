import * as k8s from 'cdk8s-plus-28/lib/imports/k8s';
import type { Construct } from 'constructs';
import { objectMetadata, type WorkloadContext } from '../workload-props';
import { claimSpec } from './disk';

/**
 * Keeps a claim, and with it the data, when its manifest or the whole application is deleted: that is for people to do.
 * https://argo-cd.readthedocs.io/en/stable/user-guide/sync-options/
 * https://fluxcd.io/flux/components/kustomize/kustomizations/#prune
 */
const KEPT_ANNOTATIONS = {
  'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false',
  'kustomize.toolkit.fluxcd.io/prune': 'disabled',
} as const;

/** A claim for each disk that all pods of the workload share; those of a StatefulSet's replicas come with their pods. */
export function addClaims(scope: Construct, context: WorkloadContext): void {
  for (const [name, volume] of Object.entries(context.volumes ?? {})) {
    if (!('claim' in volume)) continue;
    new k8s.KubePersistentVolumeClaim(scope, `Claim-${name}`, {
      metadata: { ...objectMetadata(context, claimName(context, name)), annotations: { ...KEPT_ANNOTATIONS } },
      spec: claimSpec(volume.claim),
    });
  }
}

/** Name of the claim that a volume of the workload is. */
export function claimName(context: WorkloadContext, volume: string): string {
  return `${context.name}-${volume}`;
}
