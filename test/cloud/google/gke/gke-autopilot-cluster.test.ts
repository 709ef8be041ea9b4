import {
  GkeAutopilotCluster,
  type GkeAutopilotClusterProps,
} from '../../../../lib/cloud/google/gke/gke-autopilot-cluster';
import { network } from '../fixtures';
import { googleStack, only, PROJECT, REGION, values } from '../synth';

const TYPE = 'google_container_cluster';

function autopilot(stack = googleStack(), props: Partial<GkeAutopilotClusterProps> = {}): GkeAutopilotCluster {
  return new GkeAutopilotCluster(stack, 'cluster', { network: network(stack), name: 'main', ...props });
}

function attributes(props: Partial<GkeAutopilotClusterProps> = {}): Readonly<Record<string, unknown>> {
  const stack = googleStack();
  autopilot(stack, props);
  return only(stack, TYPE);
}

describe('GkeAutopilotCluster', () => {
  test('is as its snapshot by default', () => {
    expect(attributes()).toMatchSnapshot();
  });

  test('has nodes with an account of their own, disks with a key of its own, and the tag of the firewall rules', () => {
    expect(attributes()).toMatchObject({
      enable_autopilot: true,
      cluster_autoscaling: {
        auto_provisioning_defaults: {
          service_account: expect.stringMatching(/google_service_account\.cluster_NodeIdentity_/) as unknown,
          boot_disk_kms_key: expect.stringMatching(/key-volumes/) as unknown,
        },
      },
      node_pool_auto_config: {
        network_tags: { tags: ['main-node'] },
        node_kubelet_config: { insecure_kubelet_readonly_port_enabled: 'FALSE' },
      },
    });
  });

  test('leaves to Autopilot what Autopilot decides', () => {
    const made = attributes();
    for (const attribute of [
      'datapath_provider',
      'default_max_pods_per_node',
      'enable_intranode_visibility',
      'enable_shielded_nodes',
      'initial_node_count',
      'network_policy',
      'node_config',
      'node_pool',
      'remove_default_node_pool',
      'vertical_pod_autoscaling',
    ]) {
      expect(made).not.toHaveProperty(attribute);
    }
    expect(made).not.toHaveProperty('cluster_autoscaling.enabled');
    expect(made).not.toHaveProperty('cluster_autoscaling.resource_limits');
  });

  test('is as closed, as encrypted and as protected as a Standard one', () => {
    const stack = googleStack();
    autopilot(stack);
    expect(only(stack, TYPE)).toMatchObject({
      control_plane_endpoints_config: { ip_endpoints_config: { enabled: false } },
      private_cluster_config: { enable_private_nodes: true },
      database_encryption: { state: 'ENCRYPTED', key_name: expect.stringMatching(/key-etcd/) as unknown },
      deletion_protection: true,
    });
    expect(values(stack, 'google_kms_crypto_key', 'name')).toEqual(['etcd', 'upgrades', 'volumes']);
  });

  test('is what node pools, identities and alerts have to know of it', () => {
    expect(autopilot()).toMatchObject({
      mode: 'autopilot',
      clusterName: 'main',
      project: PROJECT,
      location: REGION,
      region: REGION,
      zoneCount: 3,
      workloadPool: 'funlynk-prod.svc.id.goog',
      nodeTag: 'main-node',
    });
  });

  test('can be destroyed where protection is off', () => {
    expect(attributes({ deletionProtection: false })).toMatchObject({ deletion_protection: false });
  });

  test.each([true, false])('gives pods NET_ADMIN where asked: %p', (allowNetAdmin) => {
    expect(attributes({ allowNetAdmin })).toMatchObject({ allow_net_admin: allowNetAdmin });
  });

  test('refuses what Autopilot does not offer, all at once', () => {
    expect(() => attributes({ releaseChannel: 'EXTENDED', managedPrometheus: false })).toThrow(
      [
        "test/cluster: 'releaseChannel' must be RAPID, REGULAR or STABLE on Autopilot, got 'EXTENDED'; " +
          'choose STABLE, or use GkeCluster',
        "test/cluster: 'managedPrometheus' must be true on Autopilot, which always has it, got false; " +
          'leave it out, or use GkeCluster',
      ].join('\n'),
    );
  });

  test('refuses what any cluster refuses', () => {
    expect(() => attributes({ dnsEndpoint: false, name: 'Main' })).toThrow(
      /'name' must be .*\n.*'dnsEndpoint' must be true where nothing else leads to the control plane/,
    );
  });
});
