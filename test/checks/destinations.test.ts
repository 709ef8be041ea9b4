import { destinations, hasIdentity, type Rights } from '../../lib/checks/destinations';
import type { ClusterOutput } from '../../lib/checks/output';
import { cluster, model, service } from './fixtures';

const system = model(service('mail', { connectsTo: [{ external: 'smtp.example', portNumber: 587 }] }));
const on = (rights: Rights, fields: Partial<ClusterOutput> = {}): readonly string[] =>
  destinations(system, cluster([], fields), rights)
    .filter(({ verdict }) => verdict !== 'never')
    .map(({ address, port, verdict }) => `${address}:${port} ${verdict}`);
const IDENTITY: Rights = { permissions: [{ action: 'bucket:read', buckets: ['files'] }] };
const API: Rights = { apiAccess: [{ apiGroups: [''], resources: ['pods'], verbs: ['get'] }] };
const network = {
  apiServerRanges: ['10.0.0.0/16'],
  apiServerServiceRanges: ['172.20.0.0/16'],
  cloudApiRanges: ['10.1.0.0/16'],
  credentialEndpoint: { cidr: '169.254.170.23/32', port: 80 },
};

test('somebody without rights must reach nothing, wherever it is tried', () => {
  expect(on({})).toEqual([]);
  expect(
    destinations(system, cluster([]), {}).map(({ address, port, protocol }) => `${address}:${port}/${protocol}`),
  ).toEqual([
    '8.8.8.8:443/TCP',
    '8.8.8.8:587/TCP',
    '8.8.8.8:65535/TCP',
    '8.8.8.8:65535/UDP',
    '10.255.255.255:443/TCP',
    '10.255.255.255:65535/TCP',
    '100.127.255.255:443/TCP',
    '100.127.255.255:65535/TCP',
    '172.31.255.255:443/TCP',
    '172.31.255.255:65535/TCP',
    '192.168.255.255:443/TCP',
    '192.168.255.255:65535/TCP',
    '169.254.170.23:80/TCP',
    '169.254.169.254:80/TCP',
  ]);
});

test('who connects to hosts outside may use their ports, on whatever address', () => {
  expect(on({ connectsTo: [{ external: 'smtp.example', portNumber: 587 }] })).toEqual(['8.8.8.8:587 may']);
});

describe('who acts in the cloud', () => {
  test('must fetch credentials there and nowhere else, and may call its APIs', () => {
    expect(on(IDENTITY, { network })).toEqual(['8.8.8.8:443 may', '10.1.255.255:443 may', '169.254.170.23:80 must']);
  });

  test.each([
    ['aws', '169.254.170.23:80 must'],
    ['google', '169.254.169.254:80 must'],
  ] as const)('finds credentials of %s at its usual endpoint', (cloud, expected) => {
    expect(on(IDENTITY, { cloud }).at(-1)).toBe(expected);
  });

  test('finds them where the cluster says', () => {
    const credentialEndpoint = { cidr: '169.254.169.252/32', port: 988 };

    expect(on(IDENTITY, { network: { ...network, credentialEndpoint } }).at(-1)).toBe('169.254.169.252:988 must');
  });
});

describe('who calls the API server', () => {
  test('must reach it in the cluster’s ranges', () => {
    expect(on(API, { network })).toEqual(['10.0.255.255:443 must', '172.20.255.255:443 must']);
  });

  test('may reach it at any private address where nobody knows its ranges', () => {
    expect(on(API)).toEqual([
      '10.255.255.255:443 may',
      '100.127.255.255:443 may',
      '172.31.255.255:443 may',
      '192.168.255.255:443 may',
    ]);
  });

  test('is known to Cilium by another name than an address', () => {
    const named = destinations(system, cluster([], { network }), API).filter(
      ({ entity }) => entity === 'kube-apiserver',
    );

    expect(named.map(({ address }) => address)).toEqual(['10.0.255.255', '172.20.255.255']);
  });
});

test('ranges that cannot be read stand for nothing', () => {
  expect(on(API, { network: { ...network, apiServerRanges: ['fd00::/8'], apiServerServiceRanges: [] } })).toEqual([]);
});

test('an identity comes with a permission', () => {
  expect(hasIdentity(IDENTITY)).toBe(true);
  expect(hasIdentity({ permissions: [] })).toBe(false);
  expect(hasIdentity({})).toBe(false);
});
