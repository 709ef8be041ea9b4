import { VpcNetwork, type VpcNetworkProps } from '../../../../lib/cloud/google/network/vpc-network';
import { googleStack, only, PROJECT, REGION, resources, values } from '../synth';

function network(props: Partial<VpcNetworkProps> = {}) {
  const stack = googleStack();
  const made = new VpcNetwork(stack, 'main', { project: PROJECT, region: REGION, cidr: '10.40.0.0/16', ...props });
  return { stack, made };
}

describe('VpcNetwork', () => {
  test('has one subnet, with ranges for pods and services, flow logs and private access to Google', () => {
    expect(only(network().stack, 'google_compute_subnetwork')).toMatchSnapshot();
  });

  test('makes no subnets of its own accord', () => {
    expect(only(network().stack, 'google_compute_network')).toMatchObject({ auto_create_subnetworks: false });
  });

  test('leads nodes to the internet through NAT, and logs what fails', () => {
    expect(only(network().stack, 'google_compute_router_nat')).toMatchObject({
      nat_ip_allocate_option: 'AUTO_ONLY',
      source_subnetwork_ip_ranges_to_nat: 'LIST_OF_SUBNETWORKS',
      subnetwork: [{ source_ip_ranges_to_nat: ['ALL_IP_RANGES'] }],
      log_config: { enable: true, filter: 'ERRORS_ONLY' },
    });
  });

  test('opens nodes to health checks and to webhook calls, and to nothing else', () => {
    const rules = Object.values(resources(network().stack, 'google_compute_firewall'));
    expect(rules).toEqual([
      expect.objectContaining({
        name: 'main-health-checks',
        source_ranges: ['130.211.0.0/22', '35.191.0.0/16'],
        target_tags: ['main-node'],
      }),
      expect.objectContaining({
        name: 'main-webhooks',
        source_ranges: ['10.40.32.0/28'],
        target_tags: ['main-node'],
        allow: [{ protocol: 'tcp', ports: ['8443', '9443', '15017'] }],
      }),
    ]);
  });

  test('opens no webhook ports where there are none', () => {
    expect(values(network({ webhookPorts: [] }).stack, 'google_compute_firewall', 'name')).toEqual([
      'main-health-checks',
    ]);
  });

  test('bears the name given, or its id', () => {
    expect(network({ name: 'other' }).made.nodeTag).toBe('other-node');
    expect(network().made.nodeTag).toBe('main-node');
  });

  test('samples as many connections as told', () => {
    expect(only(network({ flowLogSampling: 1 }).stack, 'google_compute_subnetwork')).toMatchObject({
      log_config: { flow_sampling: 1 },
    });
  });

  test.each([0, -1, 1.1])('refuses to sample %p of the connections', (flowLogSampling) => {
    expect(() => network({ flowLogSampling })).toThrow("'flowLogSampling' must be above 0 and at most 1");
  });

  test('refuses a range too small for pods, and says which sizes work', () => {
    expect(() => network({ cidr: '10.40.0.0/24' })).toThrow(
      "test/main: 'cidr' must be an IPv4 range from /12 to /20 on its own boundary, such as 10.40.0.0/16, " +
        "got '10.40.0.0/24'; pods of 16 nodes need a /20, of 256 nodes a /16",
    );
  });

  test.each(['10.0.0.0/8', '10.40.0.1/16', '10.40.0.0', 'x'])('refuses the range %s', (cidr) => {
    expect(() => network({ cidr })).toThrow("'cidr' must be an IPv4 range from /12 to /20");
  });

  test.each([0, 65_536, 1.5])('refuses the webhook port %p', (port) => {
    expect(() => network({ webhookPorts: [port] })).toThrow("'webhookPorts' must hold ports from 1 to 65535");
  });

  test('refuses a name that leaves no room for those of its firewall rules', () => {
    expect(() => network({ name: 'a'.repeat(50) })).toThrow("'name' must be up to 49 lower-case letters");
  });
});
