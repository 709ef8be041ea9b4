import type * as k8s from 'cdk8s-plus-28/lib/imports/k8s';
import type { TraceSpec } from '../../core/model/telemetry';
import { collectorEndpoint } from '../../platform/observability/collector';
import type { WorkloadContext } from '../workload-props';

/** What is traced where `TraceSpec` does not say. */
export const TRACE_DEFAULTS = { samplePercent: 10, protocol: 'grpc' } as const;

/** Variables that hold what only the pod knows, named as OpenTelemetry's own operator names them. */
const POD_NAME = 'OTEL_RESOURCE_ATTRIBUTES_POD_NAME';
const NODE_NAME = 'OTEL_RESOURCE_ATTRIBUTES_NODE_NAME';

/** Names of the variables that `traceVariables` sets. */
export const TRACE_VARIABLES = [
  'OTEL_SERVICE_NAME',
  'OTEL_EXPORTER_OTLP_ENDPOINT',
  'OTEL_EXPORTER_OTLP_PROTOCOL',
  'OTEL_TRACES_SAMPLER',
  'OTEL_TRACES_SAMPLER_ARG',
  POD_NAME,
  NODE_NAME,
  'OTEL_RESOURCE_ATTRIBUTES',
] as const;

/** Attributes of the resource that are not a workload's to choose. */
export const TRACE_ATTRIBUTES = [
  'service.name',
  'service.namespace',
  'service.version',
  'k8s.namespace.name',
  'k8s.pod.name',
  'k8s.node.name',
] as const;

/**
 * Environment variables by which the OpenTelemetry library of the main container knows where traces go, how many, and
 * what they are of; none where there are no traces. The order matters: the last refers to those before it.
 * https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/
 */
export function traceVariables(context: WorkloadContext): k8s.EnvVar[] {
  const traces = context.telemetry?.traces;
  if (traces === undefined) return [];
  const { samplePercent = TRACE_DEFAULTS.samplePercent, protocol = TRACE_DEFAULTS.protocol } = traces;
  return [
    { name: 'OTEL_SERVICE_NAME', value: context.name },
    { name: 'OTEL_EXPORTER_OTLP_ENDPOINT', value: collectorEndpoint(protocol) },
    { name: 'OTEL_EXPORTER_OTLP_PROTOCOL', value: protocol },
    { name: 'OTEL_TRACES_SAMPLER', value: 'parentbased_traceidratio' },
    { name: 'OTEL_TRACES_SAMPLER_ARG', value: share(samplePercent) },
    { name: POD_NAME, valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
    { name: NODE_NAME, valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } },
    { name: 'OTEL_RESOURCE_ATTRIBUTES', value: resourceAttributes(context, traces) },
  ];
}

/** A percentage as a number up to 1, without the last digits of a binary fraction: 0.7 % is 0.007. */
function share(percent: number): string {
  return String(Number((percent / 100).toPrecision(12)));
}

function resourceAttributes(context: WorkloadContext, { attributes = {} }: TraceSpec): string {
  const { system, namespace, cluster } = context;
  const version = imageTag(context.image);
  const own = {
    'service.namespace': system,
    ...(version === undefined ? {} : { 'service.version': version }),
    ...(cluster?.environment === undefined ? {} : { 'deployment.environment.name': cluster.environment }),
    'k8s.namespace.name': namespace,
    ...attributes,
  };
  return [
    ...Object.entries(own).map(([key, value]) => `${key}=${encoded(value)}`),
    `k8s.pod.name=$(${POD_NAME})`,
    `k8s.node.name=$(${NODE_NAME})`,
  ].join();
}

/**
 * A value as the list of attributes holds it: what could end it, or be taken for a variable, is percent-encoded.
 * https://opentelemetry.io/docs/specs/otel/resource/sdk/#specifying-resource-information-via-an-environment-variable
 */
function encoded(value: string): string {
  return value.replace(/[^\w.:/@-]+/gu, encodeURIComponent);
}

/** Tag of an image reference: `v1.4.2` of `host:5000/name:v1.4.2@sha256:…`. */
function imageTag(image: string): string | undefined {
  return /:([^:/]+)$/.exec(image.replace(/@.*$/, ''))?.[1];
}
