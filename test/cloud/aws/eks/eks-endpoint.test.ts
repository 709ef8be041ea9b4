import { Lazy } from 'cdktf';
import { endpoint, endpointRefusals } from '../../../../lib/cloud/aws/eks/eks-endpoint';
import { NETWORK } from './network';
import { refused } from './refused';

describe('endpoint', () => {
  test('is inside the network where nobody says otherwise', () => {
    expect(endpoint(NETWORK, {})).toEqual({
      vpcConfig: {
        subnetIds: ['intra-1', 'intra-2'],
        endpointPrivateAccess: true,
        endpointPublicAccess: false,
        publicAccessCidrs: undefined,
      },
    });
  });

  test('is on the internet, too, for the ranges named, each once and in order', () => {
    const publicAccessCidrs = ['203.0.113.0/24', '198.51.100.0/24', '203.0.113.0/24'];
    expect(endpoint(NETWORK, { publicAccessCidrs }).vpcConfig).toMatchObject({
      endpointPrivateAccess: true,
      endpointPublicAccess: true,
      publicAccessCidrs: ['198.51.100.0/24', '203.0.113.0/24'],
    });
  });

  test.each([true, false])('is inside the network where asked: %p', (privateAccess) => {
    const { vpcConfig } = endpoint(NETWORK, { privateAccess, publicAccessCidrs: ['203.0.113.0/24'] });
    expect(vpcConfig).toMatchObject({ endpointPrivateAccess: privateAccess, endpointPublicAccess: true });
  });
});

describe('endpointRefusals', () => {
  test.each([
    [{}],
    [{ publicAccessCidrs: ['203.0.113.0/24', '10.0.0.0/8'] }],
    [{ privateAccess: false, publicAccessCidrs: ['203.0.113.0/24'] }],
    [{ publicAccessCidrs: [Lazy.stringValue({ produce: () => '203.0.113.0/24' })] }],
  ])('accept %j', (options) => {
    expect(refused(endpointRefusals(options))).toEqual([]);
  });

  test.each(['0.0.0.0/0', '0.0.0.0/1'])('keep the API server off the internet: %s', (cidr) => {
    expect(refused(endpointRefusals({ publicAccessCidrs: [cidr] }))).toEqual([
      `'publicAccessCidrs' must not open the API server to the internet: /8 at most, got '${cidr}'; ` +
        'name the networks of those who need it, or leave the list empty',
    ]);
  });

  test.each(['203.0.113.7/24', '203.0.113.7', '::/0'])('refuse %s, which is no range', (cidr) => {
    expect(refused(endpointRefusals({ publicAccessCidrs: [cidr] }))).toEqual([
      `'publicAccessCidrs' must be IPv4 ranges that start on their own boundary, got '${cidr}'`,
    ]);
  });

  test('refuse an API server without a way to it', () => {
    expect(refused(endpointRefusals({ privateAccess: false }))).toEqual([
      "'privateAccess' must be true where nothing else leads to the API server, got false; " +
        'leave it out, or name publicAccessCidrs',
    ]);
  });

  test('refuse more ranges than EKS takes', () => {
    const publicAccessCidrs = Array.from({ length: 41 }, (_, index) => `203.0.113.${index}/32`);
    expect(refused(endpointRefusals({ publicAccessCidrs }))).toEqual([
      "'publicAccessCidrs' must be 40 ranges at most, got 41",
    ]);
    expect(refused(endpointRefusals({ publicAccessCidrs: publicAccessCidrs.slice(1) }))).toEqual([]);
  });
});
