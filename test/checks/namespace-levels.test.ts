import { checkNamespaceLevels } from '../../lib/checks/namespace-levels';
import type { ManifestFile } from '../../lib/core/manifest';
import { agent, controller, environment, namespace, said } from './fixtures';

const check = (...files: readonly ManifestFile[]): readonly string[] => said(checkNamespaceLevels(environment(files)));
const root = controller('web', { pod: { securityContext: { runAsUser: 0 } } });

test.each([
  ['restricted pods where only they are admitted', namespace('shop', 'restricted'), controller('web')],
  ['pods that run as root where baseline is admitted', namespace('shop', 'baseline'), root],
  ['an agent where everything is admitted', namespace('shop', 'privileged'), agent('log')],
  ['an agent where nothing is said', namespace('shop'), agent('log')],
  ['no pods, whatever is admitted', namespace('elsewhere'), controller('web')],
])('%s: are at home', (_, ...files) => {
  expect(check(...files)).toEqual([]);
});

test('pods that their namespace refuses could never run', () => {
  expect(checkNamespaceLevels(environment([namespace('shop', 'restricted'), agent('log')]))).toEqual([
    {
      rule: 'namespace-level',
      severity: 'error',
      resource: 'log',
      path: 'daemonset-log.yaml',
      message: 'needs Pod Security privileged, and namespace shop admits restricted',
      remedy: "give it a namespace of its own that admits it, or take away what is the node's",
    },
  ]);
  expect(check(namespace('shop', 'baseline'), agent('log'))).toEqual([
    'log: needs Pod Security privileged, and namespace shop admits baseline',
  ]);
  expect(check(namespace('shop', 'restricted'), root)).toEqual([
    'web: needs Pod Security baseline, and namespace shop admits restricted',
  ]);
});

test('a namespace that admits more than its pods need is told', () => {
  expect(checkNamespaceLevels(environment([namespace('shop', 'privileged'), controller('web')]))).toEqual([
    {
      rule: 'namespace-level',
      severity: 'error',
      resource: 'shop',
      path: 'namespace-shop.yaml',
      message: 'admits Pod Security privileged, and its pods need restricted',
      remedy: 'set pod-security.kubernetes.io/enforce to restricted',
    },
  ]);
  expect(check(namespace('shop', 'privileged'), root)).toEqual([
    'shop: admits Pod Security privileged, and its pods need baseline',
  ]);
});

test.each([[undefined], ['relaxed']])('a namespace that says %s admits everything', (level) => {
  expect(check(namespace('shop', level), controller('web'))).toEqual([
    'shop: admits Pod Security privileged, and its pods need restricted',
  ]);
});
