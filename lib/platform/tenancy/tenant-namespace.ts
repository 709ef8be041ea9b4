import * as k8s from 'cdk8s-plus-28/lib/imports/k8s';
import { Construct } from 'constructs';
import { refuse } from '../../core/errors';

/** Version of the Pod Security standards that namespaces are held to. */
const POD_SECURITY_VERSION = 'v1.35';

/** Annotation of a namespace that says why its pods may do more than Pod Security `restricted` admits. */
export const POD_SECURITY_ANNOTATION = 'gantry/pod-security';

/** Levels of Pod Security, the strictest first. https://kubernetes.io/docs/concepts/security/pod-security-standards/ */
export type PodSecurityLevel = 'restricted' | 'baseline' | 'privileged';

export interface TenantNamespaceProps {
  readonly name: string;
  /**
   * Labels besides those of Pod Security, such as the one that puts the mesh's sidecars in.
   *
   * @default {}
   */
  readonly labels?: Readonly<Record<string, string>>;
  /**
   * What pods of the namespace may do at most. A looser level than `restricted` is for a namespace that holds one agent
   * of the nodes and nothing else, for it counts for every pod there.
   *
   * @default 'restricted'
   */
  readonly podSecurity?: PodSecurityLevel;
  /**
   * Why the pods may do more, which is written on the namespace.
   *
   * @default - none, as `restricted` needs none
   */
  readonly podSecurityReason?: string;
}

/**
 * A namespace whose pods must satisfy Pod Security `restricted`, unless it is one agent's own. Throws a
 * `ConstructError` where it is looser and does not say why.
 */
export class TenantNamespace extends Construct {
  constructor(scope: Construct, id: string, props: TenantNamespaceProps) {
    super(scope, id);
    const { name, labels, podSecurity = 'restricted', podSecurityReason = '' } = props;
    const isRestricted = podSecurity === 'restricted';
    const rule = `is needed where podSecurity is '${podSecurity}'`;
    refuse(this.node.path, [
      isRestricted || podSecurityReason.trim() !== ''
        ? undefined
        : { property: 'podSecurityReason', rule, got: podSecurityReason },
    ]);
    new k8s.KubeNamespace(this, 'Resource', {
      metadata: {
        name,
        labels: { ...labels, ...podSecurityLabels(podSecurity) },
        ...(isRestricted ? {} : { annotations: { [POD_SECURITY_ANNOTATION]: podSecurityReason } }),
      },
    });
  }
}

/** Labels that hold a namespace to a level of Pod Security. */
export function podSecurityLabels(level: PodSecurityLevel = 'restricted'): Record<string, string> {
  return Object.fromEntries(
    ['enforce', 'audit', 'warn'].flatMap((mode) => [
      [`pod-security.kubernetes.io/${mode}`, level],
      [`pod-security.kubernetes.io/${mode}-version`, POD_SECURITY_VERSION],
    ]),
  );
}
