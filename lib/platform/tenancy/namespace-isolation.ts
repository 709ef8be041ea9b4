import { Construct } from 'constructs';
import type { Mesh } from '../mesh/mesh';
import { allowEgress, allowEgressToRange, type AllowedPort, denyAll } from '../network/network-policy';
import { DNS_PEER, NODE_LOCAL_DNS } from '../network/peer';

/** Long answers come over TCP. */
const DNS_PORTS: readonly AllowedPort[] = [
  { port: 53, protocol: 'UDP' },
  { port: 53, protocol: 'TCP' },
];

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
    const dns = { namespace: props.namespace, selector: {}, ports: DNS_PORTS };
    allowEgress(this, 'Dns', { ...dns, name: 'allow-dns', to: DNS_PEER });
    allowEgressToRange(this, 'NodeLocalDns', { ...dns, name: 'allow-node-local-dns', cidr: NODE_LOCAL_DNS });
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
