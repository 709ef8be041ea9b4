import type { Refusal } from '../core/errors';
import type { Probe } from '../core/model/probe';
import { isDnsLabel, isPortName } from '../core/names';
import { suggest } from '../core/nearest';
import { cpuMillicores, quantityBytes } from '../core/quantity';
import { WORKLOAD_DEFAULTS } from './defaults';
import type { WorkloadContext } from './workload-props';

/** Everything that a workload's properties say wrong; empty where they can work. */
export function workloadRefusals(context: WorkloadContext): readonly (Refusal | undefined)[] {
  return [
    nameRefusal(context.name),
    ...portRefusals(context),
    ...resourceRefusals(context),
    ...replicaRefusals(context),
    ...probeRefusals(context),
    ...graceRefusals(context),
    ...secretRefusals(context),
    ...userRefusals(context),
  ];
}

function nameRefusal(name: string): Refusal | undefined {
  if (isDnsLabel(name)) return undefined;
  return { property: 'name', rule: 'must be lower-case letters, digits and dashes, 63 at most', got: name };
}

function portRefusals({ ports }: WorkloadContext): readonly (Refusal | undefined)[] {
  return Object.entries(ports).flatMap(([name, port]) => [
    isPortName(name)
      ? undefined
      : { property: `ports.${name}`, rule: 'must be named in 15 lower-case letters, digits and dashes', got: name },
    ...Object.entries({ containerPort: port.containerPort, servicePort: port.servicePort }).map(([key, value]) =>
      value === undefined || (Number.isInteger(value) && value >= 1 && value <= 65535)
        ? undefined
        : { property: `ports.${name}.${key}`, rule: 'must be from 1 to 65535', got: value },
    ),
  ]);
}

function resourceRefusals({ resources }: WorkloadContext): readonly (Refusal | undefined)[] {
  const { requests, limits } = resources;
  return [
    amountRefusal('cpu', requests.cpu, limits.cpu, cpuMillicores, '250m'),
    amountRefusal('memory', requests.memory, limits.memory, quantityBytes, '512Mi'),
  ];
}

function amountRefusal(
  name: string,
  request: string,
  limit: string,
  parse: (quantity: string) => number | undefined,
  example: string,
): Refusal | undefined {
  const rule = `must be a quantity such as ${example}`;
  const requested = parse(request);
  const limited = parse(limit);
  if (requested === undefined) return { property: `resources.requests.${name}`, rule, got: request };
  if (limited === undefined) return { property: `resources.limits.${name}`, rule, got: limit };
  if (limited >= requested) return undefined;
  return { property: `resources.limits.${name}`, rule: `must be at least the request (${request})`, got: limit };
}

function replicaRefusals({ replicas, kind }: WorkloadContext): readonly (Refusal | undefined)[] {
  if (replicas === undefined) return [];
  if (typeof replicas === 'number') {
    const valid = Number.isInteger(replicas) && replicas >= 0;
    return [valid ? undefined : { property: 'replicas', rule: 'must be a whole number, 0 or more', got: replicas }];
  }
  return [
    Number.isInteger(replicas.max)
      ? undefined
      : { property: 'replicas.max', rule: 'must be a whole number', got: replicas.max },
    Number.isInteger(replicas.min) && replicas.min >= 1 && replicas.min <= replicas.max
      ? undefined
      : {
          property: 'replicas.min',
          rule: `must be a whole number from 1 to replicas.max (${replicas.max})`,
          got: replicas.min,
        },
    kind === 'StatefulSet'
      ? {
          property: 'replicas',
          rule: 'of a StatefulSet must be a number: members are not scaled by load',
          got: replicas,
        }
      : undefined,
  ];
}

function probeRefusals({ probes, ports, metrics }: WorkloadContext): readonly (Refusal | undefined)[] {
  const named = Object.entries(probes ?? {}).flatMap(([kind, probe]: [string, Probe | undefined]) => {
    const port = probe?.httpGet?.port ?? probe?.tcpSocket?.port;
    return port === undefined ? [] : [[`probes.${kind}.port`, port] as const];
  });
  const all = metrics === undefined ? named : [...named, ['metrics.port', metrics.port] as const];
  return all.map(([property, port]) =>
    Object.hasOwn(ports, port)
      ? undefined
      : { property, rule: 'must be a port of the workload', got: port, remedy: suggest(port, Object.keys(ports)) },
  );
}

function graceRefusals(context: WorkloadContext): readonly (Refusal | undefined)[] {
  const grace = context.terminationGracePeriodSeconds ?? WORKLOAD_DEFAULTS.terminationGracePeriodSeconds;
  const preStop = context.preStopSeconds ?? WORKLOAD_DEFAULTS.preStopSeconds;
  if (preStop < grace) return [];
  const rule = `must be less than terminationGracePeriodSeconds (${grace}), which it is part of`;
  return [{ property: 'preStopSeconds', rule, got: preStop }];
}

function secretRefusals({ secretEnv, secretStore, env }: WorkloadContext): readonly (Refusal | undefined)[] {
  const names = Object.keys(secretEnv ?? {});
  return [
    names.length > 0 && secretStore === undefined
      ? { property: 'secretStore', rule: 'is needed where secretEnv names secrets', got: secretStore }
      : undefined,
    ...names
      .filter((name) => Object.hasOwn(env ?? {}, name))
      .map((name) => ({ property: `secretEnv.${name}`, rule: 'must not stand in env as well', got: name })),
  ];
}

function userRefusals({ runAs }: WorkloadContext): readonly (Refusal | undefined)[] {
  const rule = 'must not be root (0); build the image to run as a numbered user';
  return [runAs.user === 0 ? { property: 'runAs.user', rule, got: runAs.user } : undefined];
}
