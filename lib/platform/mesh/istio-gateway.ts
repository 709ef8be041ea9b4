import { Construct } from 'constructs';
import {
  Gateway,
  GatewaySpecServersTlsMinProtocolVersion,
  GatewaySpecServersTlsMode,
  VirtualService,
  type VirtualServiceSpecHttp,
} from '../../../imports/istio-networking.istio.io';
import { type Exposure } from '../../core/model/exposure';
import { destination, splitDestinations } from './istio-splitting';
import type { Mesh } from './mesh';
import type { SplitRoutes } from './traffic-split';

/** One service behind a gateway. */
export interface GatewayRoute extends Omit<Exposure, 'port' | 'methods'> {
  /** Name of the Kubernetes Service in the gateway's namespace. */
  readonly service: string;
  /** Port of that Service. */
  readonly servicePort: number;
  /**
   * Service of a new version, with the same port, to which an engine moves some of the requests.
   *
   * @default - all requests go to the Service
   */
  readonly canaryService?: string;
  /**
   * VirtualService in the gateway's namespace that routes the requests instead, as an engine writes it.
   *
   * @default - this route says where requests go
   */
  readonly delegate?: string;
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

  private addVirtualService(props: IstioGatewayProps, host: string, routes: readonly NamedRoute[]): void {
    new VirtualService(this, host, {
      metadata: { name: objectName(host), namespace: props.namespace },
      spec: { hosts: [host], gateways: [props.name], http: routes.map((route) => httpRoute(route, props.namespace)) },
    });
  }
}

/** Routes of a gateway in which a Service shares its requests with that of a new version. */
export function gatewaySplits(
  gateway: Pick<IstioGatewayProps, 'domain' | 'routes'>,
  service: string,
): readonly SplitRoutes[] {
  return [...routesByHost(gateway)].flatMap(([host, routes]) => {
    const split = routes.filter((route) => route.service === service && route.canaryService !== undefined);
    return split.length === 0 ? [] : [{ name: objectName(host), routes: split.map(({ name }) => name) }];
  });
}

/** A route with a name of its own in its VirtualService, which engines find it by. */
type NamedRoute = GatewayRoute & { readonly name: string };

function routesByHost({
  domain,
  routes,
}: Pick<IstioGatewayProps, 'domain' | 'routes'>): ReadonlyMap<string, readonly NamedRoute[]> {
  const hosts = [...new Set(routes.map((route) => route.host))].sort();
  return new Map(
    hosts.map((host) => [
      `${host}.${domain}`,
      named(routes.filter((route) => route.host === host).sort((a, b) => prefix(b).length - prefix(a).length)),
    ]),
  );
}

/** The first route of a service has its name, the others a number besides, as far as it is free. */
function named(routes: readonly GatewayRoute[]): readonly NamedRoute[] {
  const taken = new Set(routes.map(({ service }) => service));
  const seen = new Set<string>();
  return routes.map((route) => {
    const { service } = route;
    if (!seen.has(service)) {
      seen.add(service);
      return { ...route, name: service };
    }
    let count = 2;
    while (taken.has(`${service}-${count}`)) count += 1;
    const name = `${service}-${count}`;
    taken.add(name);
    return { ...route, name };
  });
}

function objectName(host: string): string {
  return host.replaceAll('.', '-');
}

function httpRoute(route: NamedRoute, namespace: string): VirtualServiceSpecHttp {
  const { name, timeoutSeconds, retries } = route;
  return {
    name,
    match: [{ uri: { prefix: prefix(route) } }],
    ...target(route, namespace),
    ...(timeoutSeconds === undefined ? {} : { timeout: `${timeoutSeconds}s` }),
    ...(retries === undefined
      ? {}
      : { retries: { attempts: retries.attempts, perTryTimeout: `${retries.perTryTimeoutSeconds}s` } }),
  };
}

function target(
  { service, servicePort: port, canaryService, delegate }: GatewayRoute,
  namespace: string,
): Pick<VirtualServiceSpecHttp, 'route' | 'delegate'> {
  if (delegate !== undefined) return { delegate: { name: delegate, namespace } };
  if (canaryService === undefined) return { route: [destination(service, namespace, port)] };
  return { route: splitDestinations({ service, canaryService, namespace, port }) };
}

function prefix(route: GatewayRoute): string {
  return route.path ?? '/';
}
