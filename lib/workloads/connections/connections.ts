import { Construct } from 'constructs';
import { ConstructError, refuse, type Refusal } from '../../core/errors';
import { parseExternalHost, type ExternalHost } from '../../core/external-host';
import type { Acceptance, NamespaceConnection } from '../../core/model/connection';
import { transport } from '../../core/model/port';
import type { Permission } from '../../core/service-identity';
import { PROMETHEUS_PEER } from '../../platform/network/peer';
import { meshOf } from '../mesh-part';
import { onHostNetwork } from '../pod/host-access';
import type { WorkloadContext } from '../workload-props';
import { allowEgressToApiServer, apiServerRanges } from './api-server';
import { cloudHosts, connectToCloud } from './cloud-connection';
import {
  acceptanceRefusals,
  externalRefusal,
  hostNetworkRefusal,
  meshRefusal,
  namespaceConnectionRefusals,
  unknownPort,
  targetRefusal,
  tcpRefusal,
  twiceRefusal,
} from './connection-validation';
import { connectToExternal } from './external-connection';
import { connectGateway } from './gateway-connection';
import { connectionName } from './names';
import { connectFromNamespace, connectToNamespace } from './namespace-connection';
import { API_SERVER_HOST, serviceHost, serviceHosts } from './service-hosts';
import { connectWorkloads, openPort, type NamedPort } from './workload-connection';

/**
 * Whom a workload may talk to. Nothing is allowed until it is said here; what is said is allowed on both sides
 * of the connection, by the network and by the mesh, and the mesh shows the workload nothing else.
 *
 * Every verb throws a `ConstructError` where the connection cannot work, or is there already.
 */
export class Connections extends Construct {
  /** Hosts that the mesh shows the pods. */
  private readonly visible = new Set<string>();
  private readonly externals: ExternalHost[] = [];
  private readonly opened = new Set<string>();

  constructor(
    scope: Construct,
    id: string,
    private readonly context: WorkloadContext,
  ) {
    super(scope, id);
    const { name, namespace, selector } = context;
    const hosts = (): readonly string[] => [...this.visible].sort();
    meshOf(context)?.scope(this, 'Scope', { name, namespace, selector, hosts });
  }

  /** Lets this workload open connections to one port of another, or of itself: its pods to each other. */
  public allowTo(target: { readonly connections: Connections }, portName: string): void {
    const { connections } = target;
    const { context } = connections;
    this.refuse([hostNetworkRefusal(this.context)]);
    connections.refuse([targetRefusal(context)]);
    const port = connections.port(portName);
    this.refuse([
      meshRefusal(this.context, context, port),
      this.twice('port', portName, `to ${context.namespace}/${context.name}:${portName}`),
    ]);
    connections.refuse([connections.twiceFrom(this.context.namespace, this.context.name, portName)]);
    connectWorkloads({ scope: this, context: this.context }, { scope: connections, context }, port);
    if (transport(port.spec) === 'TCP') this.show(serviceHosts(context));
  }

  /** Lets this workload reach pods of another namespace, which is somebody else's to open. */
  public allowToNamespace(to: NamespaceConnection): void {
    const { namespace, serviceName, portNumber } = to;
    this.refuse([
      hostNetworkRefusal(this.context),
      ...namespaceConnectionRefusals(to),
      this.twice('portNumber', portNumber, `to ${namespace}/${serviceName}:${portNumber}`),
    ]);
    connectToNamespace(this.end(), to);
    this.show([serviceHost(serviceName, namespace)]);
  }

  /** Lets pods of another namespace, which run as one service account, reach one port of this workload. */
  public allowFromNamespace(from: Acceptance): void {
    this.refuse([targetRefusal(this.context), ...acceptanceRefusals(this.context, from)]);
    this.refuse([this.twiceFrom(from.namespace, from.serviceAccount, from.port)]);
    connectFromNamespace(this.end(), this.port(from.port), from);
  }

  /**
   * Lets this workload open connections to a host outside the cluster, and to no private address:
   * `allowToExternal('api.stripe.com:443')`. A name that begins with `*.` stands for names below it.
   */
  public allowToExternal(hostAndPort: string): void;
  public allowToExternal(host: string, port: number): void;
  public allowToExternal(host: string, port?: number): void {
    const external = port === undefined ? parseExternalHost(host) : { host, port };
    const named = `${external.host}:${external.port}`;
    this.refuse([
      hostNetworkRefusal(this.context),
      externalRefusal(this.context, external, this.externals),
      this.twice('external', named, `to ${named}`),
    ]);
    this.externals.push(external);
    connectToExternal(this.end(), external);
    this.show([external.host]);
  }

  /**
   * Lets the mesh's ingress gateway reach one port of this workload; the gateway's own side is opened where the
   * gateway stands. Throws where the workload takes part in no mesh.
   */
  public allowFromGateway(portName: string, methods?: readonly string[]): void {
    this.refuse([targetRefusal(this.context)]);
    const port = this.port(portName);
    const mesh = meshOf(this.context);
    this.refuse([
      mesh === undefined
        ? { property: 'mesh', rule: 'is needed to be reached by its gateway', got: undefined }
        : tcpRefusal(port, 'the gateway'),
      this.twice('port', portName, `from the gateway:${portName}`),
    ]);
    if (mesh !== undefined) connectGateway(this.end(), port, mesh.gateway, methods);
  }

  /** Lets Prometheus read the metrics of this workload, and nothing else of it. */
  public allowScraping(portName: string, path: string): void {
    const port = this.port(portName);
    this.refuse([tcpRefusal(port, 'Prometheus'), this.twice('port', portName, `from Prometheus:${portName}`)]);
    if (onHostNetwork(this.context)) return;
    const caller = { name: 'prometheus', peer: PROMETHEUS_PEER, serviceAccount: PROMETHEUS_PEER.serviceAccount };
    openPort(this.end(), port, caller, { methods: ['GET'], paths: [path] });
  }

  /**
   * Lets this workload fetch credentials of its cloud identity, and use them on the APIs that its permissions need. The
   * workload calls it by itself. Throws where it has no cluster to tell these.
   */
  public allowToCloud(permissions: readonly Permission[]): void {
    const { cluster } = this.context;
    this.refuse([
      cluster === undefined ? { property: 'cluster', rule: 'is needed to reach its cloud', got: undefined } : undefined,
      this.twice('permissions', permissions.map(({ action }) => action).join(), 'to the cloud'),
    ]);
    if (cluster === undefined || onHostNetwork(this.context)) return;
    const hosts = cloudHosts(cluster, permissions);
    connectToCloud(this.end(), cluster, hosts);
    this.show(hosts);
  }

  /** Lets this workload reach the API server. The workload calls it by itself where it has `apiAccess`. */
  public allowToApiServer(): void {
    const { name, namespace, selector, cluster } = this.context;
    this.refuse([this.twice('apiAccess', 'the API server', 'to the API server')]);
    if (onHostNetwork(this.context)) return;
    allowEgressToApiServer(this, 'ToApiServer', {
      name: connectionName(name, 'to', 'api', 'server'),
      namespace,
      selector,
      ...apiServerRanges(cluster),
    });
    this.show([API_SERVER_HOST]);
  }

  private end(): { readonly scope: Connections; readonly context: WorkloadContext } {
    return { scope: this, context: this.context };
  }

  private show(hosts: readonly string[]): void {
    for (const host of hosts) this.visible.add(host);
  }

  private port(name: string): NamedPort {
    const spec = this.context.ports[name];
    if (spec !== undefined) return { name, spec };
    throw new ConstructError(this.node.path, [unknownPort(this.context, name)]);
  }

  /** Refuses what was opened before, and remembers it. */
  private twice(property: string, got: string | number, connection: string): Refusal | undefined {
    const refusal = twiceRefusal(property, got, this.opened.has(connection));
    this.opened.add(connection);
    return refusal;
  }

  private twiceFrom(namespace: string, serviceAccount: string, portName: string): Refusal | undefined {
    return this.twice('port', portName, `from ${namespace}/${serviceAccount}:${portName}`);
  }

  private refuse(refusals: readonly (Refusal | undefined)[]): void {
    refuse(this.node.path, refusals);
  }
}
