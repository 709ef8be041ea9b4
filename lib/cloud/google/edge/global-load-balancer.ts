import { ComputeGlobalAddress } from '@cdktf/provider-google/lib/compute-global-address';
import { ComputeGlobalForwardingRule } from '@cdktf/provider-google/lib/compute-global-forwarding-rule';
import { ComputeSslPolicy } from '@cdktf/provider-google/lib/compute-ssl-policy';
import { ComputeTargetHttpProxy } from '@cdktf/provider-google/lib/compute-target-http-proxy';
import { ComputeTargetHttpsProxy } from '@cdktf/provider-google/lib/compute-target-https-proxy';
import { ComputeUrlMap } from '@cdktf/provider-google/lib/compute-url-map';
import { Construct } from 'constructs';
import { refuse } from '../../../core/errors';
import { resourceNameRefusal } from '../resource-name';
import type { ICertificateMap } from './certificate-map';
import type { ICloudArmorPolicy } from './cloud-armor-policy';
import { DESTROYED_LAST } from './destroyed-last';
import { hostRefusals, hostRules, type HostRoutes } from './host-routes';
import { backendRefusals, backendServiceId, type LoadBalancerBackend } from './load-balancer-backend';

/** 63 characters, less the longest ending: `-redirect-ipv4`. */
const MAX_NAME = 49;

/** A proxy, and the port that it listens on. */
interface Target {
  readonly key: string;
  readonly port: string;
  readonly id: string;
}

/** Options shared by `GlobalLoadBalancer` and `GlobalEntrypoint`. */
export interface GlobalLoadBalancerOptions {
  /** Project id. */
  readonly project: string;
  /** Beginning of the names of all that belongs to the load balancer, of up to 49 characters. */
  readonly name: string;
  /** Hosts, each with where its requests go. A request for another host gets a 404, and reaches no cluster. */
  readonly hosts: HostRoutes;
  /** What requests are sent to, by name. */
  readonly backends: Readonly<Record<string, LoadBalancerBackend>>;
  /**
   * Whether clients can also come over IPv6. Pods are spoken to over IPv4 all the same.
   *
   * @default false
   */
  readonly ipv6?: boolean;
  /**
   * Whether plain HTTP is answered with a redirect (301) to HTTPS, rather than not at all.
   *
   * @default true
   */
  readonly httpRedirect?: boolean;
  /**
   * Cipher suites for clients; TLS is 1.2 or 1.3 with each. `MODERN` also lets in some older clients.
   * https://cloud.google.com/load-balancing/docs/ssl-policies-concepts
   *
   * @default 'RESTRICTED'
   */
  readonly sslProfile?: 'MODERN' | 'RESTRICTED';
  /**
   * Whether Terraform refuses to destroy the addresses, which people outside may have written down.
   *
   * @default true
   */
  readonly deletionProtection?: boolean;
}

/** Properties for `GlobalLoadBalancer`. */
export interface GlobalLoadBalancerProps extends GlobalLoadBalancerOptions {
  /** Certificates by host. */
  readonly certificateMap: ICertificateMap;
  /** Policy that requests are filtered by, unless a backend has one of its own. */
  readonly securityPolicy: ICloudArmorPolicy;
}

/**
 * A global external application load balancer over clusters in several regions. A request goes to the nearest region
 * with healthy pods that have room, and to the next one otherwise: a region that is lost, or drained, is made up for
 * by the others within seconds, without a change in DNS.
 */
export class GlobalLoadBalancer extends Construct {
  /** IPv4 address, known once created. */
  public readonly ipv4Address: string;
  /** IPv6 address, known once created. Only with `ipv6`. */
  public readonly ipv6Address?: string;
  private readonly project: string;
  private readonly name: string;

  constructor(scope: Construct, id: string, props: GlobalLoadBalancerProps) {
    super(scope, id);

    const { project, name, hosts, backends } = props;
    refuse(this.node.path, [
      resourceNameRefusal('name', name, MAX_NAME),
      ...Object.entries(backends).flatMap(([key, backend]) => backendRefusals(`backends.${key}`, key, backend)),
      ...hostRefusals(hosts, Object.keys(backends)),
    ]);

    this.project = project;
    this.name = name;
    const services = new Map(
      Object.entries(backends).map(([key, backend]) => [key, backendServiceId(this, key, props, backend)]),
    );
    const targets: Target[] = [
      { key: 'https', port: '443', id: this.httpsProxy(props, services) },
      ...((props.httpRedirect ?? true) ? [{ key: 'redirect', port: '80', id: this.redirectProxy() }] : []),
    ];
    const deletionProtection = props.deletionProtection ?? true;
    this.ipv4Address = this.listen('ipv4', targets, deletionProtection);
    if (props.ipv6 ?? false) this.ipv6Address = this.listen('ipv6', targets, deletionProtection);
  }

  private httpsProxy(props: GlobalLoadBalancerProps, services: ReadonlyMap<string, string>): string {
    const { project, name } = this;
    const urlMap = new ComputeUrlMap(this, 'UrlMap', { project, name, ...hostRules(props.hosts, services) });
    const sslPolicy = new ComputeSslPolicy(this, 'SslPolicy', {
      ...{ project, name },
      profile: props.sslProfile ?? 'RESTRICTED',
      minTlsVersion: 'TLS_1_2',
      lifecycle: DESTROYED_LAST,
    });
    return new ComputeTargetHttpsProxy(this, 'Resource', {
      ...{ project, name },
      urlMap: urlMap.id,
      certificateMap: `//certificatemanager.googleapis.com/${props.certificateMap.id}`,
      sslPolicy: sslPolicy.id,
      dependsOn: [...props.certificateMap.dependables],
    }).id;
  }

  private redirectProxy(): string {
    const { project } = this;
    const name = `${this.name}-redirect`;
    const urlMap = new ComputeUrlMap(this, 'RedirectUrlMap', {
      ...{ project, name },
      defaultUrlRedirect: {
        httpsRedirect: true,
        redirectResponseCode: 'MOVED_PERMANENTLY_DEFAULT',
        stripQuery: false,
      },
    });
    return new ComputeTargetHttpProxy(this, 'RedirectProxy', { project, name, urlMap: urlMap.id }).id;
  }

  /** Reserves an address, and has the targets listen on it. */
  private listen(version: 'ipv4' | 'ipv6', targets: readonly Target[], preventDestroy: boolean): string {
    const { project } = this;
    const address = new ComputeGlobalAddress(this, `address-${version}`, {
      project,
      name: `${this.name}-${version}`,
      addressType: 'EXTERNAL',
      ipVersion: version.toUpperCase(),
      lifecycle: { preventDestroy },
    });
    for (const { key, port, id } of targets) {
      new ComputeGlobalForwardingRule(this, `${key}-${version}`, {
        project,
        name: `${this.name}-${key}-${version}`,
        loadBalancingScheme: 'EXTERNAL_MANAGED',
        ipProtocol: 'TCP',
        ipAddress: address.id,
        portRange: port,
        target: id,
      });
    }
    return address.address;
  }
}
