import type { Refusal } from '../../core/errors';
import { cpuMillicores, quantityBytes } from '../../core/quantity';
import type { WorkloadContext } from '../workload-props';
import { podContainers, type PodContainer } from './pod-container';

/**
 * How far a limit may exceed its request. A node promises what is requested, so the rest is lent twice: where pods come
 * for their memory, some of them are evicted; where they come for their CPU, all only slow down.
 * https://kubernetes.io/docs/concepts/scheduling-eviction/node-pressure-eviction/
 */
const MAX_RATIO = { cpu: 10, memory: 4 } as const;

/**
 * Least that a container is promised. Kubernetes knows no smaller part of a CPU, and no process fits into less memory.
 */
const LEAST = { cpu: { amount: 1, quantity: '1m' }, memory: { amount: 2 ** 20, quantity: '1Mi' } } as const;

/** What a workload's properties say wrong of the CPU and memory of its containers. */
export function resourceRefusals(context: WorkloadContext): readonly (Refusal | undefined)[] {
  return podContainers(context).flatMap((container) => [cpuRefusal(container), memoryRefusal(container)]);
}

function cpuRefusal({ prefix, spec: { resources } }: PodContainer): Refusal | undefined {
  const { requests, limits } = resources;
  const request = {
    property: `${prefix}resources.requests.cpu`,
    got: requests.cpu,
    amount: cpuMillicores(requests.cpu),
  };
  const limit = { property: `${prefix}resources.limits.cpu`, got: limits.cpu, amount: cpuMillicores(limits.cpu) };
  return (
    quantityRefusal(request, '250m') ??
    quantityRefusal(limit, '250m') ??
    leastRefusal(request, LEAST.cpu) ??
    ratioRefusal(request, limit, MAX_RATIO.cpu)
  );
}

function memoryRefusal({ prefix, spec: { resources } }: PodContainer): Refusal | undefined {
  const { requests, limits } = resources;
  const request = {
    property: `${prefix}resources.requests.memory`,
    got: requests.memory,
    amount: quantityBytes(requests.memory),
  };
  const limit = {
    property: `${prefix}resources.limits.memory`,
    got: limits.memory,
    amount: quantityBytes(limits.memory),
  };
  return (
    quantityRefusal(request, '512Mi') ??
    quantityRefusal(limit, '512Mi') ??
    leastRefusal(request, LEAST.memory) ??
    ratioRefusal(request, limit, MAX_RATIO.memory)
  );
}

/** A quantity of a container, and what it comes to where it is one. */
interface Amount {
  readonly property: string;
  readonly got: string;
  readonly amount: number | undefined;
}

function quantityRefusal({ property, got, amount }: Amount, example: string): Refusal | undefined {
  return amount === undefined ? { property, rule: `must be a quantity such as ${example}`, got } : undefined;
}

function leastRefusal(
  { property, got, amount = 0 }: Amount,
  least: (typeof LEAST)[keyof typeof LEAST],
): Refusal | undefined {
  return amount < least.amount ? { property, rule: `must be at least ${least.quantity}`, got } : undefined;
}

function ratioRefusal(request: Amount, limit: Amount, most: number): Refusal | undefined {
  const { property, got } = limit;
  const { amount: requested = 0 } = request;
  const { amount: limited = 0 } = limit;
  if (limited < requested) return { property, rule: `must be at least the request (${request.got})`, got };
  if (limited <= most * requested) return undefined;
  return { property, rule: `must be at most ${most} times the request (${request.got})`, got };
}
