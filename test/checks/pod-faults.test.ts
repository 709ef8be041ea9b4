import { fault, podFaults, settingFaults } from '../../lib/checks/pod-faults';
import { pods } from '../../lib/checks/pods';
import { controller } from './fixtures';

const admitting = (options: Parameters<typeof controller>[1]): readonly string[] =>
  pods([controller('web', options)]).flatMap((pod) => podFaults(pod).map((it) => `${it.admittedBy}: ${it.message}`));

test('a pod that is sound has no faults', () => {
  expect(admitting({})).toEqual([]);
});

test.each([
  ['a namespace of the node', { pod: { hostPID: true } }, "privileged: shares the node's namespace: hostPID is true"],
  [
    'a folder of the node',
    { pod: { volumes: [{ name: 'log', hostPath: { path: '/var/log' } }] } },
    'privileged: volume log is of type hostPath',
  ],
  [
    'a kind of volume that only restricted refuses',
    { pod: { volumes: [{ name: 'share', nfs: { server: 'x' } }] } },
    'baseline: volume share is of type nfs',
  ],
  ['root, which baseline admits', { pod: { securityContext: { runAsUser: 0 } } }, 'baseline: the pod runs as user 0'],
  [
    'a pod that may be root',
    { pod: { securityContext: { runAsNonRoot: false } } },
    'baseline: the pod may run as root',
  ],
  [
    'no seccomp at all',
    { pod: { securityContext: { seccompProfile: { type: 'Unconfined' } } } },
    'privileged: the pod is not confined by seccomp',
  ],
])('%s is admitted by the standard that it needs', (_, options, expected) => {
  const [message] = admitting(options).map((it) => it.replace(/use one of.*/, ''));

  expect(message).toBe(expected);
});

test('a fault needs everything admitted where nothing else is said', () => {
  expect(fault('a', 'b')).toEqual({ message: 'a', remedy: 'b', admittedBy: 'privileged' });
});

test('settings that are left out are sound', () => {
  expect(settingFaults('it', () => undefined)).toEqual([]);
});
