import { checkHostConfinement } from '../../lib/checks/host-confinement';
import type { ManifestFile } from '../../lib/core/manifest';
import { agent, controller, environment, inNamespace, object, said } from './fixtures';

const check = (...files: readonly ManifestFile[]): readonly string[] => said(checkHostConfinement(environment(files)));
const log = inNamespace(agent('log'), 'shop-log');

test('an agent that stands alone and holds no token is confined', () => {
  expect(check(log, controller('web'), inNamespace(object('ServiceAccount', 'log'), 'shop-log'))).toEqual([]);
});

test('a finding names the agent, its neighbours and the remedy', () => {
  const neighbour = inNamespace(controller('web'), 'shop-log');

  expect(checkHostConfinement(environment([log, neighbour]))).toEqual([
    {
      rule: 'host-confinement',
      severity: 'error',
      resource: 'log',
      path: 'daemonset-log.yaml',
      message: "has what is the node's, and shares namespace shop-log with web",
      remedy: 'give it a namespace of its own',
    },
  ]);
});

test('two agents are neighbours of each other', () => {
  expect(check(agent('a'), agent('b'), agent('c'))).toEqual([
    "a: has what is the node's, and shares namespace shop with b, c",
    "b: has what is the node's, and shares namespace shop with a, c",
    "c: has what is the node's, and shares namespace shop with a, b",
  ]);
});

test('an agent with a token is told', () => {
  expect(checkHostConfinement(environment([agent('log', { automountServiceAccountToken: true })]))).toMatchObject([
    {
      message: "has what is the node's, and a token of the Kubernetes API",
      remedy: 'take its apiAccess away, or give that to a service without host access',
    },
  ]);
});

test.each([
  ['pods that are restricted', {}],
  ['pods that run as root, with nothing of the node', { pod: { securityContext: { runAsUser: 0 } } }],
])('%s have any neighbours', (_, options) => {
  expect(check(controller('web', options), controller('api'))).toEqual([]);
});
