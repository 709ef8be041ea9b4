import type { Refusal } from '../core/errors';
import type { Probe } from '../core/model/probe';
import { isDnsLabel, isPortName } from '../core/names';
import { suggest } from '../core/nearest';
import { cpuMillicores, quantityBytes } from '../core/quantity';
import type { SecretRef } from '../core/secret-ref';
import { METRICS_DEFAULTS } from '../platform/observability/service-monitor';
import { WORKLOAD_DEFAULTS } from './defaults';
import { WHOLE_VALUE } from './secret-env';
import { headlessServiceName } from './services';
import { volumeRefusals } from './volume-validation';
import type { WorkloadContext } from './workload-props';

const MAX_NAME = 63;

/** Everything that a workload's properties say wrong; empty where they can work. */
export function workloadRefusals(context: WorkloadContext): readonly (Refusal | undefined)[] {
  return [
    nameRefusal(context),
    ...portRefusals(context),
    ...resourceRefusals(context),
    ...replicaRefusals(context),
    ...probeRefusals(context),
    ...graceRefusals(context),
    ...secretRefusals(context),
    ...volumeRefusals(context),
    ...userRefusals(context),
  ];
}

/** Services want a name that begins with a letter; the headless one of a StatefulSet adds to it. */
function nameRefusal({ name, kind }: WorkloadContext): Refusal | undefined {
  const longest = kind === 'StatefulSet' ? MAX_NAME - headlessServiceName('').length : MAX_NAME;
  if (isDnsLabel(name) && /^[a-z]/.test(name) && name.length <= longest) return undefined;
  const rule = `must be lower-case letters, digits and dashes, beginning with a letter, ${longest} at most`;
  return { property: 'name', rule, got: name };
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
  const entries: readonly (readonly [string, Probe | undefined])[] = Object.entries(probes ?? {});
  const asked = entries.flatMap(([kind, probe]) => {
    const port = probe?.httpGet?.port ?? probe?.tcpSocket?.port;
    return port === undefined ? [] : [[`probes.${kind}.port`, port] as const];
  });
  const all = metrics === undefined ? asked : [...asked, ['metrics.port', metrics.port] as const];
  return [
    ...entries.map(([kind, probe]) => (probe === undefined ? undefined : probeKindRefusal(kind, probe))),
    ...all.map(([property, port]) =>
      Object.hasOwn(ports, port)
        ? undefined
        : { property, rule: 'must be a port of the workload', got: port, remedy: suggest(port, Object.keys(ports)) },
    ),
    scrapeRefusal(metrics),
  ];
}

function probeKindRefusal(kind: string, { httpGet, tcpSocket, exec }: Probe): Refusal | undefined {
  const asked = Object.entries({ httpGet, tcpSocket, exec }).flatMap(([key, it]) => (it === undefined ? [] : [key]));
  if (asked.length === 1) return undefined;
  return { property: `probes.${kind}`, rule: 'must be one of httpGet, tcpSocket and exec', got: asked };
}

function scrapeRefusal(metrics: WorkloadContext['metrics']): Refusal | undefined {
  if (metrics === undefined) return undefined;
  const interval = metrics.intervalSeconds ?? METRICS_DEFAULTS.intervalSeconds;
  const timeout = metrics.timeoutSeconds ?? METRICS_DEFAULTS.timeoutSeconds;
  if (timeout <= interval) return undefined;
  const rule = `must be at most metrics.intervalSeconds (${interval})`;
  return { property: 'metrics.timeoutSeconds', rule, got: timeout };
}

function graceRefusals(context: WorkloadContext): readonly (Refusal | undefined)[] {
  const grace = context.terminationGracePeriodSeconds ?? WORKLOAD_DEFAULTS.terminationGracePeriodSeconds;
  const preStop = context.preStopSeconds ?? WORKLOAD_DEFAULTS.preStopSeconds;
  const rule = `must be less than terminationGracePeriodSeconds (${grace}), which it is part of`;
  return [
    secondsRefusal('terminationGracePeriodSeconds', grace),
    secondsRefusal('preStopSeconds', preStop),
    preStop < grace ? undefined : { property: 'preStopSeconds', rule, got: preStop },
  ];
}

function secondsRefusal(property: string, seconds: number): Refusal | undefined {
  if (Number.isInteger(seconds) && seconds >= 0) return undefined;
  return { property, rule: 'must be a whole number of seconds, 0 or more', got: seconds };
}

function secretRefusals({ secretEnv = {}, secretStore, env = {} }: WorkloadContext): readonly (Refusal | undefined)[] {
  const entries = Object.entries(secretEnv);
  return [
    entries.length > 0 && secretStore === undefined
      ? { property: 'secretStore', rule: 'is needed where secretEnv names secrets', got: secretStore }
      : undefined,
    ...entries.flatMap(([name, ref]) => [
      Object.hasOwn(env, name)
        ? { property: `secretEnv.${name}`, rule: 'must not stand in env as well', got: name }
        : undefined,
      entries.some(([, other]) => isWholeOf(other, ref))
        ? {
            property: `secretEnv.${name}`,
            rule: `must not be property '${WHOLE_VALUE}' of a secret that is used as a whole too`,
            got: ref.secret,
          }
        : undefined,
    ]),
  ];
}

/** Whether one reference wants the whole of a secret under the key that the other wants for a property. */
function isWholeOf(whole: SecretRef, part: SecretRef): boolean {
  return whole.secret === part.secret && whole.property === undefined && part.property === WHOLE_VALUE;
}

function userRefusals({ runAs }: WorkloadContext): readonly (Refusal | undefined)[] {
  const rule = 'must not be root (0); build the image to run as a numbered user';
  return [runAs.user === 0 ? { property: 'runAs.user', rule, got: runAs.user } : undefined];
}
