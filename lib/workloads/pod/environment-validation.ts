import type { Refusal } from '../../core/errors';
import type { WorkloadContext } from '../workload-props';
import { podContainers, type PodContainer } from './pod-container';

/** What shells and Kubernetes both take for the name of a variable. */
const VARIABLE = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** What a workload's properties say wrong of its containers' environment. */
export function environmentRefusals(context: WorkloadContext): readonly (Refusal | undefined)[] {
  return [
    ...nameRefusals('configEnv', context.configEnv ?? {}),
    ...podContainers(context).flatMap((container) => containerRefusals(container)),
  ];
}

function containerRefusals({ prefix, spec }: PodContainer): readonly (Refusal | undefined)[] {
  const { env = {}, fieldEnv = {}, secretEnv = {} } = spec;
  return [
    ...nameRefusals(`${prefix}env`, env),
    ...nameRefusals(`${prefix}fieldEnv`, fieldEnv),
    ...nameRefusals(`${prefix}secretEnv`, secretEnv),
    ...twiceRefusals(`${prefix}fieldEnv`, fieldEnv, 'env', env),
    ...twiceRefusals(`${prefix}secretEnv`, secretEnv, 'env', env),
    ...twiceRefusals(`${prefix}secretEnv`, secretEnv, 'fieldEnv', fieldEnv),
  ];
}

function nameRefusals(
  property: string,
  variables: Readonly<Record<string, unknown>>,
): readonly (Refusal | undefined)[] {
  return Object.keys(variables).map((name) =>
    VARIABLE.test(name)
      ? undefined
      : {
          property: `${property}.${name}`,
          rule: 'must be named in letters, digits and underscores, such as LOG_LEVEL',
          got: name,
        },
  );
}

function twiceRefusals(
  property: string,
  variables: Readonly<Record<string, unknown>>,
  other: string,
  others: Readonly<Record<string, unknown>>,
): readonly (Refusal | undefined)[] {
  return Object.keys(variables).map((name) =>
    Object.hasOwn(others, name)
      ? { property: `${property}.${name}`, rule: `must not stand in ${other} as well`, got: name }
      : undefined,
  );
}
