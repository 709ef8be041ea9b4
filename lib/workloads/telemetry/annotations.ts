import type { WorkloadContext } from '../workload-props';

/**
 * Annotation by which a pod tells Fluent Bit what its lines are, where Fluent Bit has `K8S-Logging.Parser` on.
 * https://docs.fluentbit.io/manual/pipeline/filters/kubernetes#kubernetes-pod-annotations
 */
export const LOG_PARSER_ANNOTATION = 'fluentbit.io/parser';

/** Parser of Fluent Bit's own `parsers.conf`. */
const JSON_PARSER = 'json';

/** Annotations of a workload's pods that tell how its log is read; none where lines are text. */
export function telemetryAnnotations({ telemetry }: WorkloadContext): Readonly<Record<string, string>> {
  return telemetry?.logs?.format === 'json' ? { [LOG_PARSER_ANNOTATION]: JSON_PARSER } : {};
}
