import { containerFaults } from '../../lib/checks/container-faults';
import { pods } from '../../lib/checks/pods';
import { controller } from './fixtures';

const sound = { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } };
const admitting = (securityContext: Readonly<Record<string, unknown>>, container = {}): readonly string[] =>
  pods([controller('web', { container: { securityContext: { ...sound, ...securityContext }, ...container } })]).flatMap(
    (pod) => containerFaults(pod).map(({ admittedBy, message }) => `${admittedBy}: ${message}`),
  );

test('a container that is sound has no faults', () => {
  expect(admitting({})).toEqual([]);
});

test.each([
  ['everything the node may', { privileged: true }, 'privileged: container web is privileged'],
  ['privileges to gain', { allowPrivilegeEscalation: true }, 'baseline: container web may gain privileges'],
  ['root', { runAsUser: 0 }, 'baseline: container web runs as user 0'],
  ['the capabilities of old', { capabilities: {} }, 'baseline: container web keeps capabilities'],
  [
    'a capability that baseline admits',
    { capabilities: { drop: ['ALL'], add: ['CHOWN', 'NET_BIND_SERVICE'] } },
    'baseline: container web adds capabilities CHOWN',
  ],
  [
    'a capability that it does not',
    { capabilities: { drop: ['ALL'], add: ['CHOWN', 'NET_ADMIN'] } },
    'privileged: container web adds capabilities CHOWN, NET_ADMIN',
  ],
  ['all of /proc', { procMount: 'Unmasked' }, 'privileged: container web sees all of /proc'],
])('%s is admitted by the standard that it needs', (_, securityContext, expected) => {
  expect(admitting(securityContext)).toEqual([expected]);
});

test.each([
  [
    'a port of the node',
    { ports: [{ containerPort: 80, hostPort: 80 }] },
    'privileged: container web takes a port of the node',
  ],
  [
    'a probe of another host',
    { livenessProbe: { httpGet: { host: 'x', port: 80 } } },
    'privileged: container web is probed on another host',
  ],
])('%s needs everything admitted', (_, container, expected) => {
  expect(admitting({}, container)).toEqual([expected]);
});
