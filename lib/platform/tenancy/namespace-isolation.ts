import { Construct } from 'constructs';
import type { Mesh } from '../mesh/mesh';
import { allowEgress, denyAll } from '../network/network-policy';
import { DNS_PEER } from '../network/peer';

export interface NamespaceIsolationProps {
  readonly namespace: string;
  /** @default - no mesh runs in the namespace */
  readonly mesh?: Mesh;
}

/** Denies all traffic of a namespace, save what every pod needs: names resolved, and the mesh's control plane. */
export class NamespaceIsolation extends Construct {
  constructor(scope: Construct, id: string, props: NamespaceIsolationProps) {
    super(scope, id);
    denyAll(this, 'DefaultDeny', props.namespace);
    allowEgress(this, 'Dns', {
      name: 'allow-dns',
      namespace: props.namespace,
      selector: {},
      to: DNS_PEER,
      ports: [
        { port: 53, protocol: 'UDP' },
        { port: 53, protocol: 'TCP' },
      ],
    });
    if (props.mesh !== undefined) {
      allowEgress(this, 'MeshControlPlane', {
        name: 'allow-mesh-control-plane',
        namespace: props.namespace,
        selector: {},
        to: props.mesh.controlPlane.peer,
        ports: [{ port: props.mesh.controlPlane.port }],
      });
    }
  }
}
