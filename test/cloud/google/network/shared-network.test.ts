import { GkeCluster } from '../../../../lib/cloud/google/gke/gke-cluster';
import { googleStack, only, PROJECT, REGION } from '../synth';
import { sharedSubnet as shared } from './networks';

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
      "network shared: 'services' must not overlap the range of nodes (10.0.0.0/20), got '10.0.0.0/24'",
    );
  });

  test('has more ranges for pods where they are named, apart from the others', () => {
    const { additionalPodRanges } = shared({ additionalPodRanges: { 'pods-2': '10.20.0.0/16' } });
    expect(String(additionalPodRanges?.['pods-2'])).toBe('10.20.0.0/16');
    expect(() => shared({ additionalPodRanges: { 'pods-1': '10.16.0.0/16' } })).toThrow(
      [
        "network shared: 'additionalPodRanges.pods-1' must not bear the name of a range that the subnet has anyway, got 'pods-1'",
        "network shared: 'additionalPodRanges.pods-1' must not overlap the range of pods (10.16.0.0/14), got '10.16.0.0/16'",
      ].join('\n'),
    );
  });

  test.each([
    ['pods', '10.16.0.1/14', 'must be an IPv4 range up to /29 on its own boundary, such as 10.60.0.0/24'],
    ['controlPlane', '10.0.32.0/24', 'must be a /28'],
    ['subnet', 'Clusters', 'must be up to 63 lower-case letters, digits and dashes, beginning with a letter'],
  ])('refuses %s %s', (property, value, rule) => {
    expect(() => shared({ [property]: value })).toThrow(`network shared: '${property}' ${rule}, got '${value}'`);
  });
});
