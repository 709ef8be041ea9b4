import type { ComputeBackendServiceCdnPolicy } from '@cdktf/provider-google/lib/compute-backend-service';
import type { Refusal } from '../../../core/errors';
import { wholeNumberRefusal } from '../../common/whole-number';

const DEFAULT_TTL_SECONDS = 3600;
const DEFAULT_MAX_TTL_SECONDS = 86_400;
/** https://cloud.google.com/cdn/docs/using-ttl-overrides */
const MAX_TTL_SECONDS = 31_622_400;
/** https://cloud.google.com/cdn/docs/serving-stale-content */
const STALE_SECONDS = { min: 0, max: 604_800 };
const DEFAULT_STALE_SECONDS = 0;

/** Options of every cache. */
export interface CacheOptions {
  /**
   * Seconds for which an answer is served although it is out of date, while another one is fetched, or cannot be.
   *
   * @default 0
   */
  readonly serveWhileStaleSeconds?: number;
  /**
   * Whether errors such as 404 are cached for a short time.
   *
   * @default false
   */
  readonly negativeCaching?: boolean;
}

/** Caches what the pods say may be cached, and nothing else. */
export interface OriginHeadersCache extends CacheOptions {
  readonly cacheMode: 'USE_ORIGIN_HEADERS';
}

/** Caches what looks like a file, such as scripts and images, unless the pods say otherwise. */
export interface StaticCache extends CacheOptions {
  readonly cacheMode: 'CACHE_ALL_STATIC';
  /**
   * Seconds for which files are cached that pods say nothing about.
   *
   * @default 3600
   */
  readonly defaultTtlSeconds?: number;
  /**
   * Seconds for which files are cached at most, and by browsers, too.
   *
   * @default 86400, or defaultTtlSeconds where that is more
   */
  readonly maxTtlSeconds?: number;
}

/** What Cloud CDN keeps. That all is cached, whoever asked, is not among the choices. */
export type BackendCache = OriginHeadersCache | StaticCache;

/** The cache's settings. Its key is the whole of the address. */
export function cdnPolicy(cache: BackendCache): ComputeBackendServiceCdnPolicy {
  return {
    cacheMode: cache.cacheMode,
    cacheKeyPolicy: { includeHost: true, includeProtocol: true, includeQueryString: true },
    negativeCaching: cache.negativeCaching ?? false,
    serveWhileStale: cache.serveWhileStaleSeconds ?? DEFAULT_STALE_SECONDS,
    // An answer to one person must not be the next one's.
    bypassCacheOnRequestHeaders: [{ headerName: 'Authorization' }],
    ...(cache.cacheMode === 'USE_ORIGIN_HEADERS' ? {} : ttls(cache)),
  };
}

/** Refuses times that Cloud CDN would. */
export function cacheRefusals(property: string, cache: BackendCache): (Refusal | undefined)[] {
  const { serveWhileStaleSeconds = DEFAULT_STALE_SECONDS } = cache;
  const stale = wholeNumberRefusal(`${property}.serveWhileStaleSeconds`, serveWhileStaleSeconds, STALE_SECONDS);
  if (cache.cacheMode === 'USE_ORIGIN_HEADERS') return [stale];
  const { defaultTtl, maxTtl } = ttls(cache);
  return [
    stale,
    wholeNumberRefusal(`${property}.defaultTtlSeconds`, defaultTtl, { min: 0, max: MAX_TTL_SECONDS }),
    wholeNumberRefusal(`${property}.maxTtlSeconds`, maxTtl, { min: defaultTtl, max: MAX_TTL_SECONDS }),
  ];
}

function ttls({ defaultTtlSeconds = DEFAULT_TTL_SECONDS, maxTtlSeconds }: StaticCache) {
  const maxTtl = maxTtlSeconds ?? Math.max(DEFAULT_MAX_TTL_SECONDS, defaultTtlSeconds);
  return { defaultTtl: defaultTtlSeconds, maxTtl, clientTtl: maxTtl };
}
