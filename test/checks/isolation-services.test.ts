import { checkIsolation } from '../../lib/checks/isolation';
import type { EnvironmentOutput } from '../../lib/checks/output';
import {
  agentService,
  canary,
  changed,
  controller,
  environment,
  inNamespace,
  meshNamespace,
  model,
  object,
  said,
  service,
} from './fixtures';
import { check, mesh, network, pod, ports, sound } from './isolation-fixtures';

describe('pods of one service', () => {
  test('reach each other where the model connects them to themselves', () => {
    const quorum = model(service('api', { connectsTo: [{ service: 'api', port: 'http' }] }));
    const { namespace, api, denyAll, allowNothing } = sound;
    const closed = { namespace, api, denyAll, allowNothing };
    const peers = {
      out: network('api-out', 'api', { policyTypes: ['Egress'], egress: [{ to: [pod('api')], ports }] }),
      in: network('api-in', 'api', { ingress: [{ from: [pod('api')], ports }] }),
      mesh: mesh('api-mesh', 'api', 'cluster.local/ns/shop/sa/api'),
    };

    expect(check({ ...closed, ...peers }, { model: quorum })).toEqual([]);
    expect(said(check(closed, { model: quorum }))).toEqual([
      'api: api to api:http is connected in the model, yet denied by network policies on main',
      'api: api to api:http is connected in the model, yet denied by mesh authorisation on main',
    ]);
  });
});

describe('a port of UDP', () => {
  const udp = model(
    service('web', { connectsTo: [{ service: 'api', port: 'dns' }], exposure: [{ host: 'www', port: 'http' }] }),
    service('api', { ports: { dns: { containerPort: 53, protocol: 'udp' } } }),
  );
  const open = [{ port: 53, protocol: 'UDP' }];
  const { apiAdmitsWeb: _admits, ...unadmitted } = sound;
  const files = {
    ...unadmitted,
    api: controller('api', { container: { ports: [{ name: 'dns', containerPort: 53, protocol: 'UDP' }] } }),
    webToApi: network('web-to-api', 'web', { policyTypes: ['Egress'], egress: [{ to: [pod('api')], ports: open }] }),
    apiFromWeb: network('api-from-web', 'api', { ingress: [{ from: [pod('web')], ports: open }] }),
  };

  test('is the network’s to guard, and passes the mesh by', () => {
    expect(check(files, { model: udp })).toEqual([]);
  });

  test('is not let through by a rule for TCP', () => {
    const tcp = network('api-from-web', 'api', { ingress: [{ from: [pod('web')], ports: [{ port: 53 }] }] });

    expect(said(check({ ...files, apiFromWeb: tcp }, { model: udp }))).toEqual([
      'api: web to api:dns is connected in the model, yet denied by network policies on main',
    ]);
  });
});

describe('agents on the network of the node', () => {
  const host = { reason: 'reads the log of the node', network: true };
  const file = inNamespace(controller('log', { kind: 'DaemonSet', pod: { hostNetwork: true } }), 'shop-log');
  const system = (...hosts: readonly (typeof host)[]): EnvironmentOutput['model'] =>
    model(agentService('log', { namespace: 'shop-log', ...(hosts[0] === undefined ? {} : { host: hosts[0] }) }));

  test('are left out, since nothing guards them', () => {
    expect(checkIsolation(environment([file], { model: system(host) }))).toEqual([]);
  });

  test('are told where the model does not say so', () => {
    expect(said(checkIsolation(environment([file], { model: system() })))).toEqual([
      "log: uses the node's network, where no policy guards it, and the model does not say so on main",
    ]);
  });
});

describe('services in several namespaces', () => {
  const systems = model(
    service('web', { connectsTo: [{ service: 'log', port: 'http' }] }),
    service('log', { namespace: 'shop-log' }),
  );
  const at = (name: string): Readonly<Record<string, unknown>> => ({
    namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': name } },
  });
  const peer = (name: string, app: string): unknown => ({ ...at(name), ...pod(app) });
  const files = {
    namespace: meshNamespace(),
    other: meshNamespace('shop-log'),
    web: controller('web'),
    log: inNamespace(controller('log'), 'shop-log'),
    denyAll: object('NetworkPolicy', 'deny', { spec: { podSelector: {}, policyTypes: ['Ingress', 'Egress'] } }),
    denyLog: inNamespace(
      object('NetworkPolicy', 'deny', { spec: { podSelector: {}, policyTypes: ['Ingress', 'Egress'] } }),
      'shop-log',
    ),
    allowNothing: object('AuthorizationPolicy', 'nothing', { spec: {} }),
    allowNothingLog: inNamespace(object('AuthorizationPolicy', 'nothing', { spec: {} }), 'shop-log'),
    out: network('web-to-log', 'web', { policyTypes: ['Egress'], egress: [{ to: [peer('shop-log', 'log')], ports }] }),
    in: inNamespace(network('log-from-web', 'log', { ingress: [{ from: [peer('shop', 'web')], ports }] }), 'shop-log'),
    mesh: inNamespace(mesh('log-admits-web', 'log', 'cluster.local/ns/shop/sa/web'), 'shop-log'),
  };

  test('are looked for where the model has them', () => {
    expect(check(files, { model: systems })).toEqual([]);
    expect(said(check({ ...files, log: controller('log') }, { model: systems }))).toContain(
      'log: is in the model, yet no pods of it are written for main',
    );
  });

  test('reach each other from namespace to namespace', () => {
    expect(said(check({ ...files, mesh: undefined }, { model: systems }))).toEqual([
      'log: web to log:http is connected in the model, yet denied by mesh authorisation on main',
    ]);
  });
});

describe('pods that Flagger makes', () => {
  test('are the service’s, and found by every policy that selects by its label', () => {
    const label = 'app.kubernetes.io/name';
    const relabelled = Object.entries(sound).map(([name, file]) => {
      const manifest: unknown = JSON.parse(
        JSON.stringify(file.manifest).replaceAll('"matchLabels":{"app"', `"matchLabels":{"${label}"`),
      );
      return [name, kept.includes(name) ? file : { ...file, manifest: manifest as typeof file.manifest }] as const;
    });

    expect(check({ ...Object.fromEntries(relabelled), canary: canary('web') })).toEqual([]);
    expect(said(check({ ...sound, canary: canary('web') }))).toContain(
      'api: web to api:http is connected in the model, yet denied by network policies on main',
    );
  });

  const kept = ['web', 'api', 'namespace'];
});

test('a Job is known by its label, whatever its name', () => {
  const { manifest, path } = controller('api', { kind: 'Job' });
  const job = { path, manifest: { ...manifest, metadata: { ...manifest.metadata, name: 'api-1a2b3c4d' } } };

  expect(check({ ...sound, api: job })).toEqual([]);
});

describe('pods in gVisor', () => {
  const inject = { 'sidecar.istio.io/inject': 'false' };
  const { manifest, path } = controller('api');
  const labels = { app: 'api', 'app.kubernetes.io/name': 'api', ...inject };
  const api = { path, manifest: changed(manifest, ['spec', 'template', 'metadata', 'labels'], labels) };
  const { apiAdmitsWeb: _mesh, ...unadmitted } = sound;
  const web = service('web', {
    connectsTo: [{ service: 'api', port: 'http' }],
    exposure: [{ host: 'www', port: 'http' }],
  });

  test('are guarded by the network alone, where the model has them there', () => {
    const caged = model(web, service('api', { placement: { sandbox: true } }));

    expect(check({ ...unadmitted, api }, { model: caged })).toEqual([]);
  });

  test('are told where the model does not', () => {
    expect(said(check({ ...unadmitted, api }))).toContain(
      'api: a pod of another namespace to api:http is not connected in the model, yet let through by mesh authorisation on main',
    );
  });
});
