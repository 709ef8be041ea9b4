import type { Cluster } from '../../lib/core/cluster';
import { transport } from '../../lib/core/model/port';
import type { ServiceModel } from '../../lib/core/model/system-model';
import { isWithin } from './address';
import type { Host, Port } from './network';

/** Whom a host stands for, as the model knows it. */
export type Role =
  | { readonly kind: 'service'; readonly service: ServiceModel }
  | { readonly kind: 'gateway' | 'prometheus' | 'dns' | 'control-plane' | 'collector' | 'stranger' | 'tenant' }
  /** Outside the cluster, under a name where it has one. */
  | { readonly kind: 'outside'; readonly hostName?: string };

/** A host with its role. */
export type Actor = Host & { readonly role: Role };

const CREDENTIALS = 'credentials';

/** What the model says of a connection; everything that it does not name is denied. */
export class Declared {
  constructor(private readonly cluster: Cluster) {}

  /** Whether the model lets one reach a port of the other. */
  public allows(from: Actor, to: Actor, port: Port): boolean {
    switch (from.role.kind) {
      case 'service':
        return this.allowsService(from.role.service, to, port);
      case 'gateway':
        return this.isInfrastructure(to, port) || this.isExposed(to, port);
      case 'prometheus':
        return this.isScraped(to, port);
      case 'tenant':
        return this.isInfrastructure(to, port);
      default:
        return this.isAccepted(from, to, port);
    }
  }

  private allowsService(from: ServiceModel, to: Actor, port: Port): boolean {
    if (to.role.kind === 'service') return this.isConnected(from, to.role.service, port);
    if (to.role.kind === 'collector') return from.telemetry?.traces !== undefined && isTcp(port, 4317);
    if (to.role.kind === 'outside') return this.reachesOutside(from, to.address, to.role.hostName, port);
    return this.isInfrastructure(to, port);
  }

  private isConnected(from: ServiceModel, to: ServiceModel, port: Port): boolean {
    return (from.connectsTo ?? []).some((connection) => {
      if (!('service' in connection) || connection.service !== to.name) return false;
      const spec = to.ports?.[connection.port];
      return spec !== undefined && spec.containerPort === port.number && transport(spec) === port.protocol;
    });
  }

  private reachesOutside(from: ServiceModel, address: string, hostName: string | undefined, port: Port): boolean {
    const { permissions = [], apiAccess = [], connectsTo = [] } = from;
    const { credentialEndpoint, apiServerRanges, cloudApiRanges } = this.cluster;
    if (port.protocol !== 'TCP') return false;
    if (isWithin(address, credentialEndpoint.cidr))
      return permissions.length > 0 && port.number === credentialEndpoint.port;
    if (apiAccess.length > 0 && port.number === 443 && apiServerRanges.some((range) => isWithin(address, range)))
      return true;
    if (permissions.length > 0 && port.number === 443 && cloudApiRanges.some((range) => isWithin(address, range)))
      return true;
    if (hostName === CREDENTIALS || isPrivate(address)) return false;
    const hosts = [
      ...connectsTo.flatMap((it) => ('external' in it ? [{ host: it.external, port: it.portNumber }] : [])),
      ...permissions.flatMap((it) => this.cluster.cloudApiHosts(it).map((host) => ({ host, port: 443 }))),
    ];
    const reached = hosts.filter((it) => it.port === port.number);
    // Without policies that take names, the network knows ports alone, and the mesh tells the hosts.
    return this.namesHosts(from) ? reached.some(({ host }) => matches(host, hostName)) : reached.length > 0;
  }

  /** Whether the network itself tells hosts apart for a service: GKE's policies do not go with a mesh. */
  private namesHosts({ placement }: ServiceModel): boolean {
    const { fqdnPolicies } = this.cluster;
    return fqdnPolicies === 'cilium' || (fqdnPolicies === 'gke' && placement?.sandbox === true);
  }

  private isExposed(to: Actor, port: Port): boolean {
    if (to.role.kind !== 'service') return false;
    const { exposure = [], ports = {} } = to.role.service;
    return exposure.some((it) => isTcp(port, ports[it.port]?.containerPort));
  }

  private isScraped(to: Actor, port: Port): boolean {
    if (to.role.kind !== 'service') return false;
    const { telemetry, ports = {} } = to.role.service;
    const metrics = telemetry?.metrics;
    if (isJudgedByRequests(to.role.service) && isTcp(port, PROXY_METRICS_PORT)) return true;
    return metrics !== undefined && isTcp(port, ports[metrics.port]?.containerPort);
  }

  private isAccepted(from: Actor, to: Actor, port: Port): boolean {
    if (to.role.kind !== 'service') return false;
    const { acceptsFrom = [], ports = {} } = to.role.service;
    return acceptsFrom.some(
      (it) =>
        it.namespace === from.pod?.namespace &&
        Object.entries(it.labels ?? {}).every(([key, value]) => from.pod?.labels[key] === value) &&
        isTcp(port, ports[it.port]?.containerPort),
    );
  }

  /** What every pod of the system's namespaces needs. */
  private isInfrastructure(to: Actor, port: Port): boolean {
    if (to.role.kind === 'dns') return port.number === 53;
    return to.role.kind === 'control-plane' && isTcp(port, 15012);
  }
}

/** Port on which a proxy tells of the requests that it passed on. */
const PROXY_METRICS_PORT = 15_090;

/** Whether new versions of a service are judged by what the mesh knows of its requests. */
function isJudgedByRequests(service: ServiceModel): boolean {
  const rollout = 'rollout' in service ? service.rollout : undefined;
  if (rollout?.strategy !== 'Canary' && rollout?.strategy !== 'BlueGreen') return false;
  return Object.values(rollout.analysis.metrics).some(({ kind }) => kind !== 'prometheus');
}

function isTcp({ number, protocol }: Port, wanted: number | undefined): boolean {
  return protocol === 'TCP' && number === wanted;
}

function isPrivate(address: string): boolean {
  return ['10.0.0.0/8', '100.64.0.0/10', '169.254.0.0/16', '172.16.0.0/12', '192.168.0.0/16'].some((range) =>
    isWithin(address, range),
  );
}

/** A wildcard stands for names below it. */
function matches(pattern: string, hostName: string | undefined): boolean {
  if (hostName === undefined) return false;
  return pattern.startsWith('*.') ? hostName.endsWith(pattern.slice(1)) : pattern === hostName;
}
