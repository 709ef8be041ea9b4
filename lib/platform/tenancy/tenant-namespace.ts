import * as k8s from 'cdk8s-plus-28/lib/imports/k8s';
import { Construct } from 'constructs';

/** Version of the Pod Security standards that namespaces are held to. */
const POD_SECURITY_VERSION = 'v1.35';

export interface TenantNamespaceProps {
  readonly name: string;
  /**
   * Labels besides those of Pod Security, such as the one that puts the mesh's sidecars in.
   *
   * @default {}
   */
  readonly labels?: Readonly<Record<string, string>>;
}

/** A namespace whose pods must satisfy Pod Security `restricted`. */
export class TenantNamespace extends Construct {
  constructor(scope: Construct, id: string, props: TenantNamespaceProps) {
    super(scope, id);
    new k8s.KubeNamespace(this, 'Resource', {
      metadata: { name: props.name, labels: { ...props.labels, ...podSecurityLabels() } },
    });
  }
}

/** Labels that hold a namespace to Pod Security `restricted`. */
export function podSecurityLabels(): Record<string, string> {
  return Object.fromEntries(
    ['enforce', 'audit', 'warn'].flatMap((mode) => [
      [`pod-security.kubernetes.io/${mode}`, 'restricted'],
      [`pod-security.kubernetes.io/${mode}-version`, POD_SECURITY_VERSION],
    ]),
  );
}
