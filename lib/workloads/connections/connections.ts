import { Construct } from 'constructs';
import { ConstructError } from '../../core/errors';
import { SERVICE_LABEL } from '../../core/labels';
import type { PortSpec } from '../../core/model/port';
import { suggest } from '../../core/nearest';
import { allowEgress, allowEgressToRange, allowIngress } from '../../platform/network/network-policy';
import { PROMETHEUS_PEER, type PodPeer } from '../../platform/network/peer';
import type { WorkloadContext } from '../workload-props';

/** Addresses that are never outside: private networks, and the cloud's metadata and link-local services. */
const NOT_EXTERNAL = ['10.0.0.0/8', '100.64.0.0/10', '169.254.0.0/16', '172.16.0.0/12', '192.168.0.0/16'];

/**
 * Whom a workload may talk to. Nothing is allowed until it is said here; what is said is allowed on both sides
 * of the connection, by the network and by the mesh.
 */
export class Connections extends Construct {
  constructor(
    scope: Construct,
    id: string,
    private readonly context: WorkloadContext,
  ) {
    super(scope, id);
  }

  /**
   * Lets this workload open connections to one port of another.
   *
   * Throws where the other has no such port, or the two are connected on it already.
   */
  public allowTo(target: { readonly connections: Connections }, portName: string): void {
    const source = this.context;
    const { context } = target.connections;
    const port = target.connections.port(portName);
    const to = `${nameSeenFrom(source, context)}-${portName}`;
    const from = nameSeenFrom(context, source);
    allowEgress(this, `To-${context.namespace}-${to}`, {
      name: `${source.name}-to-${to}`,
      namespace: source.namespace,
      selector: source.selector,
      to: podPeer(context),
      ports: [{ port: port.containerPort }],
    });
    target.connections.allowFrom(podPeer(source), from, portName);
    context.mesh?.authorize(target.connections, `Authorize-${source.namespace}-${source.name}-${portName}`, {
      name: `${context.name}-${portName}-from-${from}`,
      namespace: context.namespace,
      selector: context.selector,
      from: { namespace: source.namespace, serviceAccount: source.name },
      ports: [port.containerPort],
    });
  }

  /** Lets this workload open connections to a host outside the cluster, and to no private address. */
  public allowToExternal(host: string, port: number): void {
    const { namespace, selector, mesh } = this.context;
    const name = `${this.context.name}-to-${host.replaceAll('.', '-')}-${port}`;
    allowEgressToRange(this, `To-${host}-${port}`, {
      name,
      namespace,
      selector,
      cidr: '0.0.0.0/0',
      except: NOT_EXTERNAL,
      ports: [{ port }],
    });
    mesh?.allowExternal(this, `Host-${host}-${port}`, { name, namespace, host, port });
  }

  /**
   * Lets the mesh's ingress gateway reach one port of this workload; the gateway's own side is opened where the
   * gateway stands. Throws where the workload takes part in no mesh.
   */
  public allowFromGateway(portName: string, methods?: readonly string[]): void {
    const { name, namespace, selector, mesh } = this.context;
    const port = this.port(portName);
    if (mesh === undefined) {
      const rule = 'is needed to be reached by its gateway';
      throw new ConstructError(this.node.path, [{ property: 'mesh', rule, got: undefined }]);
    }
    this.allowFrom(mesh.gateway, 'gateway', portName);
    allowEgress(this, `FromGateway-${portName}-Egress`, {
      name: `gateway-to-${namespace}-${name}-${portName}`,
      namespace: mesh.gateway.namespace,
      selector: Object.fromEntries(Object.entries(mesh.gateway.labels).map(([key, values]) => [key, values.join()])),
      to: podPeer(this.context),
      ports: [{ port: port.containerPort }],
    });
    mesh.authorize(this, `AuthorizeGateway-${portName}`, {
      name: `${name}-${portName}-from-gateway`,
      namespace,
      selector,
      from: mesh.gateway,
      ports: [port.containerPort],
      ...(methods === undefined ? {} : { methods }),
    });
  }

  /** Lets Prometheus read the metrics of this workload, and nothing else of it. */
  public allowScraping(portName: string, path: string): void {
    const { name, namespace, selector, mesh } = this.context;
    this.allowFrom(PROMETHEUS_PEER, 'prometheus', portName);
    mesh?.authorize(this, 'AuthorizePrometheus', {
      name: `${name}-${portName}-from-prometheus`,
      namespace,
      selector,
      from: PROMETHEUS_PEER,
      ports: [this.port(portName).containerPort],
      methods: ['GET'],
      paths: [path],
    });
  }

  private allowFrom(from: PodPeer, fromName: string, portName: string): void {
    const { name, namespace, selector } = this.context;
    allowIngress(this, `From-${from.namespace}-${fromName}-${portName}`, {
      name: `${name}-${portName}-from-${fromName}`,
      namespace,
      selector,
      from,
      ports: [{ port: this.port(portName).containerPort }],
    });
  }

  private port(name: string): PortSpec {
    const port = this.context.ports[name];
    if (port === undefined) {
      const remedy = suggest(name, Object.keys(this.context.ports));
      const rule = 'must be a port of the workload';
      throw new ConstructError(this.node.path, [{ property: 'port', rule, got: name, remedy }]);
    }
    return port;
  }
}

/** Name of a workload as another's policies give it: with its namespace where that is another, as names repeat. */
function nameSeenFrom(self: WorkloadContext, other: WorkloadContext): string {
  return self.namespace === other.namespace ? other.name : `${other.namespace}-${other.name}`;
}

function podPeer(context: WorkloadContext): PodPeer {
  const name = context.selector[SERVICE_LABEL];
  return { namespace: context.namespace, labels: { [SERVICE_LABEL]: name === undefined ? [] : [name] } };
}
