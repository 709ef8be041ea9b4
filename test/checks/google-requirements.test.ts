import { faultsBeside, faultsWith, GOOGLE } from './production-fixtures';

const PRIVATE = 'production-private: nodes or the control plane are open to the internet';
const NODES = 'production-private: nodes have addresses on the internet';
const ENCRYPTED = 'production-encrypted: Kubernetes secrets are not encrypted with a key of our own';
const DISKS = 'production-encrypted: disks of nodes are not encrypted with a key of our own';
const MADE_DISKS =
  'production-encrypted: disks of nodes that GKE makes by itself are not encrypted with a key of our own';
const MADE_ACCOUNT =
  'production-least-privilege: nodes that GKE makes by itself run as the default service account of Compute Engine';
const AUDIT = 'production-audit-logged: the API server is not logged';
const PROTECTED = 'production-deletion-protected: the cluster can be destroyed by a plan';
const ACCOUNT = 'production-least-privilege: nodes run as the default service account of Compute Engine';
const BASIC = 'production-least-privilege: a service account has a basic role on the whole project';
const WIDE = 'production-least-privilege: nodes have a role on the project beyond the one that every node needs';

const CLUSTER = 'google_container_cluster';
const POOL = 'google_container_node_pool';

test.each([
  ['nodes that are public', CLUSTER, ['private_cluster_config', 'enable_private_nodes'], false, [PRIVATE]],
  ['nothing said of nodes', CLUSTER, ['private_cluster_config'], undefined, [PRIVATE]],
  ['an endpoint for everybody', CLUSTER, ['control_plane_endpoints_config'], undefined, [PRIVATE]],
  ['nodes of a pool that are public', POOL, ['network_config', 'enable_private_nodes'], false, [NODES]],
  ['nodes of a pool that are as the cluster says', POOL, ['network_config'], undefined, []],
  ['no encryption', CLUSTER, ['database_encryption'], undefined, [ENCRYPTED]],
  ['encryption that is off', CLUSTER, ['database_encryption', 'state'], 'DECRYPTED', [ENCRYPTED]],
  ['encryption without a key', CLUSTER, ['database_encryption', 'key_name'], undefined, [ENCRYPTED]],
  ['disks without a key', POOL, ['node_config', 'boot_disk_kms_key'], undefined, [DISKS]],
  ['no logs', CLUSTER, ['logging_config'], undefined, [AUDIT]],
  ['other logs', CLUSTER, ['logging_config', 'enable_components'], ['WORKLOADS'], [AUDIT]],
  ['a cluster that may go', CLUSTER, ['deletion_protection'], false, [PROTECTED]],
  ['nothing said of its going', CLUSTER, ['deletion_protection'], undefined, [PROTECTED]],
])('%s', (_, type, path, to, expected) => {
  expect(faultsWith(GOOGLE, type, path, to)).toEqual(expected);
});

describe('an endpoint with an address', () => {
  const ranges = (...cidrs: readonly string[]): readonly string[] =>
    faultsWith(GOOGLE, CLUSTER, [], {
      ...GOOGLE[CLUSTER]?.['it'],
      control_plane_endpoints_config: { ip_endpoints_config: { enabled: true } },
      master_authorized_networks_config: { cidr_blocks: cidrs.map((cidr_block) => ({ cidr_block })) },
    });

  test('is for the networks that are named', () => {
    expect(ranges('203.0.113.0/24')).toEqual([]);
    expect(ranges()).toEqual([]);
  });

  test('is for the own network where it is private', () => {
    const access = {
      private_cluster_config: { enable_private_nodes: true, enable_private_endpoint: true },
      control_plane_endpoints_config: { ip_endpoints_config: { enabled: true } },
    };
    expect(faultsWith(GOOGLE, CLUSTER, [], { ...GOOGLE[CLUSTER]?.['it'], ...access })).toEqual([]);
  });

  test('is not for everybody', () => {
    expect(ranges('203.0.113.0/24', '0.0.0.0/0')).toEqual([PRIVATE]);
  });
});

test.each([
  ['no account of their own', undefined],
  ['an account by its address', 'nodes@shop.iam.gserviceaccount.com'],
])('nodes with %s', (_, account) => {
  expect(faultsWith(GOOGLE, POOL, ['node_config', 'service_account'], account)).toEqual([ACCOUNT]);
});

describe.each([
  ['Autopilot', { enable_autopilot: true, cluster_autoscaling: {} }],
  ['node auto-provisioning', { enable_autopilot: false, cluster_autoscaling: { enabled: true } }],
])('nodes that GKE makes by %s', (_, mode) => {
  const nodes = (defaults: Readonly<Record<string, string>>): readonly string[] =>
    faultsWith(GOOGLE, CLUSTER, [], {
      ...GOOGLE[CLUSTER]?.['it'],
      ...mode,
      cluster_autoscaling: { ...mode.cluster_autoscaling, auto_provisioning_defaults: defaults },
    });
  const account = { service_account: '${google_service_account.nodes.email}' };

  test('have the key and the account of the cluster', () => {
    expect(nodes({ ...account, boot_disk_kms_key: 'key' })).toEqual([]);
  });

  test('have disks with a key of our own', () => {
    expect(nodes(account)).toEqual([MADE_DISKS]);
  });

  test('have an account of their own', () => {
    expect(nodes({ boot_disk_kms_key: 'key' })).toEqual([MADE_ACCOUNT]);
  });
});

test('what GKE would make nodes like does not matter where it makes none', () => {
  expect(faultsWith(GOOGLE, CLUSTER, ['cluster_autoscaling'], { enabled: false })).toEqual([]);
});

test('the account of nodes that GKE makes has no other role on the project', () => {
  const cluster = {
    ...GOOGLE[CLUSTER]?.['it'],
    enable_autopilot: true,
    cluster_autoscaling: {
      auto_provisioning_defaults: {
        boot_disk_kms_key: 'key',
        service_account: '${google_service_account.autopilot.email}',
      },
    },
  };
  const granted = { role: 'roles/logging.admin', member: '${google_service_account.autopilot.member}' };
  expect(faultsBeside({ ...GOOGLE, [CLUSTER]: { it: cluster } }, 'google_project_iam_member', granted)).toEqual([WIDE]);
});

describe('roles on the project', () => {
  const granted = (role: string, member: string): readonly string[] =>
    faultsBeside(GOOGLE, 'google_project_iam_member', { role, member });

  test.each(['roles/owner', 'roles/editor', 'roles/viewer', 'roles/storage.admin'])('%s is for nobody', (role) => {
    expect(granted(role, 'group:platform@shop.example')).toEqual([BASIC]);
  });

  test('nodes have one only', () => {
    expect(granted('roles/logging.admin', '${google_service_account.nodes.member}')).toEqual([WIDE]);
  });

  test('others may have another', () => {
    expect(granted('roles/logging.admin', '${google_service_account.nodes-of-others.member}')).toEqual([]);
  });
});
