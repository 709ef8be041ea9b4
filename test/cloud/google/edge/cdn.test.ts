import { cacheRefusals, cdnPolicy, type BackendCache } from '../../../../lib/cloud/google/edge/cdn';

function refusals(cache: BackendCache) {
  return cacheRefusals('cdn', cache).filter((refusal) => refusal !== undefined);
}

describe('a cache', () => {
  test('keeps what pods say may be kept, and nothing that is for one person', () => {
    expect(cdnPolicy({ cacheMode: 'USE_ORIGIN_HEADERS' })).toEqual({
      cacheMode: 'USE_ORIGIN_HEADERS',
      cacheKeyPolicy: { includeHost: true, includeProtocol: true, includeQueryString: true },
      negativeCaching: false,
      serveWhileStale: 0,
      bypassCacheOnRequestHeaders: [{ headerName: 'Authorization' }],
    });
  });

  test('keeps files for as long as told', () => {
    expect(cdnPolicy({ cacheMode: 'CACHE_ALL_STATIC' })).toMatchObject({
      ...{ defaultTtl: 3600, maxTtl: 86_400, clientTtl: 86_400 },
    });
    const long = { cacheMode: 'CACHE_ALL_STATIC', defaultTtlSeconds: 100_000 } as const;
    expect(cdnPolicy(long)).toMatchObject({ defaultTtl: 100_000, maxTtl: 100_000 });
  });

  test.each([true, false])('keeps errors, or does not: %s', (negativeCaching) => {
    expect(cdnPolicy({ cacheMode: 'USE_ORIGIN_HEADERS', negativeCaching })).toMatchObject({ negativeCaching });
  });

  test('refuses times that there are none of', () => {
    expect(refusals({ cacheMode: 'USE_ORIGIN_HEADERS', serveWhileStaleSeconds: -1 })).toEqual([
      { property: 'cdn.serveWhileStaleSeconds', rule: 'must be a whole number from 0 to 604800', got: -1 },
    ]);
    expect(refusals({ cacheMode: 'CACHE_ALL_STATIC', defaultTtlSeconds: 60, maxTtlSeconds: 30 })).toEqual([
      { property: 'cdn.maxTtlSeconds', rule: 'must be a whole number from 60 to 31622400', got: 30 },
    ]);
    expect(refusals({ cacheMode: 'CACHE_ALL_STATIC', defaultTtlSeconds: -1 })).toEqual([
      { property: 'cdn.defaultTtlSeconds', rule: 'must be a whole number from 0 to 31622400', got: -1 },
    ]);
  });
});
