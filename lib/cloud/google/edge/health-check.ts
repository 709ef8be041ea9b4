import { ComputeHealthCheck } from '@cdktf/provider-google/lib/compute-health-check';
import { Token } from 'cdktf';
import type { Construct } from 'constructs';
import type { Refusal } from '../../../core/errors';
import { wholeNumberRefusal } from '../../common/whole-number';
import { DESTROYED_LAST } from './destroyed-last';

const DEFAULT_PATH = '/';
const DEFAULT_INTERVAL_SECONDS = 10;
const DEFAULT_TIMEOUT_SECONDS = 5;
const HEALTHY_THRESHOLD = 2;
const UNHEALTHY_THRESHOLD = 3;
/** https://cloud.google.com/compute/docs/reference/rest/v1/healthChecks */
const SECONDS = { min: 1, max: 300 };
const PORT = { min: 1, max: 65_535 };

/** Protocols that a load balancer speaks to pods. */
export type BackendProtocol = 'HTTP' | 'HTTPS' | 'HTTP2';

/** How a load balancer finds out which pods can serve. */
export interface BackendHealthCheck {
  /**
   * Path that has to be answered with 200.
   *
   * @default '/'
   */
  readonly requestPath?: string;
  /**
   * Port of the pods, such as 15021 of an Istio gateway.
   *
   * @default - the port that requests go to
   */
  readonly port?: number;
  /**
   * Protocol of the check. Certificates of pods are not verified.
   *
   * @default - protocol of the backend
   */
  readonly protocol?: BackendProtocol;
  /**
   * Host header of the check.
   *
   * @default - the load balancer's address
   */
  readonly host?: string;
  /**
   * Seconds between two checks, from 1 to 300. Three failures make a pod unhealthy, two successes healthy again.
   *
   * @default 10
   */
  readonly checkIntervalSeconds?: number;
  /**
   * Seconds that an answer may take, at most the interval.
   *
   * @default 5, or the interval where that is less
   */
  readonly timeoutSeconds?: number;
}

/** Makes a health check, which logs each change of health, and returns its id. */
export function healthCheckId(
  scope: Construct,
  id: string,
  where: { readonly project: string; readonly name: string },
  backendProtocol: BackendProtocol,
  check: BackendHealthCheck,
): string {
  const { intervalSeconds, timeoutSeconds } = times(check);
  const settings = {
    requestPath: check.requestPath ?? DEFAULT_PATH,
    host: check.host,
    ...(check.port === undefined
      ? { portSpecification: 'USE_SERVING_PORT' }
      : { portSpecification: 'USE_FIXED_PORT', port: check.port }),
  };
  const protocol = check.protocol ?? backendProtocol;
  return new ComputeHealthCheck(scope, id, {
    ...where,
    checkIntervalSec: intervalSeconds,
    timeoutSec: timeoutSeconds,
    healthyThreshold: HEALTHY_THRESHOLD,
    unhealthyThreshold: UNHEALTHY_THRESHOLD,
    httpHealthCheck: protocol === 'HTTP' ? settings : undefined,
    httpsHealthCheck: protocol === 'HTTPS' ? settings : undefined,
    http2HealthCheck: protocol === 'HTTP2' ? settings : undefined,
    logConfig: { enable: true },
    lifecycle: DESTROYED_LAST,
  }).id;
}

/** Refuses checks that Google would. */
export function healthCheckRefusals(property: string, check: BackendHealthCheck): (Refusal | undefined)[] {
  const { requestPath = DEFAULT_PATH, port } = check;
  const { intervalSeconds, timeoutSeconds } = times(check);
  return [
    Token.isUnresolved(requestPath) || requestPath.startsWith('/')
      ? undefined
      : { property: `${property}.requestPath`, rule: 'must begin with a slash', got: requestPath },
    port === undefined ? undefined : wholeNumberRefusal(`${property}.port`, port, PORT),
    wholeNumberRefusal(`${property}.checkIntervalSeconds`, intervalSeconds, SECONDS),
    Token.isUnresolved(intervalSeconds)
      ? undefined
      : wholeNumberRefusal(`${property}.timeoutSeconds`, timeoutSeconds, { min: 1, max: intervalSeconds }),
  ];
}

function times(check: BackendHealthCheck): { readonly intervalSeconds: number; readonly timeoutSeconds: number } {
  const intervalSeconds = check.checkIntervalSeconds ?? DEFAULT_INTERVAL_SECONDS;
  const shorter = Token.isUnresolved(intervalSeconds)
    ? DEFAULT_TIMEOUT_SECONDS
    : Math.min(DEFAULT_TIMEOUT_SECONDS, intervalSeconds);
  return { intervalSeconds, timeoutSeconds: check.timeoutSeconds ?? shorter };
}
