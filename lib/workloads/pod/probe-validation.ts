import type { Refusal } from '../../core/errors';
import { transport, type Ports } from '../../core/model/port';
import type { Probe, Probes, ProbeTiming } from '../../core/model/probe';
import { kindOf } from '../../core/model/workload-spec';
import { suggest } from '../../core/nearest';
import type { WorkloadContext } from '../workload-props';
import { runsToEnd } from './lifecycle';
import { podContainers, type PodContainer } from './pod-container';

/** Timing of a probe that says nothing of it, as Kubernetes has it. */
const PROBE_DEFAULTS = { periodSeconds: 10, timeoutSeconds: 1 } as const;

/** What a workload's properties say wrong of its probes. */
export function probeRefusals(context: WorkloadContext): readonly (Refusal | undefined)[] {
  return podContainers(context).flatMap((container) =>
    container.role === 'main' && runsToEnd(context)
      ? [endingRefusal(context)]
      : probesOf(container).flatMap(([kind, probe]) => probeFaults(container, kind, probe)),
  );
}

/** A pod that runs to its end serves nobody, and is judged by how it ends. */
function endingRefusal(context: WorkloadContext): Refusal | undefined {
  const got = Object.keys(context.probes ?? {});
  if (got.length === 0) return undefined;
  return { property: 'probes', rule: `must be left out of a ${kindOf(context)}, which is judged by its end`, got };
}

function probesOf({ spec }: PodContainer): readonly (readonly [kind: keyof Probes, probe: Probe])[] {
  const { startup, readiness, liveness } = spec.probes ?? {};
  return (
    [
      ['startup', startup],
      ['readiness', readiness],
      ['liveness', liveness],
    ] as const
  ).flatMap(([kind, probe]) => (probe === undefined ? [] : [[kind, probe] as const]));
}

function probeFaults(container: PodContainer, kind: keyof Probes, probe: Probe): readonly (Refusal | undefined)[] {
  const property = `${container.prefix}probes.${kind}`;
  const port = probe.httpGet?.port ?? probe.tcpSocket?.port ?? probe.grpc?.port;
  return [
    questionRefusal(property, probe),
    probe.exec?.command.length === 0
      ? { property: `${property}.exec.command`, rule: 'must name a command', got: probe.exec.command }
      : undefined,
    port === undefined ? undefined : portRefusal(`${property}.port`, port, container),
    ...timingRefusals(property, kind, probe),
  ];
}

function questionRefusal(property: string, { httpGet, tcpSocket, grpc, exec }: Probe): Refusal | undefined {
  const asked = Object.entries({ httpGet, tcpSocket, grpc, exec }).flatMap(([key, it]) =>
    it === undefined ? [] : [key],
  );
  if (asked.length === 1) return undefined;
  return { property, rule: 'must be one of httpGet, tcpSocket, grpc and exec', got: asked };
}

function portRefusal(property: string, name: string, { role, spec }: PodContainer): Refusal | undefined {
  const ports: Ports = spec.ports ?? {};
  const port = Object.hasOwn(ports, name) ? ports[name] : undefined;
  if (port === undefined) {
    const owner = role === 'main' ? 'workload' : 'container';
    return { property, rule: `must be a port of the ${owner}`, got: name, remedy: suggest(name, Object.keys(ports)) };
  }
  if (transport(port) === 'TCP') return undefined;
  return { property, rule: 'must be a port that is spoken to over TCP', got: name };
}

function timingRefusals(property: string, kind: keyof Probes, timing: ProbeTiming): readonly (Refusal | undefined)[] {
  const { initialDelaySeconds, periodSeconds, timeoutSeconds, failureThreshold, successThreshold } = timing;
  const faults = [
    countRefusal(`${property}.initialDelaySeconds`, initialDelaySeconds, 0),
    ...Object.entries({ periodSeconds, timeoutSeconds, failureThreshold, successThreshold }).map(([name, value]) =>
      countRefusal(`${property}.${name}`, value, 1),
    ),
  ];
  if (faults.some((fault) => fault !== undefined)) return faults;
  return [timeoutRefusal(property, timing), successRefusal(property, kind, successThreshold)];
}

function countRefusal(property: string, value: number | undefined, least: number): Refusal | undefined {
  if (value === undefined || (Number.isInteger(value) && value >= least)) return undefined;
  return { property, rule: `must be a whole number, ${least} or more`, got: value };
}

/** One that takes longer than until the next would hide how often it is asked. */
function timeoutRefusal(property: string, timing: ProbeTiming): Refusal | undefined {
  const { periodSeconds, timeoutSeconds } = { ...PROBE_DEFAULTS, ...timing };
  if (timeoutSeconds <= periodSeconds) return undefined;
  const rule = `must be at most periodSeconds (${periodSeconds})`;
  return { property: `${property}.timeoutSeconds`, rule, got: timeoutSeconds };
}

function successRefusal(property: string, kind: keyof Probes, successThreshold = 1): Refusal | undefined {
  if (kind === 'readiness' || successThreshold === 1) return undefined;
  const rule = 'must be 1 for any probe but readiness';
  return { property: `${property}.successThreshold`, rule, got: successThreshold };
}
