import type { Finding } from '../core/finding';
import { isRecord, list, value, type EnvironmentOutput } from './output';
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

const HOST_NAMESPACES = ['hostNetwork', 'hostPID', 'hostIPC'];

/** Rule `pod-security`: every pod satisfies the Pod Security standard `restricted`. */
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

function podFaults({ spec }: Pods): readonly Fault[] {
  const volumes = list(spec, 'volumes').filter(isRecord);
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
  ];
}

function containerFaults({ spec, containers }: Pods): readonly Fault[] {
  return containers.flatMap((container): readonly Fault[] => {
    const name = `container ${String(container['name'])}`;
    // What a container does not say, its pod says for it; these two settings only.
    const effective = (...keys: readonly string[]): unknown =>
      value(container, 'securityContext', ...keys) ?? value(spec, 'securityContext', ...keys);
    const own = (...keys: readonly string[]): unknown => value(container, 'securityContext', ...keys);
    const seccomp = effective('seccompProfile', 'type');
    const added = list(container, 'securityContext', 'capabilities', 'add').filter((it) => it !== 'NET_BIND_SERVICE');
    const faults: readonly (Fault | false)[] = [
      own('privileged') === true && [`${name} is privileged`, 'leave privileged out'],
      own('allowPrivilegeEscalation') !== false && [
        `${name} may gain privileges`,
        'set allowPrivilegeEscalation to false',
      ],
      effective('runAsNonRoot') !== true && [`${name} may run as root`, 'set runAsNonRoot to true'],
      effective('runAsUser') === 0 && [`${name} runs as user 0`, 'run as a user other than 0'],
      !list(container, 'securityContext', 'capabilities', 'drop').includes('ALL') && [
        `${name} keeps capabilities`,
        'drop ALL capabilities',
      ],
      added.length > 0 && [`${name} adds capabilities ${added.join(', ')}`, 'add none but NET_BIND_SERVICE'],
      seccomp !== 'RuntimeDefault' &&
        seccomp !== 'Localhost' && [`${name} has no seccomp profile`, 'set seccompProfile to RuntimeDefault'],
      list(container, 'ports').some((port) => value(port, 'hostPort') !== undefined) && [
        `${name} takes a port of the node`,
        'leave hostPort out',
      ],
    ];
    return faults.filter((fault): fault is Fault => fault !== false);
  });
}
