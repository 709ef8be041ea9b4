import { list, text, value } from './output';
import { fault, settingFaults, type SecurityFault, type Setting } from './pod-faults';
import type { Pods } from './pods';

/** Capabilities that `baseline` lets containers add. */
const BASELINE_CAPABILITIES = [
  'AUDIT_WRITE',
  'CHOWN',
  'DAC_OVERRIDE',
  'FOWNER',
  'FSETID',
  'KILL',
  'MKNOD',
  'NET_BIND_SERVICE',
  'SETFCAP',
  'SETGID',
  'SETPCAP',
  'SETUID',
  'SYS_CHROOT',
];

/** What is wrong with the containers of a pod, those included that run to their end before the others. */
export function containerFaults({ spec, containers }: Pods): readonly SecurityFault[] {
  return containers.flatMap((container): readonly SecurityFault[] => {
    const name = `container ${String(container['name'])}`;
    const own: Setting = (...keys) => value(container, 'securityContext', ...keys);
    // What a container does not say, its pod says for it; these two settings only.
    const effective: Setting = (...keys) => own(...keys) ?? value(spec, 'securityContext', ...keys);
    const procMount = own('procMount') ?? 'Default';
    const faults: readonly (SecurityFault | false)[] = [
      own('privileged') === true && fault(`${name} is privileged`, 'leave privileged out'),
      own('allowPrivilegeEscalation') !== false &&
        fault(`${name} may gain privileges`, 'set allowPrivilegeEscalation to false', 'baseline'),
      effective('runAsNonRoot') !== true && fault(`${name} may run as root`, 'set runAsNonRoot to true', 'baseline'),
      !list(container, 'securityContext', 'capabilities', 'drop').includes('ALL') &&
        fault(`${name} keeps capabilities`, 'drop ALL capabilities', 'baseline'),
      addedCapabilities(container, name),
      effective('seccompProfile', 'type') === undefined &&
        fault(`${name} has no seccomp profile`, 'set seccompProfile to RuntimeDefault', 'baseline'),
      procMount !== 'Default' && fault(`${name} sees all of /proc`, 'leave procMount out'),
      list(container, 'ports').some((port) => (value(port, 'hostPort') ?? 0) !== 0) &&
        fault(`${name} takes a port of the node`, 'leave hostPort out'),
      asksOtherHost(container) && fault(`${name} is probed on another host`, 'leave host out of probes and hooks'),
    ];
    return [...settingFaults(name, own), ...faults.filter((it): it is SecurityFault => it !== false)];
  });
}

function addedCapabilities(container: unknown, name: string): SecurityFault | false {
  const added = list(container, 'securityContext', 'capabilities', 'add')
    .map(String)
    .filter((capability) => capability !== 'NET_BIND_SERVICE');
  if (added.length === 0) return false;
  return fault(
    `${name} adds capabilities ${added.join(', ')}`,
    'add none but NET_BIND_SERVICE',
    added.every((capability) => BASELINE_CAPABILITIES.includes(capability)) ? 'baseline' : 'privileged',
  );
}

/** A probe or a hook with a host makes the node's agent open connections for whoever wrote it. */
function asksOtherHost(container: unknown): boolean {
  const handlers = [
    ...['startupProbe', 'readinessProbe', 'livenessProbe'].map((probe) => value(container, probe)),
    ...['postStart', 'preStop'].map((hook) => value(container, 'lifecycle', hook)),
  ];
  return handlers.some((handler) => ['httpGet', 'tcpSocket'].some((by) => (text(handler, by, 'host') ?? '') !== ''));
}
