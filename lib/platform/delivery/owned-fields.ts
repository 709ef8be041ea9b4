/** Fields of a kind that somebody changes on the cluster, as Argo CD's `ignoreDifferences` names them. */
export interface OwnedFields {
  /** API group; the empty text is the core. */
  readonly group: string;
  readonly kind: string;
  /** @default [] */
  readonly jsonPointers?: readonly string[];
  /** @default [] */
  readonly jqPathExpressions?: readonly string[];
  /** Who changes them, and what for. */
  readonly reason: string;
}

/**
 * What Argo Rollouts changes of objects that stand in Git. A GitOps engine that puts them back ends a rollout halfway:
 * it has to leave them as they are, both when it compares and when it applies.
 *
 * https://argo-rollouts.readthedocs.io/en/stable/features/traffic-management/istio/#integrating-with-gitops
 */
export const ROLLOUT_OWNED_FIELDS: readonly OwnedFields[] = [
  {
    group: '',
    kind: 'Service',
    jsonPointers: ['/spec/selector/rollouts-pod-template-hash'],
    reason: 'Argo Rollouts points a Service at the pods of one version.',
  },
  {
    group: 'networking.istio.io',
    kind: 'VirtualService',
    jqPathExpressions: ['.spec.http[].route[].weight'],
    reason: 'Argo Rollouts moves the weights of the old and the new version.',
  },
];
