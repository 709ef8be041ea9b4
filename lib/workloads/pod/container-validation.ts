import type { Refusal } from '../../core/errors';
import { transport } from '../../core/model/port';
import { isDnsLabel, isPortName } from '../../core/names';
import type { WorkloadContext } from '../workload-props';
import { podContainers, type PodContainer } from './pod-container';

/** What a workload's properties say wrong of its containers: their names, and the ports that they share a pod with. */
export function containerRefusals(context: WorkloadContext): readonly (Refusal | undefined)[] {
  const containers = podContainers(context);
  return [
    ...containers.map((container, index) => nameRefusal(container, containers.slice(0, index))),
    ...sidecarPortRefusals(containers),
    ...sharedPortRefusals(containers),
  ];
}

function nameRefusal({ name, role, prefix }: PodContainer, before: readonly PodContainer[]): Refusal | undefined {
  if (role === 'main') return undefined;
  const property = prefix.slice(0, -1);
  if (!isDnsLabel(name)) {
    return { property, rule: 'must be named in lower-case letters, digits and dashes, 63 at most', got: name };
  }
  const same = before.find((other) => other.name === name);
  if (same === undefined) return undefined;
  const other = same.role === 'main' ? 'the workload' : same.prefix.slice(0, -1);
  return { property, rule: `must not have the name of another container, ${other}`, got: name };
}

/** Those of the main container are checked as the workload's. */
function sidecarPortRefusals(containers: readonly PodContainer[]): readonly (Refusal | undefined)[] {
  return portsOf(containers.filter(({ role }) => role !== 'main')).flatMap(({ property, name, port }) => [
    isPortName(name)
      ? undefined
      : { property, rule: 'must be named in 15 lower-case letters, digits and dashes', got: name },
    Number.isInteger(port.containerPort) && port.containerPort >= 1 && port.containerPort <= 65535
      ? undefined
      : { property: `${property}.containerPort`, rule: 'must be from 1 to 65535', got: port.containerPort },
    port.servicePort === undefined
      ? undefined
      : {
          property: `${property}.servicePort`,
          rule: 'must be left out of a sidecar, whose ports are not the Service’s',
          got: port.servicePort,
        },
  ]);
}

/** Containers of a pod have one address and one space of port names. */
function sharedPortRefusals(containers: readonly PodContainer[]): readonly (Refusal | undefined)[] {
  const all = portsOf(containers);
  return all.flatMap(({ property, name, port }, index) => {
    const before = all.slice(0, index);
    const sameName = before.find((other) => other.name === name);
    const sameNumber = before.find(
      (other) => other.port.containerPort === port.containerPort && transport(other.port) === transport(port),
    );
    return [
      sameName === undefined
        ? undefined
        : { property, rule: `must not have the name of another port of the pod, ${sameName.property}`, got: name },
      sameNumber === undefined
        ? undefined
        : {
            property: `${property}.containerPort`,
            rule: `must not be that of another port of the pod, ${sameNumber.property}`,
            got: port.containerPort,
          },
    ];
  });
}

interface NamedPort {
  readonly property: string;
  readonly name: string;
  readonly port: NonNullable<PodContainer['spec']['ports']>[string];
}

function portsOf(containers: readonly PodContainer[]): readonly NamedPort[] {
  return containers.flatMap(({ prefix, spec }) =>
    Object.entries(spec.ports ?? {}).map(([name, port]) => ({ property: `${prefix}ports.${name}`, name, port })),
  );
}
