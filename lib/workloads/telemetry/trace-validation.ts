import type { Refusal } from '../../core/errors';
import type { TraceSpec } from '../../core/model/telemetry';
import { mainContainer } from '../pod/pod-container';
import type { WorkloadContext } from '../workload-props';
import { TRACE_ATTRIBUTES, TRACE_VARIABLES } from './trace-variables';

/** Keys as OpenTelemetry names them. https://opentelemetry.io/docs/specs/semconv/general/naming/ */
const ATTRIBUTE = /^[a-z](?:[a-z0-9._-]*[a-z0-9])?$/;

/** What a workload's properties say wrong of its traces. */
export function traceRefusals(context: WorkloadContext): readonly (Refusal | undefined)[] {
  const traces = context.telemetry?.traces;
  if (traces === undefined) return [];
  return [
    sampleRefusal(traces),
    ...Object.keys(traces.attributes ?? {}).map((key) => attributeRefusal(key)),
    ...variableRefusals(context),
  ];
}

function sampleRefusal({ samplePercent }: TraceSpec): Refusal | undefined {
  if (samplePercent === undefined || (samplePercent >= 0 && samplePercent <= 100)) return undefined;
  return { property: 'telemetry.traces.samplePercent', rule: 'must be from 0 to 100', got: samplePercent };
}

function attributeRefusal(key: string): Refusal | undefined {
  const property = `telemetry.traces.attributes.${key}`;
  if (!ATTRIBUTE.test(key)) {
    const rule = 'must be named in lower-case letters, digits, dots, dashes and underscores, such as team.name';
    return { property, rule, got: key };
  }
  if (!TRACE_ATTRIBUTES.some((own) => own === key)) return undefined;
  return { property, rule: 'must be another attribute than those that the platform tells', got: key };
}

/** Variables of the main container, which is told where its traces go. */
function variableRefusals(context: WorkloadContext): readonly Refusal[] {
  const { env, fieldEnv, secretEnv } = mainContainer(context).spec;
  return Object.entries({ configEnv: context.configEnv, env, fieldEnv, secretEnv }).flatMap(([list, variables = {}]) =>
    TRACE_VARIABLES.filter((name) => Object.hasOwn(variables, name)).map((name) => ({
      property: `${list}.${name}`,
      rule: 'must be left out where telemetry.traces sets it',
      got: name,
    })),
  );
}
