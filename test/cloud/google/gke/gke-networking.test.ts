import { networking, standardNetworking } from '../../../../lib/cloud/google/gke/gke-networking';
import { network } from '../fixtures';
import { googleStack } from '../synth';

describe('networking', () => {
  test('takes addresses from the ranges of the network, and has policies by name and gateways', () => {
    const joined = network(googleStack());
    expect(networking(joined, {})).toEqual({
      network: joined.networkId,
      subnetwork: joined.subnetId,
      networkingMode: 'VPC_NATIVE',
      ipAllocationPolicy: { clusterSecondaryRangeName: 'pods', servicesSecondaryRangeName: 'services' },
      enableFqdnNetworkPolicy: true,
      enableCiliumClusterwideNetworkPolicy: false,
      enableL4IlbSubsetting: true,
      gatewayApiConfig: { channel: 'CHANNEL_STANDARD' },
    });
  });

  test('turns each of them round where asked', () => {
    expect(
      networking(network(googleStack()), {
        fqdnNetworkPolicy: false,
        ciliumClusterwideNetworkPolicy: true,
        l4IlbSubsetting: false,
        gatewayApi: false,
      }),
    ).toMatchObject({
      enableFqdnNetworkPolicy: false,
      enableCiliumClusterwideNetworkPolicy: true,
      enableL4IlbSubsetting: false,
      gatewayApiConfig: { channel: 'CHANNEL_DISABLED' },
    });
  });
});

describe('standardNetworking', () => {
  test('enforces network policies, and leaves names and encryption to GKE, by default', () => {
    expect(standardNetworking({})).toEqual({ datapathProvider: 'ADVANCED_DATAPATH', enableIntranodeVisibility: false });
  });

  test('asks Cloud DNS for names, and shows traffic within a node, where asked', () => {
    expect(standardNetworking({ dnsProvider: 'cloud-dns', intranodeVisibility: true })).toMatchObject({
      enableIntranodeVisibility: true,
      dnsConfig: { clusterDns: 'CLOUD_DNS', clusterDnsScope: 'CLUSTER_SCOPE', clusterDnsDomain: 'cluster.local' },
    });
  });

  test.each([
    [true, 'IN_TRANSIT_ENCRYPTION_INTER_NODE_TRANSPARENT'],
    [false, 'IN_TRANSIT_ENCRYPTION_DISABLED'],
  ])('encrypts traffic between nodes where asked: %p', (nodeEncryption, inTransitEncryptionConfig) => {
    expect(standardNetworking({ nodeEncryption })).toMatchObject({ inTransitEncryptionConfig });
  });
});
