import { SharedVpcHost, type SharedVpcHostProps } from '../../../../lib/cloud/google/network/shared-vpc-host';
import { googleStack, only, REGION, resources, values } from '../synth';

const HOST = 'funlynk-network';
const SERVICE = { subnets: [{ name: 'clusters', region: REGION }] };

function host(props: Partial<SharedVpcHostProps> = {}) {
  const stack = googleStack();
  new SharedVpcHost(stack, 'host', { project: HOST, serviceProjects: { 'funlynk-prod': SERVICE }, ...props });
  return stack;
}

describe('SharedVpcHost', () => {
  test('shares the network with the projects that are named', () => {
    expect(only(host(), 'google_compute_shared_vpc_host_project')['project']).toBe(HOST);
    expect(only(host(), 'google_compute_shared_vpc_service_project')).toMatchObject({
      service_project: 'funlynk-prod',
    });
  });

  test('lets GKE, and who makes machines for it, use the one subnet', () => {
    const users = Object.values(resources(host(), 'google_compute_subnetwork_iam_member'));
    expect(users).toEqual([
      expect.objectContaining({
        subnetwork: 'clusters',
        role: 'roles/compute.networkUser',
        member: expect.stringMatching(/^serviceAccount:service-.*@container-engine-robot\./) as unknown,
      }),
      expect.objectContaining({
        subnetwork: 'clusters',
        role: 'roles/compute.networkUser',
        member: expect.stringMatching(/^serviceAccount:\$.*@cloudservices\./) as unknown,
      }),
    ]);
  });

  test('lets them use each subnet that is named, once', () => {
    const other = { name: 'clusters', region: 'us-central1' };
    const stack = host({ serviceProjects: { 'funlynk-prod': { subnets: [...SERVICE.subnets, other, other] } } });
    expect(values(stack, 'google_compute_subnetwork_iam_member', 'region')).toEqual([
      ...[REGION, REGION],
      ...['us-central1', 'us-central1'],
    ]);
  });

  test('lets GKE act in the host project, and leaves the firewall to those who own it', () => {
    expect(values(host(), 'google_project_iam_member', 'role')).toEqual(['roles/container.hostServiceAgentUser']);
  });

  test.each([
    [true, ['roles/compute.securityAdmin', 'roles/container.hostServiceAgentUser']],
    [false, ['roles/container.hostServiceAgentUser']],
  ])('with firewallAdministration %p gives GKE %j', (firewallAdministration, roles) => {
    const serviceProjects = { 'funlynk-prod': { ...SERVICE, firewallAdministration } };
    expect(values(host({ serviceProjects }), 'google_project_iam_member', 'role')).toEqual(roles);
  });

  test.each([
    [undefined, true],
    [false, false],
  ])('with deletionProtection %p goes on sharing: %p', (deletionProtection, preventDestroy) => {
    expect(only(host({ deletionProtection }), 'google_compute_shared_vpc_host_project')).toMatchObject({
      lifecycle: { prevent_destroy: preventDestroy },
    });
  });

  test('refuses to share with nobody', () => {
    expect(() => host({ serviceProjects: {} })).toThrow("test/host: 'serviceProjects' must name one project at least");
  });

  test('refuses to share with itself', () => {
    expect(() => host({ serviceProjects: { [HOST]: SERVICE } })).toThrow(
      "'serviceProjects' must not name the host project itself, which has the network anyway, got 'funlynk-network'",
    );
  });

  test('refuses to share no subnet, or one whose name Google would refuse', () => {
    const serviceProjects = { one: { subnets: [] }, two: { subnets: [{ name: 'Clusters', region: REGION }] } };
    expect(() => host({ serviceProjects })).toThrow(
      [
        "test/host: 'serviceProjects.one.subnets' must name one at least, got []",
        "test/host: 'serviceProjects.two.subnets' must be up to 63 lower-case letters, digits and dashes, beginning with a letter, got 'Clusters'",
      ].join('\n'),
    );
  });
});
