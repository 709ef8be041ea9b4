import type { Refusal } from '../../core/errors';
import type { Probe } from '../../core/model/probe';
import { suggest } from '../../core/nearest';
import type { WorkloadContext } from '../workload-props';

/** What a workload's properties say wrong of its probes. */
export function probeRefusals({ probes, ports }: WorkloadContext): readonly (Refusal | undefined)[] {
  const entries: readonly (readonly [string, Probe | undefined])[] = Object.entries(probes ?? {});
  const asked = entries.flatMap(([kind, probe]) => {
    const port = probe?.httpGet?.port ?? probe?.tcpSocket?.port ?? probe?.grpc?.port;
    return port === undefined ? [] : [[`probes.${kind}.port`, port] as const];
  });
  return [
    ...entries.map(([kind, probe]) => (probe === undefined ? undefined : probeKindRefusal(kind, probe))),
    ...asked.map(([property, port]) =>
      Object.hasOwn(ports, port)
        ? undefined
        : { property, rule: 'must be a port of the workload', got: port, remedy: suggest(port, Object.keys(ports)) },
    ),
  ];
}

function probeKindRefusal(kind: string, { httpGet, tcpSocket, grpc, exec }: Probe): Refusal | undefined {
  const asked = Object.entries({ httpGet, tcpSocket, grpc, exec }).flatMap(([key, it]) =>
    it === undefined ? [] : [key],
  );
  if (asked.length === 1) return undefined;
  return { property: `probes.${kind}`, rule: 'must be one of httpGet, tcpSocket, grpc and exec', got: asked };
}
