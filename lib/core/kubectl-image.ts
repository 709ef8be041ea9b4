/**
 * Kubernetes' own image of kubectl, which holds nothing else, not even a shell. kubectl may be one minor version older or
 * newer than the cluster. https://github.com/kubernetes/kubernetes/pull/116672
 * https://kubernetes.io/releases/version-skew-policy/#kubectl
 */
export const KUBECTL_IMAGE = { repository: 'registry.k8s.io/kubectl', tag: 'v1.35.7' } as const;
