import * as k8s from 'cdk8s-plus-28/lib/imports/k8s';

/** A number of pods, or a share of them such as `25%`, as Kubernetes takes it. */
export function podShare(share: number | string): k8s.IntOrString {
  return typeof share === 'number' ? k8s.IntOrString.fromNumber(share) : k8s.IntOrString.fromString(share);
}
