import type { Finding } from '../core/finding';
import { containerFaults } from './container-faults';
import type { EnvironmentOutput } from './output';
import { podFaults, type SecurityFault } from './pod-faults';
import { pods, type Pods } from './pods';

/** Pod Security standards, the strictest first: https://kubernetes.io/docs/concepts/security/pod-security-standards/ */
export const LEVELS = ['restricted', 'baseline', 'privileged'] as const;
export type Level = (typeof LEVELS)[number];

/** Rule `pod-security`: every pod satisfies the Pod Security standard `restricted`. */
export function checkPodSecurity({ clusters }: EnvironmentOutput): readonly Finding[] {
  return clusters.flatMap((cluster) =>
    pods(cluster.manifests).flatMap((pod) =>
      securityFaults(pod).map(({ message, remedy }): Finding => ({
        rule: 'pod-security',
        severity: 'error',
        resource: pod.name,
        path: pod.file.path,
        message,
        remedy,
      })),
    ),
  );
}

/** The strictest standard that admits some pods. */
export function levelOf(pod: Pods): Level {
  const admitting = securityFaults(pod).map(({ admittedBy }) => admittedBy);
  return LEVELS.findLast((level) => level === 'restricted' || admitting.some((it) => it === level)) ?? 'restricted';
}

function securityFaults(pod: Pods): readonly SecurityFault[] {
  return [...podFaults(pod), ...containerFaults(pod)];
}
