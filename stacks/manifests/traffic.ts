import type { Construct } from 'constructs';
import { ConstructError } from '../../lib/core/errors';
import { servicePort } from '../../lib/core/model/port';
import type { ServiceModel, SystemModel } from '../../lib/core/model/system-model';
import { gatewaySplits, IstioGateway, type GatewayRoute } from '../../lib/platform/mesh/istio-gateway';
import type { Mesh } from '../../lib/platform/mesh/mesh';
import type { SplitRoutes } from '../../lib/platform/mesh/traffic-split';
import { gatewayShare } from '../../lib/workloads/rollouts/gateway-share';
import { COMPONENT_ORDER, component } from './component';

/** Whether any service is reached from outside. */
export function exposes(model: SystemModel): boolean {
  return Object.values(model.services).some((service) => (service.exposure ?? []).length > 0);
}

/** Kubernetes Secret with the certificate of the system's hosts. */
export function tlsSecretName(model: SystemModel): string {
  return `${model.name}-tls`;
}

/** The gateway with the hosts of all exposed services. Throws where the system has no certificate for them. */
export function addTraffic(scope: Construct, model: SystemModel, mesh: Mesh): void {
  if (model.tls === undefined) {
    const rule = 'is needed for the hosts of exposed services';
    throw new ConstructError(`${model.name}-${model.environment}`, [{ property: 'tls', rule, got: undefined }]);
  }
  const chart = component(scope, COMPONENT_ORDER.traffic, 'traffic', model);
  new IstioGateway(chart, 'Gateway', {
    name: `${model.name}-gateway`,
    namespace: model.namespace,
    domain: model.domain,
    routes: Object.values(model.services).flatMap(routes),
    tlsSecret: tlsSecretName(model),
    mesh,
  });
}

/** Routes of the gateway in which a service shares its requests with its new version; empty where it has none. */
export function sharedRoutes({ domain, services }: SystemModel, service: ServiceModel): readonly SplitRoutes[] {
  if (!routes(service).some(({ canaryService }) => canaryService !== undefined)) return [];
  return gatewaySplits({ domain, routes: Object.values(services).flatMap(routes) }, service.name);
}

function routes(service: ServiceModel): readonly GatewayRoute[] {
  return (service.exposure ?? []).map(({ port, methods, ...exposure }) => {
    const spec = service.ports?.[port];
    if (spec === undefined) {
      const rule = 'must be a port of the service';
      throw new ConstructError(service.name, [{ property: 'exposure.port', rule, got: port }]);
    }
    const share = 'rollout' in service ? gatewayShare(service, port) : {};
    return { ...exposure, service: service.name, servicePort: servicePort(spec), ...share };
  });
}
