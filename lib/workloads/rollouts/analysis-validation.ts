import type { Refusal } from '../../core/errors';
import type { Analysis, AnalysisMetric } from '../../core/model/rollout';
import { isDnsLabel } from '../../core/names';
import { wholeNumberRefusal } from '../controllers/whole-number';
import type { ContextOf } from '../workload-props';
import { requestPorts } from './request-split';

/** What a workload says wrong of how its new versions are judged. */
export function analysisRefusals(
  context: ContextOf<'Deployment'>,
  analysis: Analysis,
): readonly (Refusal | undefined)[] {
  const { intervalSeconds, failureLimit, metrics } = analysis;
  const property = 'rollout.analysis';
  return [
    wholeNumberRefusal(`${property}.intervalSeconds`, intervalSeconds, 1, ' of seconds'),
    wholeNumberRefusal(`${property}.failureLimit`, failureLimit, 0),
    Object.keys(metrics).length > 0
      ? undefined
      : { property: `${property}.metrics`, rule: 'must be at least one metric', got: metrics },
    ...Object.entries(metrics).flatMap(([name, metric]) => [
      nameRefusal(`${property}.metrics`, name),
      sourceRefusal(context, `${property}.metrics.${name}`, metric),
      ...boundRefusals(`${property}.metrics.${name}`, metric),
    ]),
  ];
}

function nameRefusal(property: string, name: string): Refusal | undefined {
  if (isDnsLabel(name)) return undefined;
  return { property, rule: 'must be named in lower-case letters, digits and dashes, 63 at most', got: name };
}

/** A mesh counts requests; of a connection it knows neither success nor latency. */
function sourceRefusal(
  { mesh, ports }: ContextOf<'Deployment'>,
  property: string,
  { kind }: AnalysisMetric,
): Refusal | undefined {
  if (kind === 'prometheus') return undefined;
  const remedy = "or let it be a query of kind 'prometheus'";
  if (mesh?.requests === undefined) {
    return { property, rule: 'needs a mesh that counts requests', got: kind, remedy };
  }
  if (Object.keys(ports).length === 0 || Object.keys(requestPorts(ports)).length > 0) return undefined;
  return { property, rule: "needs a port of protocol 'http' or 'grpc'", got: kind, remedy };
}

function boundRefusals(property: string, metric: AnalysisMetric): readonly (Refusal | undefined)[] {
  switch (metric.kind) {
    case 'success-rate':
      return [
        metric.minPercent > 0 && metric.minPercent <= 100
          ? undefined
          : {
              property: `${property}.minPercent`,
              rule: 'must be more than 0, and 100 at most',
              got: metric.minPercent,
            },
      ];
    case 'latency':
      return [
        metric.percentile > 0 && metric.percentile < 100
          ? undefined
          : { property: `${property}.percentile`, rule: 'must be between 0 and 100', got: metric.percentile },
        metric.maxMilliseconds > 0
          ? undefined
          : { property: `${property}.maxMilliseconds`, rule: 'must be more than 0', got: metric.maxMilliseconds },
      ];
    case 'prometheus':
      return [
        metric.query.trim() === ''
          ? { property: `${property}.query`, rule: 'must be a query', got: metric.query }
          : undefined,
        rangeRefusal(property, metric),
      ];
  }
}

function rangeRefusal(
  property: string,
  { min, max }: { readonly min?: number; readonly max?: number },
): Refusal | undefined {
  if (min === undefined && max === undefined) {
    return { property, rule: 'needs a min or a max, or every answer would do', got: { min, max } };
  }
  const malformed = Object.entries({ min, max }).find(([, bound]) => bound !== undefined && !Number.isFinite(bound));
  if (malformed !== undefined) {
    const [key, bound] = malformed;
    return { property: `${property}.${key}`, rule: 'must be a number', got: String(bound) };
  }
  if (min === undefined || max === undefined || min <= max) return undefined;
  return { property: `${property}.min`, rule: `must be at most ${property}.max (${max})`, got: min };
}
