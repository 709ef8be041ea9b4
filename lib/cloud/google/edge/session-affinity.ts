import type { ComputeBackendServiceConfig } from '@cdktf/provider-google/lib/compute-backend-service';
import type { Refusal } from '../../../core/errors';
import { wholeNumberRefusal } from '../../common/whole-number';

/** A day: https://cloud.google.com/load-balancing/docs/backend-service#generated_cookie_affinity */
const GENERATED_COOKIE_SECONDS = { min: 0, max: 86_400 };
/** Two weeks: https://cloud.google.com/load-balancing/docs/backend-service#stateful-session-affinity */
const STRONG_COOKIE_SECONDS = { min: 0, max: 1_209_600 };

/** Sends a client to the pod that it was sent to before, by a cookie of the load balancer's own. */
export interface CookieAffinity {
  /**
   * `STRONG_COOKIE_AFFINITY` keeps to the pod as long as it is healthy. `GENERATED_COOKIE` does as long as no pods
   * come and go, and none is full.
   */
  readonly kind: 'GENERATED_COOKIE' | 'STRONG_COOKIE_AFFINITY';
  /** Seconds that the cookie is valid for: up to 86400, or 1209600 if strong; 0 until the browser is closed. */
  readonly ttlSeconds: number;
}

/** Sends a client to the pod that it was sent to before, by its address: weak where many share one. */
export interface ClientIpAffinity {
  readonly kind: 'CLIENT_IP';
}

/** How clients keep to a pod. */
export type SessionAffinity = CookieAffinity | ClientIpAffinity;

/** The settings of a backend service that clients keep to a pod by. */
export function sessionAffinity(
  affinity: SessionAffinity | undefined,
): Pick<
  ComputeBackendServiceConfig,
  'sessionAffinity' | 'affinityCookieTtlSec' | 'localityLbPolicy' | 'strongSessionAffinityCookie'
> {
  if (affinity === undefined) return { sessionAffinity: 'NONE', localityLbPolicy: 'ROUND_ROBIN' };
  switch (affinity.kind) {
    case 'CLIENT_IP':
      return { sessionAffinity: 'CLIENT_IP', localityLbPolicy: 'RING_HASH' };
    case 'GENERATED_COOKIE':
      return {
        sessionAffinity: 'GENERATED_COOKIE',
        affinityCookieTtlSec: affinity.ttlSeconds,
        localityLbPolicy: 'RING_HASH',
      };
    case 'STRONG_COOKIE_AFFINITY':
      return {
        sessionAffinity: 'STRONG_COOKIE_AFFINITY',
        localityLbPolicy: 'ROUND_ROBIN',
        strongSessionAffinityCookie: { ttl: { seconds: affinity.ttlSeconds } },
      };
  }
}

/** Refuses cookies that last longer than Google lets them. */
export function affinityRefusal(property: string, affinity: SessionAffinity | undefined): Refusal | undefined {
  if (affinity === undefined || affinity.kind === 'CLIENT_IP') return undefined;
  const bounds = affinity.kind === 'GENERATED_COOKIE' ? GENERATED_COOKIE_SECONDS : STRONG_COOKIE_SECONDS;
  return wholeNumberRefusal(`${property}.ttlSeconds`, affinity.ttlSeconds, bounds);
}
