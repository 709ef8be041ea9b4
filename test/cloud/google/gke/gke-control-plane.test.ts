import { authorizedNetworkRefusal, controlPlaneAccess } from '../../../../lib/cloud/google/gke/gke-control-plane';

describe('controlPlaneAccess', () => {
  test('is by DNS and IAM alone where no networks are authorized', () => {
    expect(controlPlaneAccess('10.40.32.0/28', [])).toEqual({
      controlPlaneEndpointsConfig: {
        dnsEndpointConfig: { allowExternalTraffic: true },
        ipEndpointsConfig: { enabled: false },
      },
      privateClusterConfig: { enablePrivateNodes: true, masterIpv4CidrBlock: '10.40.32.0/28' },
    });
  });

  test('is also by address from the networks that are authorized', () => {
    expect(controlPlaneAccess('10.40.32.0/28', ['203.0.113.0/24'])).toMatchObject({
      controlPlaneEndpointsConfig: { ipEndpointsConfig: { enabled: true } },
      privateClusterConfig: { enablePrivateNodes: true, enablePrivateEndpoint: false },
      masterAuthorizedNetworksConfig: {
        cidrBlocks: [{ cidrBlock: '203.0.113.0/24' }],
        gcpPublicCidrsAccessEnabled: false,
        privateEndpointEnforcementEnabled: true,
      },
    });
  });
});

describe('authorizedNetworkRefusal', () => {
  test.each(['203.0.113.0/24', '203.0.113.7/32', '10.0.0.0/8'])('accepts %s', (network) => {
    expect(authorizedNetworkRefusal(network)).toBeUndefined();
  });

  test.each(['0.0.0.0/0', '0.0.0.0/1', '128.0.0.0/1'])('refuses %s, which is the internet', (network) => {
    expect(authorizedNetworkRefusal(network)).toMatchObject({ rule: 'must not hold ranges larger than /8' });
  });

  test.each(['203.0.113.1/24', '203.0.113.1', '::/0'])('refuses %s, which is no range', (network) => {
    expect(authorizedNetworkRefusal(network)?.rule).toContain('must hold IPv4 ranges');
  });
});
