import type { Refusal } from '../../core/errors';
import type { Quorum } from '../../core/model/workload-spec';
import { suggest } from '../../core/nearest';
import { WORKLOAD_DEFAULTS } from '../defaults';
import { initContainers, mainContainer } from '../pod/pod-container';
import type { ContextOf } from '../workload-props';
import { QUORUM_VARIABLES } from './quorum';

/** What a workload's properties say wrong of members that decide by majority. */
export function quorumRefusals(context: ContextOf<'StatefulSet'>): readonly (Refusal | undefined)[] {
  const { quorum } = context;
  if (quorum === undefined) return [];
  return [memberRefusal(context), portRefusal(context, quorum), ...variableRefusals(context)];
}

/** An even number survives no more failures than the odd one below it. */
function memberRefusal({ replicas = WORKLOAD_DEFAULTS.replicas }: ContextOf<'StatefulSet'>): Refusal | undefined {
  if (typeof replicas !== 'number') {
    const rule = 'must be a number where there is a quorum: its members know each other by name';
    return { property: 'replicas', rule, got: replicas };
  }
  // What is no number of pods at all is refused as such.
  if (!Number.isInteger(replicas) || replicas < 0 || replicas % 2 === 1) return undefined;
  const rule = 'must be an odd number where there is a quorum: 3 or more, or 1 to develop with';
  return { property: 'replicas', rule, got: replicas };
}

function portRefusal({ ports }: ContextOf<'StatefulSet'>, { port }: Quorum<string>): Refusal | undefined {
  if (Object.hasOwn(ports, port)) return undefined;
  const rule = 'must be a port of the workload';
  return { property: 'quorum.port', rule, got: port, remedy: suggest(port, Object.keys(ports)) };
}

/** Variables of the main container and of those before it, which are told of the members. */
function variableRefusals(context: ContextOf<'StatefulSet'>): readonly (Refusal | undefined)[] {
  return [
    ...takenRefusals('configEnv', context.configEnv),
    ...[mainContainer(context), ...initContainers(context)].flatMap(({ prefix, spec }) => [
      ...takenRefusals(`${prefix}env`, spec.env),
      ...takenRefusals(`${prefix}fieldEnv`, spec.fieldEnv),
      ...takenRefusals(`${prefix}secretEnv`, spec.secretEnv),
    ]),
  ];
}

function takenRefusals(property: string, variables: Readonly<Record<string, unknown>> = {}): readonly Refusal[] {
  const rule = 'must have another name, which the quorum does not set';
  return QUORUM_VARIABLES.filter((name) => Object.hasOwn(variables, name)).map((name) => ({
    property: `${property}.${name}`,
    rule,
    got: name,
  }));
}
