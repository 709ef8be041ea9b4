import { Lazy } from 'cdktf';
import { kubernetesNetwork, networkingRefusals } from '../../../../lib/cloud/aws/eks/eks-networking';
import { NETWORK } from './network';
import { refused } from './refused';

const IPV6 = { ...NETWORK, ipFamily: 'ipv6' } as const;

describe('kubernetesNetwork', () => {
  test("is of the network's family", () => {
    expect([kubernetesNetwork(NETWORK, {}), kubernetesNetwork(IPV6, {})]).toEqual([
      { ipFamily: 'ipv4' },
      { ipFamily: 'ipv6' },
    ]);
  });

  test('has the range of Services that was named', () => {
    expect(kubernetesNetwork(NETWORK, { serviceIpv4Cidr: '172.30.0.0/16' })).toEqual({
      ipFamily: 'ipv4',
      serviceIpv4Cidr: '172.30.0.0/16',
    });
  });
});

describe('networkingRefusals', () => {
  test.each(['10.0.0.0/12', '172.30.0.0/16', '192.168.1.0/24', Lazy.stringValue({ produce: () => 'later' })])(
    'accept %s',
    (serviceIpv4Cidr) => {
      expect(refused(networkingRefusals(NETWORK, { serviceIpv4Cidr }))).toEqual([]);
    },
  );

  test('accept an IPv6 cluster that says nothing', () => {
    expect(refused(networkingRefusals(IPV6, {}))).toEqual([]);
  });

  test.each(['10.0.0.0/11', '10.0.0.0/25', '100.64.0.0/16', '203.0.113.0/24', '172.16.0.0/11', '10.0.0.1/16', 'x'])(
    'refuse %s, as EKS does',
    (serviceIpv4Cidr) => {
      expect(refused(networkingRefusals(NETWORK, { serviceIpv4Cidr }))).toEqual([
        `'serviceIpv4Cidr' must be a private IPv4 range from /12 to /24, on its own boundary, got '${serviceIpv4Cidr}'`,
      ]);
    },
  );

  test('refuse IPv4 addresses of Services on an IPv6 cluster', () => {
    expect(refused(networkingRefusals(IPV6, { serviceIpv4Cidr: '172.30.0.0/16' }))).toEqual([
      "'serviceIpv4Cidr' must not be there on an IPv6 cluster, whose Services EKS gives addresses of its own, " +
        "got '172.30.0.0/16'; leave it out",
    ]);
  });
});
