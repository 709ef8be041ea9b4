import type { Finding } from '../core/finding';
import { isRecord, list, text, value, type EnvironmentOutput } from './output';
import { pods, type Pods } from './pods';

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

/**
 * Rule `pod-security`: every pod satisfies the Pod Security standard `restricted`:
 * https://kubernetes.io/docs/concepts/security/pod-security-standards/
 */
export function checkPodSecurity({ clusters }: EnvironmentOutput): readonly Finding[] {
  return clusters.flatMap((cluster) =>
    pods(cluster.manifests).flatMap((pod) =>
      [...podFaults(pod), ...containerFaults(pod)].map(([message, remedy]): Finding => ({
        rule: 'pod-security',
        severity: 'error',
        resource: pod.name,
        path: pod.file.path,
        message,
        remedy,
      })),
    ),
  );
}

type Fault = readonly [message: string, remedy: string];

function podFaults({ spec, annotations }: Pods): readonly Fault[] {
  const volumes = list(spec, 'volumes').filter(isRecord);
  const sysctls = list(spec, 'securityContext', 'sysctls')
    .map((sysctl) => String(value(sysctl, 'name')))
    .filter((name) => !SAFE_SYSCTLS.includes(name));
  const unconfined = Object.keys(annotations).filter(
    (key) => key.startsWith(APPARMOR_ANNOTATION) && annotations[key] === 'unconfined',
  );
  return [
    ...HOST_NAMESPACES.filter((name) => spec[name] === true).map((name): Fault => [
      `shares the node's namespace: ${name} is true`,
      `leave ${name} out`,
    ]),
    ...volumes.flatMap((volume): readonly Fault[] => {
      const type = Object.keys(volume).find((key) => key !== 'name') ?? 'none';
      if (ALLOWED_VOLUMES.includes(type)) return [];
      return [[`volume ${String(volume['name'])} is of type ${type}`, `use one of ${ALLOWED_VOLUMES.join(', ')}`]];
    }),
    ...sysctls.map((name): Fault => [`sets the kernel parameter ${name}`, `use one of ${SAFE_SYSCTLS.join(', ')}`]),
    ...unconfined.map((key): Fault => [`is not confined by AppArmor: ${key}`, 'leave the annotation out']),
    // The standard looks at the pod's own settings too, even where every container has better ones.
    ...settingFaults('the pod', (...keys) => value(spec, 'securityContext', ...keys)),
    ...(value(spec, 'securityContext', 'runAsNonRoot') === false
      ? [['the pod may run as root', 'set runAsNonRoot to true'] as const]
      : []),
  ];
}

type Setting = (...keys: readonly string[]) => unknown;

/** Settings that a pod and a container share; what is left out is sound. */
function settingFaults(name: string, own: Setting): readonly Fault[] {
  const seLinux = own('seLinuxOptions');
  const faults: readonly (Fault | false)[] = [
    own('runAsUser') === 0 && [`${name} runs as user 0`, 'run as a user other than 0'],
    own('seccompProfile', 'type') === 'Unconfined' && [
      `${name} is not confined by seccomp`,
      'set seccompProfile to RuntimeDefault',
    ],
    own('appArmorProfile', 'type') === 'Unconfined' && [
      `${name} is not confined by AppArmor`,
      'set appArmorProfile to RuntimeDefault',
    ],
    own('windowsOptions', 'hostProcess') === true && [`${name} is a process of the node`, 'leave hostProcess out'],
    (!SELINUX_TYPES.includes(text(seLinux, 'type') ?? '') ||
      [text(seLinux, 'user'), text(seLinux, 'role')].some((it) => it !== undefined && it !== '')) && [
      `${name} has SELinux options of its own`,
      'leave seLinuxOptions out',
    ],
  ];
  return faults.filter((fault): fault is Fault => fault !== false);
}

function containerFaults({ spec, containers }: Pods): readonly Fault[] {
  return containers.flatMap((container): readonly Fault[] => {
    const name = `container ${String(container['name'])}`;
    const own: Setting = (...keys) => value(container, 'securityContext', ...keys);
    // What a container does not say, its pod says for it; these two settings only.
    const effective: Setting = (...keys) => own(...keys) ?? value(spec, 'securityContext', ...keys);
    const added = list(container, 'securityContext', 'capabilities', 'add').filter((it) => it !== 'NET_BIND_SERVICE');
    const procMount = own('procMount') ?? 'Default';
    const faults: readonly (Fault | false)[] = [
      own('privileged') === true && [`${name} is privileged`, 'leave privileged out'],
      own('allowPrivilegeEscalation') !== false && [
        `${name} may gain privileges`,
        'set allowPrivilegeEscalation to false',
      ],
      effective('runAsNonRoot') !== true && [`${name} may run as root`, 'set runAsNonRoot to true'],
      !list(container, 'securityContext', 'capabilities', 'drop').includes('ALL') && [
        `${name} keeps capabilities`,
        'drop ALL capabilities',
      ],
      added.length > 0 && [`${name} adds capabilities ${added.join(', ')}`, 'add none but NET_BIND_SERVICE'],
      effective('seccompProfile', 'type') === undefined && [
        `${name} has no seccomp profile`,
        'set seccompProfile to RuntimeDefault',
      ],
      procMount !== 'Default' && [`${name} sees all of /proc`, 'leave procMount out'],
      list(container, 'ports').some((port) => (value(port, 'hostPort') ?? 0) !== 0) && [
        `${name} takes a port of the node`,
        'leave hostPort out',
      ],
      asksOtherHost(container) && [`${name} is probed on another host`, 'leave host out of probes and hooks'],
    ];
    return [...settingFaults(name, own), ...faults.filter((fault): fault is Fault => fault !== false)];
  });
}

/** A probe or a hook with a host makes the node's agent open connections for whoever wrote it. */
function asksOtherHost(container: unknown): boolean {
  const handlers = [
    ...['startupProbe', 'readinessProbe', 'livenessProbe'].map((probe) => value(container, probe)),
    ...['postStart', 'preStop'].map((hook) => value(container, 'lifecycle', hook)),
  ];
  return handlers.some((handler) => ['httpGet', 'tcpSocket'].some((by) => (text(handler, by, 'host') ?? '') !== ''));
}
