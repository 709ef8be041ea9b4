import { Construct } from 'constructs';
import {
  Gateway,
  GatewaySpecServersTlsMinProtocolVersion,
  GatewaySpecServersTlsMode,
  VirtualService,
  type VirtualServiceSpecHttp,
} from '../../../imports/istio-networking.istio.io';
import { type Exposure } from '../../core/model/exposure';
import type { Mesh } from './mesh';

/** One service behind a gateway. */
export interface GatewayRoute extends Omit<Exposure, 'port' | 'methods'> {
  /** Name of the Kubernetes Service in the gateway's namespace. */
  readonly service: string;
  /** Port of that Service. */
  readonly servicePort: number;
}

export interface IstioGatewayProps {
  readonly name: string;
  readonly namespace: string;
  readonly domain: string;
  readonly routes: readonly GatewayRoute[];
  /** Secret with the certificate, in the namespace of the gateway's pods. */
  readonly tlsSecret: string;
  readonly mesh: Mesh;
}

/**
 * Hosts of a system on the mesh's ingress gateway: TLS 1.2 at least, plain HTTP redirected, one VirtualService a
 * host, the longest path prefix first.
 */
export class IstioGateway extends Construct {
  constructor(scope: Construct, id: string, props: IstioGatewayProps) {
    super(scope, id);
    const hosts = routesByHost(props);
    this.addGateway(props, [...hosts.keys()]);
    for (const [host, routes] of hosts) this.addVirtualService(props, host, routes);
  }

  private addGateway(props: IstioGatewayProps, hosts: string[]): void {
    const selector = Object.entries(props.mesh.gateway.labels).flatMap(([key, values]) =>
      values.map((value) => [key, value] as const),
    );
    new Gateway(this, 'Resource', {
      metadata: { name: props.name, namespace: props.namespace },
      spec: {
        selector: Object.fromEntries(selector),
        servers: [
          { port: { number: 80, name: 'http', protocol: 'HTTP' }, hosts, tls: { httpsRedirect: true } },
          {
            port: { number: 443, name: 'https', protocol: 'HTTPS' },
            hosts,
            tls: {
              mode: GatewaySpecServersTlsMode.SIMPLE,
              credentialName: props.tlsSecret,
              minProtocolVersion: GatewaySpecServersTlsMinProtocolVersion.TLSV1_UNDERSCORE_2,
            },
          },
        ],
      },
    });
  }

  private addVirtualService(props: IstioGatewayProps, host: string, routes: readonly GatewayRoute[]): void {
    new VirtualService(this, host, {
      metadata: { name: host.replaceAll('.', '-'), namespace: props.namespace },
      spec: { hosts: [host], gateways: [props.name], http: routes.map((route) => httpRoute(route, props.namespace)) },
    });
  }
}

function routesByHost(props: IstioGatewayProps): ReadonlyMap<string, readonly GatewayRoute[]> {
  const hosts = [...new Set(props.routes.map((route) => route.host))].sort();
  return new Map(
    hosts.map((host) => [
      `${host}.${props.domain}`,
      props.routes.filter((route) => route.host === host).sort((a, b) => prefix(b).length - prefix(a).length),
    ]),
  );
}

function httpRoute(route: GatewayRoute, namespace: string): VirtualServiceSpecHttp {
  const { timeoutSeconds, retries } = route;
  return {
    name: route.service,
    match: [{ uri: { prefix: prefix(route) } }],
    route: [
      {
        destination: {
          host: `${route.service}.${namespace}.svc.cluster.local`,
          port: { number: route.servicePort },
        },
      },
    ],
    ...(timeoutSeconds === undefined ? {} : { timeout: `${timeoutSeconds}s` }),
    ...(retries === undefined
      ? {}
      : { retries: { attempts: retries.attempts, perTryTimeout: `${retries.perTryTimeoutSeconds}s` } }),
  };
}

function prefix(route: GatewayRoute): string {
  return route.path ?? '/';
}
