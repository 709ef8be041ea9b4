import { isRecord, list, text, value } from './output';
import type { Pods } from './pods';

/** Volume types that Pod Security `restricted` admits. */
const ALLOWED_VOLUMES = [
  'configMap',
  'csi',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'persistentVolumeClaim',
  'projected',
  'secret',
];

/** Kernel parameters that belong to the pod alone. */
const SAFE_SYSCTLS = [
  'kernel.shm_rmid_forced',
  'net.ipv4.ip_local_port_range',
  'net.ipv4.ip_local_reserved_ports',
  'net.ipv4.ip_unprivileged_port_start',
  'net.ipv4.ping_group_range',
  'net.ipv4.tcp_fin_timeout',
  'net.ipv4.tcp_keepalive_intvl',
  'net.ipv4.tcp_keepalive_probes',
  'net.ipv4.tcp_keepalive_time',
  'net.ipv4.tcp_syncookies',
];

const SELINUX_TYPES = ['', 'container_t', 'container_init_t', 'container_kvm_t', 'container_engine_t'];

const APPARMOR_ANNOTATION = 'container.apparmor.security.beta.kubernetes.io/';

const HOST_NAMESPACES = ['hostNetwork', 'hostPID', 'hostIPC'];

/** What the standard `restricted` refuses, and which standard would let it pass. */
export interface SecurityFault {
  readonly message: string;
  readonly remedy: string;
  readonly admittedBy: 'baseline' | 'privileged';
}

/** A setting of a pod or of one container, by its path. */
export type Setting = (...keys: readonly string[]) => unknown;

/** What is wrong with a pod as a whole. */
export function podFaults({ spec, annotations }: Pods): readonly SecurityFault[] {
  const sysctls = list(spec, 'securityContext', 'sysctls')
    .map((sysctl) => String(value(sysctl, 'name')))
    .filter((name) => !SAFE_SYSCTLS.includes(name));
  const unconfined = Object.keys(annotations).filter(
    (key) => key.startsWith(APPARMOR_ANNOTATION) && annotations[key] === 'unconfined',
  );
  return [
    ...HOST_NAMESPACES.filter((name) => spec[name] === true).map((name) =>
      fault(`shares the node's namespace: ${name} is true`, `leave ${name} out`),
    ),
    ...list(spec, 'volumes').filter(isRecord).flatMap(volumeFaults),
    ...sysctls.map((name) => fault(`sets the kernel parameter ${name}`, `use one of ${SAFE_SYSCTLS.join(', ')}`)),
    ...unconfined.map((key) => fault(`is not confined by AppArmor: ${key}`, 'leave the annotation out')),
    // The standard looks at the pod's own settings too, even where every container has better ones.
    ...settingFaults('the pod', (...keys) => value(spec, 'securityContext', ...keys)),
    ...(value(spec, 'securityContext', 'runAsNonRoot') === false
      ? [fault('the pod may run as root', 'set runAsNonRoot to true', 'baseline')]
      : []),
  ];
}

/** Something that `restricted` refuses, and so does `baseline` where nothing else is said. */
export function fault(
  message: string,
  remedy: string,
  admittedBy: SecurityFault['admittedBy'] = 'privileged',
): SecurityFault {
  return { message, remedy, admittedBy };
}

/** `baseline` refuses folders of the node, and no other kind of volume. */
function volumeFaults(volume: Readonly<Record<string, unknown>>): readonly SecurityFault[] {
  const type = Object.keys(volume).find((key) => key !== 'name') ?? 'none';
  if (ALLOWED_VOLUMES.includes(type)) return [];
  const admittedBy = type === 'hostPath' ? 'privileged' : 'baseline';
  return [
    fault(
      `volume ${String(volume['name'])} is of type ${type}`,
      `use one of ${ALLOWED_VOLUMES.join(', ')}`,
      admittedBy,
    ),
  ];
}

/** Settings that a pod and a container share; what is left out is sound. */
export function settingFaults(name: string, own: Setting): readonly SecurityFault[] {
  const seLinux = own('seLinuxOptions');
  const faults: readonly (SecurityFault | false)[] = [
    own('runAsUser') === 0 && fault(`${name} runs as user 0`, 'run as a user other than 0', 'baseline'),
    own('seccompProfile', 'type') === 'Unconfined' &&
      fault(`${name} is not confined by seccomp`, 'set seccompProfile to RuntimeDefault'),
    own('appArmorProfile', 'type') === 'Unconfined' &&
      fault(`${name} is not confined by AppArmor`, 'set appArmorProfile to RuntimeDefault'),
    own('windowsOptions', 'hostProcess') === true && fault(`${name} is a process of the node`, 'leave hostProcess out'),
    (!SELINUX_TYPES.includes(text(seLinux, 'type') ?? '') ||
      [text(seLinux, 'user'), text(seLinux, 'role')].some((it) => it !== undefined && it !== '')) &&
      fault(`${name} has SELinux options of its own`, 'leave seLinuxOptions out'),
  ];
  return faults.filter((it): it is SecurityFault => it !== false);
}
