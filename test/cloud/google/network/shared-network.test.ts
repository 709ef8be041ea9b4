import { GkeCluster } from '../../../../lib/cloud/google/gke/gke-cluster';
import type { SharedNetworkProps } from '../../../../lib/cloud/google/network/shared-network';
import { VpcNetwork } from '../../../../lib/cloud/google/network/vpc-network';
import { googleStack, only, PROJECT, REGION } from '../synth';

const SHARED: SharedNetworkProps = {
  project: PROJECT,
  hostProject: 'funlynk-network',
  region: REGION,
  network: 'shared',
  subnet: 'clusters',
  podsRange: 'pods-1',
  servicesRange: 'services-1',
  nodes: '10.0.0.0/20',
  pods: '10.16.0.0/14',
  services: '10.0.16.0/20',
  controlPlane: '10.0.32.0/28',
};
const shared = (props: Partial<SharedNetworkProps> = {}) => VpcNetwork.fromAttributes({ ...SHARED, ...props });

describe('a network made elsewhere', () => {
  test('is known by names of the project that it belongs to', () => {
    expect(shared()).toMatchObject({
      project: PROJECT,
      networkProject: 'funlynk-network',
      networkId: 'projects/funlynk-network/global/networks/shared',
      subnetId: `projects/funlynk-network/regions/${REGION}/subnetworks/clusters`,
      nodeTag: 'shared-node',
    });
  });

  test('belongs to the project that joins it unless told otherwise', () => {
    expect(shared({ hostProject: undefined }).networkProject).toBe(PROJECT);
  });

  test('has firewall rules for nodes with the tag that is named', () => {
    expect(shared({ nodeTag: 'gke' }).nodeTag).toBe('gke');
  });

  test('is joined by a cluster of another project', () => {
    const stack = googleStack();
    new GkeCluster(stack, 'cluster', { network: shared(), name: 'main' });
    expect(only(stack, 'google_container_cluster')).toMatchObject({
      project: PROJECT,
      network: 'projects/funlynk-network/global/networks/shared',
      ip_allocation_policy: { cluster_secondary_range_name: 'pods-1', services_secondary_range_name: 'services-1' },
      private_cluster_config: { master_ipv4_cidr_block: '10.0.32.0/28' },
    });
  });

  test('has ranges that do not overlap', () => {
    expect(() => shared({ services: '10.0.0.0/24' })).toThrow(
      "network shared: 'services' must not overlap nodes (10.0.0.0/20), got '10.0.0.0/24'",
    );
  });

  test.each([
    ['pods', '10.16.0.1/14', 'must be an IPv4 range on its own boundary, such as 10.40.0.0/20'],
    ['controlPlane', '10.0.32.0/24', 'must be a /28'],
    ['subnet', 'Clusters', 'must be up to 63 lower-case letters, digits and dashes, beginning with a letter'],
  ])('refuses %s %s', (property, value, rule) => {
    expect(() => shared({ [property]: value })).toThrow(`network shared: '${property}' ${rule}, got '${value}'`);
  });
});
