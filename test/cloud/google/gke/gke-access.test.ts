import { access, accessRefusals, type GkeAccessOptions } from '../../../../lib/cloud/google/gke/gke-access';

const RANGE = '10.40.32.0/28';

function refusals(options: GkeAccessOptions): unknown[] {
  return accessRefusals(options).filter((refusal) => refusal !== undefined);
}

describe('access', () => {
  test('is by DNS and IAM alone where no networks are authorized', () => {
    expect(access(RANGE, {})).toEqual({
      controlPlaneEndpointsConfig: {
        dnsEndpointConfig: { allowExternalTraffic: true },
        ipEndpointsConfig: { enabled: false },
      },
      privateClusterConfig: { enablePrivateNodes: true, masterIpv4CidrBlock: RANGE },
    });
  });

  test('is also by address from the networks that are authorized, each once and in order', () => {
    expect(access(RANGE, { authorizedNetworks: ['203.0.113.0/24', '198.51.100.0/24', '203.0.113.0/24'] })).toEqual({
      controlPlaneEndpointsConfig: {
        dnsEndpointConfig: { allowExternalTraffic: true },
        ipEndpointsConfig: { enabled: true },
      },
      privateClusterConfig: {
        enablePrivateNodes: true,
        masterIpv4CidrBlock: RANGE,
        enablePrivateEndpoint: false,
        masterGlobalAccessConfig: { enabled: false },
      },
      masterAuthorizedNetworksConfig: {
        cidrBlocks: [{ cidrBlock: '198.51.100.0/24' }, { cidrBlock: '203.0.113.0/24' }],
        gcpPublicCidrsAccessEnabled: false,
        privateEndpointEnforcementEnabled: true,
      },
    });
  });

  test('may be by a private address alone, from all regions', () => {
    expect(
      access(RANGE, {
        dnsEndpoint: false,
        ipEndpoint: 'private',
        authorizedNetworks: ['10.0.0.0/8'],
        globalAccess: true,
      }),
    ).toMatchObject({
      controlPlaneEndpointsConfig: { dnsEndpointConfig: { allowExternalTraffic: false } },
      privateClusterConfig: { enablePrivateEndpoint: true, masterGlobalAccessConfig: { enabled: true } },
    });
  });

  test('by a private address opens to nobody but nodes where no networks are authorized', () => {
    expect(access(RANGE, { ipEndpoint: 'private' }).masterAuthorizedNetworksConfig).toMatchObject({ cidrBlocks: [] });
  });
});

describe('accessRefusals', () => {
  test.each<[string, GkeAccessOptions]>([
    ['nothing said', {}],
    ['the DNS endpoint beside a private one', { ipEndpoint: 'private' }],
    ['a private endpoint alone', { dnsEndpoint: false, ipEndpoint: 'private', authorizedNetworks: ['10.0.0.0/8'] }],
    ['a public endpoint alone', { dnsEndpoint: false, authorizedNetworks: ['203.0.113.7/32'] }],
    ['a private network of any size', { ipEndpoint: 'private', authorizedNetworks: ['240.0.0.0/4'] }],
  ])('accept %s', (_case, options) => {
    expect(refusals(options)).toEqual([]);
  });

  test('refuse to authorize networks while the endpoint is off', () => {
    expect(refusals({ ipEndpoint: 'off', authorizedNetworks: ['203.0.113.0/24'] })).toEqual([
      {
        property: 'ipEndpoint',
        rule: 'must be private or public where authorizedNetworks are named',
        got: 'off',
        remedy: 'leave one of the two out',
      },
    ]);
  });

  test('refuse an endpoint that is open to everybody', () => {
    expect(refusals({ ipEndpoint: 'public', dnsEndpoint: false })).toEqual([
      {
        property: 'ipEndpoint',
        rule: 'must not be open to everybody',
        got: 'public',
        remedy: 'name authorizedNetworks',
      },
    ]);
  });

  test.each<GkeAccessOptions>([{}, { ipEndpoint: 'off' }, { ipEndpoint: 'private' }])(
    'refuse a control plane without any way in: %j',
    (options) => {
      expect(refusals({ ...options, dnsEndpoint: false })).toEqual([
        {
          property: 'dnsEndpoint',
          rule: 'must be true where nothing else leads to the control plane',
          got: false,
          remedy: 'leave it out, or choose ipEndpoint private and name authorizedNetworks',
        },
      ]);
    },
  );

  test('refuse global access to what is off', () => {
    expect(refusals({ globalAccess: true })).toEqual([
      {
        property: 'globalAccess',
        rule: 'must not be true while the IP endpoints are off',
        got: true,
        remedy: 'choose ipEndpoint private',
      },
    ]);
  });

  test.each(['0.0.0.0/0', '0.0.0.0/1', '128.0.0.0/1'])('refuse %s, which is the internet', (network) => {
    expect(refusals({ authorizedNetworks: [network] })).toEqual([
      {
        property: 'authorizedNetworks',
        rule: 'must not hold ranges larger than /8',
        got: network,
        remedy: 'leave it out: the DNS endpoint is reachable from everywhere, and guarded by IAM',
      },
    ]);
  });

  test.each(['203.0.113.1/24', '203.0.113.1', '::/0'])('refuse %s, which is no range', (network) => {
    expect(refusals({ authorizedNetworks: [network] })).toMatchObject([
      { rule: 'must hold IPv4 ranges on their own boundary, such as 203.0.113.0/24' },
    ]);
  });

  test.each(['8.8.8.0/24', '0.0.0.0/0'])('refuse %s where the endpoint is private, as GKE does', (network) => {
    expect(refusals({ ipEndpoint: 'private', authorizedNetworks: [network] })).toEqual([
      {
        property: 'authorizedNetworks',
        rule: 'must hold private ranges where ipEndpoint is private',
        got: network,
        remedy: 'choose ipEndpoint public, or leave the range out',
      },
    ]);
  });
});
