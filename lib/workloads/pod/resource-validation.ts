import type { Refusal } from '../../core/errors';
import { cpuMillicores, quantityBytes } from '../../core/quantity';
import type { WorkloadContext } from '../workload-props';

/** What a workload's properties say wrong of the CPU and memory of its containers. */
export function resourceRefusals({ resources }: WorkloadContext): readonly (Refusal | undefined)[] {
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
