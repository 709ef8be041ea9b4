import type { Construct } from 'constructs';
import {
  VirtualService,
  type VirtualServiceSpecHttp,
  type VirtualServiceSpecHttpRoute,
} from '../../../imports/istio-networking.istio.io';
import type { DelegatedSplit, MeshSplitting, SplitService, TrafficSplit } from './traffic-split';

/** What Istio calls all proxies of the mesh, gateways left out. */
const MESH_GATEWAY = 'mesh';

/** Istio's way: VirtualServices with weights, or with delegates that have them. */
export const ISTIO_SPLITTING: MeshSplitting = {
  provider: 'istio',
  split(scope, id, split) {
    const routes = Object.entries(split.ports).map(([name, port]) => ({
      ...portRoute(name, port),
      route: splitDestinations({ ...split, port }),
    }));
    addVirtualService(scope, id, split.service, split, routes);
    return { name: split.service, routes: Object.keys(split.ports) };
  },
  delegate(scope, id, split) {
    const routes = Object.entries(split.ports).map(([name, port]) => ({
      ...portRoute(name, port),
      ...(name === split.port ? delegated(split) : { route: [destination(split.service, split.namespace, port)] }),
    }));
    // The Service's own name is the delegate's.
    addVirtualService(scope, id, `${split.service}-calls`, split, routes);
  },
};

/** One port of a Service, as Istio routes to it. */
export function destination(service: string, namespace: string, port: number): VirtualServiceSpecHttpRoute {
  return { destination: { host: serviceHost(service, namespace), port: { number: port } } };
}

/** A port of two Services: all requests for the first, none for the canary's. */
export function splitDestinations(
  split: Omit<TrafficSplit, 'ports'> & { readonly port: number },
): VirtualServiceSpecHttpRoute[] {
  const { service, canaryService, namespace, port } = split;
  return [
    { ...destination(service, namespace, port), weight: 100 },
    { ...destination(canaryService, namespace, port), weight: 0 },
  ];
}

function addVirtualService(
  scope: Construct,
  id: string,
  name: string,
  { service, namespace }: SplitService,
  http: VirtualServiceSpecHttp[],
): void {
  new VirtualService(scope, id, {
    metadata: { name, namespace },
    spec: { hosts: [serviceHost(service, namespace)], gateways: [MESH_GATEWAY], http },
  });
}

function portRoute(name: string, port: number): Pick<VirtualServiceSpecHttp, 'name' | 'match'> {
  return { name, match: [{ port }] };
}

function delegated({ delegate, namespace }: DelegatedSplit): Pick<VirtualServiceSpecHttp, 'delegate'> {
  return { delegate: { name: delegate, namespace } };
}

function serviceHost(service: string, namespace: string): string {
  return `${service}.${namespace}.svc.cluster.local`;
}
