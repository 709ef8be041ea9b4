import { checkIsolation } from '../../lib/checks/isolation';
import { allowedByMesh } from '../../lib/checks/mesh-authorization';
import { allowedByNetwork } from '../../lib/checks/network-policies';
import type { EnvironmentOutput } from '../../lib/checks/output';
import type { Manifest } from '../../lib/core/manifest';
import { serviceNamespaces } from '../../lib/core/model/system-model';
import { altered, kind, withObject, without } from './break';
import { byName, generate, open } from './environments';
import {
  closedByMesh,
  closedByNetwork,
  egressGrants,
  ingressGrants,
  isMeshless,
  meshGrants,
  modelGrants,
} from './grants';

const { environments } = generate();

const SERVICE = 'app.kubernetes.io/name';

/** Somebody who may open a connection, named as in a grant. */
interface Caller {
  readonly name: string;
  readonly namespace: string;
  readonly serviceAccount: string;
  readonly labels: Readonly<Record<string, string>>;
}

const GATEWAY: Caller = {
  name: 'gateway',
  namespace: 'istio-ingress',
  serviceAccount: 'istio-ingressgateway',
  labels: { istio: 'ingressgateway' },
};
const PROMETHEUS: Caller = {
  name: 'prometheus',
  namespace: 'monitoring',
  serviceAccount: 'prometheus',
  labels: { [SERVICE]: 'prometheus' },
};
const STRANGER: Caller = { name: 'stranger', namespace: 'somewhere', serviceAccount: 'default', labels: { app: 'x' } };

function callersOf(model: EnvironmentOutput['model']): readonly Caller[] {
  const own = Object.values(model.services).map(({ name, namespace }) => ({
    name,
    namespace,
    serviceAccount: name,
    labels: { [SERVICE]: name },
  }));
  const strangers = serviceNamespaces(model).map((namespace) => ({ ...STRANGER, namespace }));
  return [...own, GATEWAY, PROMETHEUS, STRANGER, ...strangers];
}

/** Invariant 2: connected pairs are let through by network and mesh, all others by neither. */
describe.each(byName(environments))('%s', (_, environment) => {
  const { output } = environment;
  const { model } = output;
  const { traffic, scraping, judging } = modelGrants(model);
  const found = (broken: EnvironmentOutput): readonly string[] => checkIsolation(broken).map(({ message }) => message);

  test('connects what the model connects, and nothing else', () => {
    expect(open(checkIsolation, environment)).toEqual([]);
  });

  describe.each(output.clusters.map((cluster) => [cluster.name, cluster] as const))('on %s', (__, { manifests }) => {
    const objects: readonly Manifest[] = manifests.map(({ manifest }) => manifest);
    const atServices = [...new Set([...traffic, ...scraping])].sort();
    const isMeshed = (grant: string): boolean =>
      !Object.values(model.services).some((service) => isMeshless(service) && grant.includes(`-> ${service.name}:`));

    test('every namespace is closed', () => {
      const namespaces = objects.filter(kind('Namespace')).map(({ metadata }) => metadata.name);

      expect(closedByNetwork(objects)).toEqual(namespaces.sort());
      expect(closedByMesh(objects)).toEqual([...serviceNamespaces(model)].sort());
    });

    test('policies grant what the model says, by a reading of our own', () => {
      expect(ingressGrants(model, objects)).toEqual([...atServices, ...judging].sort());
      expect(egressGrants(model, objects)).toEqual(traffic);
      expect(meshGrants(model, objects)).toEqual(atServices.filter(isMeshed));
    });

    test('both readings agree on every pair and port', () => {
      const flows = callersOf(model).flatMap((from) =>
        Object.values(model.services).flatMap((service) =>
          [...Object.entries(service.ports ?? {}), ['other', { containerPort: 1 }] as const].map(
            ([portName, { containerPort: port }]) =>
              ({ from, to: service.name, port, portName, protocol: 'TCP' }) as const,
          ),
        ),
      );
      const granted = (grants: readonly string[]): readonly string[] =>
        flows.map(({ from, to, port }) => `${from.name} -> ${to}:${port}`).filter((flow) => grants.includes(flow));
      const allowed = (by: (flow: (typeof flows)[number], to: Caller) => boolean): readonly string[] =>
        flows
          .filter((flow) => by(flow, callersOf(model).find(({ name }) => name === flow.to) ?? STRANGER))
          .map(({ from, to, port }) => `${from.name} -> ${to}:${port}`);

      expect(flows.length).toBeGreaterThan(Object.keys(model.services).length);
      expect(allowed((flow, to) => allowedByNetwork(manifests, { ...flow, to, inDoubt: true }))).toEqual(
        granted(atServices),
      );
      expect(allowed((flow, to) => allowedByMesh(manifests, { ...flow, to, inDoubt: true })).filter(isMeshed)).toEqual(
        granted(atServices.filter(isMeshed)),
      );
    });
  });

  describe('broken on purpose', () => {
    const policies = (direction: string, closed: boolean) => (manifest: Manifest) =>
      manifest.kind === 'NetworkPolicy' &&
      (manifest.metadata.name === 'default-deny') === closed &&
      JSON.stringify(manifest).includes(`"policyTypes":["${direction}"`);
    const some = (pattern: RegExp): unknown => expect.arrayContaining([expect.stringMatching(pattern)]);

    test('a NetworkPolicy that is missing at the service', () => {
      expect(found(without(output, policies('Ingress', false)))).toEqual(
        some(/is connected in the model, yet denied by network policies/),
      );
    });

    test('a NetworkPolicy that is missing at the caller', () => {
      expect(found(without(output, policies('Egress', false)))).toEqual(
        some(/is connected in the model, yet denied by network policies/),
      );
    });

    test('an AuthorizationPolicy that is missing', () => {
      const granting = (manifest: Manifest): boolean =>
        kind('AuthorizationPolicy')(manifest) && manifest.metadata.name !== 'allow-nothing';

      expect(found(without(output, granting))).toEqual(
        some(/is connected in the model, yet denied by mesh authorisation/),
      );
    });

    test('a namespace that is open, by the network', () => {
      expect(found(altered(output, policies('Ingress', true), ['spec', 'ingress'], [{}]))).toEqual(
        some(/^a pod of another namespace to .* is not connected in the model, yet let through by network policies/),
      );
    });

    test('a namespace that is open, by the mesh', () => {
      const named = (manifest: Manifest): boolean => manifest.metadata.name === 'allow-nothing';

      expect(found(altered(output, named, ['spec', 'rules'], [{}]))).toEqual(
        some(/^a pod of another namespace to .* is not connected in the model, yet let through by mesh authorisation/),
      );
    });

    test('a service without a proxy', () => {
      expect(found(altered(output, kind('Namespace'), ['metadata', 'labels'], {}))).toEqual(
        some(/is not connected in the model, yet let through by mesh authorisation/),
      );
    });

    test('a policy that denies what is connected', () => {
      const deny = {
        apiVersion: 'security.istio.io/v1',
        kind: 'AuthorizationPolicy',
        metadata: { name: 'deny', namespace: model.namespace },
        spec: { action: 'DENY', rules: [{}] },
      };

      expect(found(withObject(output, deny))).toEqual(
        some(/is connected in the model, yet denied by mesh authorisation/),
      );
    });

    test('a service that vanished', () => {
      const [service = ''] = Object.keys(model.services);
      const controller = (manifest: Manifest): boolean =>
        kind('Deployment', 'Rollout', 'StatefulSet')(manifest) && manifest.metadata.name === service;

      expect(found(without(output, controller))).toEqual(some(/is in the model, yet no pods of it are written/));
    });

    const lettingOut = (ipBlock: Readonly<Record<string, unknown>>, port: number): EnvironmentOutput =>
      withObject(output, {
        apiVersion: 'networking.k8s.io/v1',
        kind: 'NetworkPolicy',
        metadata: { name: 'out', namespace: model.namespace },
        spec: { podSelector: {}, policyTypes: ['Egress'], egress: [{ to: [{ ipBlock }], ports: [{ port }] }] },
      });

    test.each([
      ['the internet', { cidr: '0.0.0.0/0', except: ['10.0.0.0/8'] }, 443, /to a public address \(8\.8\.8\.8:443\)/],
      ['private networks', { cidr: '192.168.0.0/16' }, 443, /to a private address \(192\.168\.255\.255:443\)/],
      ['metadata of the node', { cidr: '169.254.0.0/16' }, 80, /to the credential endpoint \(169\.254\.169\.254:80\)/],
    ])('a way out to %s', (__, ipBlock, port, to) => {
      const pattern = new RegExp(`^an unknown pod of .* ${to.source} is not connected in the model, yet let through`);

      expect(found(lettingOut(ipBlock, port))).toEqual(some(pattern));
    });

    test('no policy about what pods open', () => {
      const egress = (manifest: Manifest): boolean =>
        kind('NetworkPolicy')(manifest) && JSON.stringify(manifest).includes('"Egress"');

      expect(found(without(output, egress))).toEqual(some(/ may open any connection: no policy is about its egress/));
    });

    test('pods on the network of the node', () => {
      const controllers = kind('Deployment', 'Rollout', 'StatefulSet');

      expect(found(altered(output, controllers, ['spec', 'template', 'spec', 'hostNetwork'], true))).toEqual(
        some(/^uses the node's network, where no policy guards it, and the model does not say so/),
      );
    });

    test('a policy of a kind that nobody reads', () => {
      const policy = {
        apiVersion: 'policy.networking.k8s.io/v1alpha1',
        kind: 'AdminNetworkPolicy',
        metadata: { name: 'all' },
      };

      expect(found(withObject(output, policy))).toEqual(
        some(/^isolation is not judged by objects of kind AdminNetworkPolicy/),
      );
    });

    test('a connection that the model forgot', () => {
      const forgetful = Object.entries(model.services).map(
        ([name, service]) => [name, { ...service, connectsTo: [], acceptsFrom: [], exposure: [] }] as const,
      );
      const services = Object.fromEntries(forgetful);

      expect(found({ ...output, model: { ...model, services } })).toEqual(
        some(/is not connected in the model, yet let through by network policies/),
      );
    });
  });
});

test('some environment calls its cloud and hosts outside, and what is forgotten of either is told', () => {
  const outward = environments.filter(({ output }) =>
    Object.values(output.model.services).some(
      ({ permissions = [], connectsTo = [] }) => permissions.length > 0 && connectsTo.some((it) => 'external' in it),
    ),
  );

  expect(outward.length).toBeGreaterThan(0);
  for (const { output } of outward) {
    const services = Object.entries(output.model.services).map(
      ([name, service]) => [name, { ...service, permissions: [], connectsTo: [] }] as const,
    );
    const messages = checkIsolation({
      ...output,
      model: { ...output.model, services: Object.fromEntries(services) },
    }).map(({ message }) => message);

    expect(messages).toEqual(
      expect.arrayContaining([expect.stringMatching(/to the credential endpoint .*let through/)]),
    );
    expect(messages).toEqual(
      expect.arrayContaining([expect.stringMatching(/to (a public address|[\w.-]+\.com) .*let through/)]),
    );
  }
});
