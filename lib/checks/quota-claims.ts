import { quantityBytes } from '../core/quantity';
import { claimClass, claimsOf, claimSize, type Claim } from './claims';
import { primaries } from './flagger';
import type { ClusterOutput } from './output';
import { largestNumber, surge } from './pod-numbers';
import { namespaceOf, pods, type Pods } from './pods';

/** `requests.storage` and `persistentvolumeclaims`, of every class or of one that stands before. */
const CLAIM_KEY = /^(?:(.+)\.storageclass\.storage\.k8s\.io\/)?(requests\.storage|persistentvolumeclaims)$/;

/** Whether a key of a quota bounds claims for storage. */
export function isClaimKey(key: string): boolean {
  return CLAIM_KEY.test(key);
}

/**
 * What the claims of a namespace need under a key of a quota, in bytes or pieces: those of replicas stay as long as
 * the largest number was there once, those of a pod come with each.
 */
export function claimAmount(cluster: ClusterOutput, namespace: string, key: string): number {
  const [, storageClass, counted] = CLAIM_KEY.exec(key) ?? [];
  const each = (claim: Claim): number => {
    if (storageClass !== undefined && claimClass(claim) !== storageClass) return 0;
    return counted === 'persistentvolumeclaims' ? 1 : (quantityBytes(claimSize(claim)) ?? 0);
  };
  const sum = (claims: readonly Claim[], wanted: Claim['each']): number =>
    claims.filter((claim) => claim.each === wanted).reduce((total, claim) => total + each(claim), 0);
  const own = cluster.manifests
    .filter(({ manifest }) => namespaceOf(manifest) === namespace)
    .reduce((total, { manifest }) => total + sum(claimsOf(manifest), 'once'), 0);
  const perPod = (pod: Pods): number => {
    const claims = claimsOf(pod.file.manifest);
    const replicas = largestNumber(cluster, pod);
    return sum(claims, 'replica') * replicas + sum(claims, 'pod') * (replicas + surge(pod, replicas));
  };
  return [...pods(cluster.manifests), ...primaries(cluster.manifests)]
    .filter((pod) => pod.namespace === namespace)
    .reduce((total, pod) => total + perPod(pod), own);
}
