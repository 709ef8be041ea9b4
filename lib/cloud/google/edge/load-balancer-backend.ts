import { ComputeBackendService } from '@cdktf/provider-google/lib/compute-backend-service';
import { Token } from 'cdktf';
import { Construct } from 'constructs';
import type { Refusal } from '../../../core/errors';
import { boundedName } from '../../../core/names';
import { wholeNumberRefusal } from '../../common/whole-number';
import { resourceNameRefusal } from '../resource-name';
import { cacheRefusals, cdnPolicy, type BackendCache } from './cdn';
import type { ICloudArmorPolicy } from './cloud-armor-policy';
import { DESTROYED_LAST } from './destroyed-last';
import { healthCheckId, healthCheckRefusals, type BackendHealthCheck, type BackendProtocol } from './health-check';
import { backendGroups, endpointRefusals, type NetworkEndpoints } from './network-endpoints';
import { outlierDetection } from './outlier-detection';
import { affinityRefusal, sessionAffinity, type SessionAffinity } from './session-affinity';

const MAX_NAME = 63;
const SECONDS_PER_DAY = 86_400;
const DEFAULT_TIMEOUT_SECONDS = 30;
const DEFAULT_DRAINING_SECONDS = 60;
/** https://cloud.google.com/load-balancing/docs/enabling-connection-draining */
const DRAINING_SECONDS = { min: 0, max: 3600 };
const MAX_TIMEOUT_SECONDS = 2_147_483_647;
const DEFAULT_LOG_SAMPLE_RATE = 1;
const DEFAULT_HSTS_DAYS = 365;
const HEADER = /^[A-Za-z0-9-]+:\s*\S.*$/;

/** What requests are sent to: the same service, in one cluster or in several regions. */
export interface LoadBalancerBackend {
  /** Pods that serve, by their clusters' names. */
  readonly endpoints: Readonly<Record<string, NetworkEndpoints>>;
  /**
   * Protocol that pods are spoken to. Certificates of pods are not verified.
   *
   * @default 'HTTPS'
   */
  readonly protocol?: BackendProtocol;
  /**
   * How the load balancer finds out which pods can serve.
   *
   * @default - / has to be answered with 200, by the backend's protocol and port
   */
  readonly healthCheck?: BackendHealthCheck;
  /**
   * Seconds that an answer may take, from the first byte of the request to the last; for WebSockets the life of the
   * connection.
   *
   * @default 30
   */
  readonly timeoutSeconds?: number;
  /**
   * Seconds that a pod which is taken away may use to finish, up to 3600.
   *
   * @default 60
   */
  readonly connectionDrainingSeconds?: number;
  /**
   * How clients keep to a pod.
   *
   * @default - they do not
   */
  readonly sessionAffinity?: SessionAffinity;
  /**
   * Whether a pod that answers with errors time and again is left alone for a while, before its health check fails.
   *
   * @default true
   */
  readonly outlierDetection?: boolean;
  /**
   * Share of requests that are logged, from 0 to 1. Of requests that Cloud Armor refuses, too.
   *
   * @default 1
   */
  readonly logSampleRate?: number;
  /**
   * What Cloud CDN keeps. Cloud Armor does not see requests that are answered from the cache.
   *
   * @default - nothing
   */
  readonly cdn?: BackendCache;
  /**
   * Policy that requests are filtered by.
   *
   * @default - the load balancer's
   */
  readonly securityPolicy?: ICloudArmorPolicy;
  /**
   * Headers that pods get with each request, such as `X-Client-Region: {client_region}`.
   * https://cloud.google.com/load-balancing/docs/https/custom-headers
   *
   * @default - none
   */
  readonly customRequestHeaders?: readonly string[];
  /**
   * Headers that clients get with each answer.
   *
   * @default - none but Strict-Transport-Security
   */
  readonly customResponseHeaders?: readonly string[];
  /**
   * Days for which browsers are told to use HTTPS only; 0 to tell them nothing. A header of one's own counts instead.
   *
   * @default 365
   */
  readonly hstsDays?: number;
}

/** Makes the backend service, with its health check, and returns its id. */
export function backendServiceId(
  scope: Construct,
  key: string,
  loadBalancer: { readonly project: string; readonly name: string; readonly securityPolicy: ICloudArmorPolicy },
  backend: LoadBalancerBackend,
): string {
  const { project } = loadBalancer;
  const name = boundedName([loadBalancer.name, key], MAX_NAME);
  const { protocol = 'HTTPS', customRequestHeaders = [], logSampleRate = DEFAULT_LOG_SAMPLE_RATE } = backend;
  const service = new Construct(scope, `backend-${key}`);
  const healthCheck = healthCheckId(service, 'HealthCheck', { project, name }, protocol, backend.healthCheck ?? {});
  return new ComputeBackendService(service, 'Resource', {
    project,
    name,
    loadBalancingScheme: 'EXTERNAL_MANAGED',
    protocol,
    backend: backendGroups(project, backend.endpoints),
    healthChecks: [healthCheck],
    timeoutSec: backend.timeoutSeconds ?? DEFAULT_TIMEOUT_SECONDS,
    connectionDrainingTimeoutSec: backend.connectionDrainingSeconds ?? DEFAULT_DRAINING_SECONDS,
    ...sessionAffinity(backend.sessionAffinity),
    outlierDetection: outlierDetection(backend.outlierDetection ?? true),
    logConfig: logSampleRate === 0 ? { enable: false } : { enable: true, sampleRate: logSampleRate },
    enableCdn: backend.cdn !== undefined,
    cdnPolicy: backend.cdn === undefined ? undefined : cdnPolicy(backend.cdn),
    securityPolicy: (backend.securityPolicy ?? loadBalancer.securityPolicy).id,
    customRequestHeaders: [...customRequestHeaders].sort(),
    customResponseHeaders: responseHeaders(backend),
    lifecycle: DESTROYED_LAST,
  }).id;
}

/** Refuses backends that Google would. */
export function backendRefusals(property: string, key: string, backend: LoadBalancerBackend): (Refusal | undefined)[] {
  const { customRequestHeaders = [], customResponseHeaders = [], cdn } = backend;
  const { logSampleRate = DEFAULT_LOG_SAMPLE_RATE } = backend;
  return [
    resourceNameRefusal(property, key, MAX_NAME),
    ...endpointRefusals(`${property}.endpoints`, backend.endpoints),
    ...healthCheckRefusals(`${property}.healthCheck`, backend.healthCheck ?? {}),
    wholeNumberRefusal(`${property}.timeoutSeconds`, backend.timeoutSeconds ?? DEFAULT_TIMEOUT_SECONDS, {
      ...{ min: 1, max: MAX_TIMEOUT_SECONDS },
    }),
    wholeNumberRefusal(
      `${property}.connectionDrainingSeconds`,
      backend.connectionDrainingSeconds ?? DEFAULT_DRAINING_SECONDS,
      DRAINING_SECONDS,
    ),
    affinityRefusal(`${property}.sessionAffinity`, backend.sessionAffinity),
    Token.isUnresolved(logSampleRate) || (logSampleRate >= 0 && logSampleRate <= 1)
      ? undefined
      : { property: `${property}.logSampleRate`, rule: 'must be from 0 to 1', got: logSampleRate },
    ...(cdn === undefined ? [] : cacheRefusals(`${property}.cdn`, cdn)),
    ...headerRefusals(`${property}.customRequestHeaders`, customRequestHeaders),
    ...headerRefusals(`${property}.customResponseHeaders`, customResponseHeaders),
    wholeNumberRefusal(`${property}.hstsDays`, backend.hstsDays ?? DEFAULT_HSTS_DAYS, { min: 0 }),
  ];
}

function responseHeaders({ customResponseHeaders = [], hstsDays = DEFAULT_HSTS_DAYS }: LoadBalancerBackend): string[] {
  const said = hstsDays === 0 || customResponseHeaders.some((header) => /^strict-transport-security:/i.test(header));
  const hsts = said ? [] : [`Strict-Transport-Security: max-age=${hstsDays * SECONDS_PER_DAY}`];
  return [...customResponseHeaders, ...hsts].sort();
}

function headerRefusals(property: string, headers: readonly string[]): Refusal[] {
  return headers
    .filter((header) => !Token.isUnresolved(header) && !HEADER.test(header))
    .map((got) => ({ property, rule: 'must hold headers such as X-Frame-Options: DENY', got }));
}
