import { FleetMembership, type FleetMembershipProps } from '../../../../lib/cloud/google/fleet/fleet-membership';
import { cluster as gkeCluster } from '../fixtures';
import { googleStack, only, PROJECT } from '../synth';

const TYPE = 'google_gke_hub_membership';
const CLUSTER = { project: PROJECT, location: 'europe-west1-b', clusterName: 'old' };

function membership(props: Partial<FleetMembershipProps> = {}) {
  const stack = googleStack();
  const made = new FleetMembership(stack, 'member', { cluster: CLUSTER, ...props });
  return { stack, made };
}

describe('FleetMembership', () => {
  test('brings a cluster in under its own name, in its region', () => {
    expect(only(membership().stack, TYPE)).toMatchInlineSnapshot(`
      {
        "authority": {
          "issuer": "https://container.googleapis.com/v1/projects/funlynk-prod/locations/europe-west1-b/clusters/old",
        },
        "depends_on": [],
        "endpoint": {
          "gke_cluster": {
            "resource_link": "//container.googleapis.com/projects/funlynk-prod/locations/europe-west1-b/clusters/old",
          },
        },
        "lifecycle": {
          "prevent_destroy": true,
        },
        "location": "europe-west1",
        "membership_id": "old",
        "project": "funlynk-prod",
      }
    `);
  });

  test('brings it into the fleet of another project, under another name', () => {
    const { stack, made } = membership({
      project: 'funlynk-fleet',
      membershipId: 'shop-old',
      labels: { team: 'shop' },
    });
    expect(only(stack, TYPE)).toMatchObject({
      project: 'funlynk-fleet',
      membership_id: 'shop-old',
      labels: { team: 'shop' },
    });
    expect(made).toMatchObject({
      project: 'funlynk-fleet',
      location: 'europe-west1',
      membershipId: 'shop-old',
      id: 'projects/funlynk-fleet/locations/europe-west1/memberships/shop-old',
    });
    expect(made.dependables).toHaveLength(1);
  });

  test('waits for its cluster', () => {
    const stack = googleStack();
    new FleetMembership(stack, 'member', { cluster: gkeCluster(stack) });
    expect(only(stack, TYPE)['depends_on']).toEqual([expect.stringMatching(/^google_container_cluster\.cluster_/)]);
  });

  test('is known of a cluster that joins by itself', () => {
    expect(FleetMembership.ofCluster(CLUSTER)).toEqual({
      project: PROJECT,
      location: 'europe-west1',
      membershipId: 'old',
      id: 'projects/funlynk-prod/locations/europe-west1/memberships/old',
      dependables: [],
    });
    const cluster = gkeCluster(googleStack());
    const { id, dependables } = FleetMembership.ofCluster(cluster, 'funlynk-fleet');
    expect(id).toBe('projects/funlynk-fleet/locations/europe-west1/memberships/main');
    expect(dependables[0]).toBe(cluster.dependable);
  });

  test('is what the cluster itself says, where it does', () => {
    const fleetMembership = { project: 'funlynk-fleet', location: 'europe-west1', membershipId: 'old-1' };
    expect(FleetMembership.ofCluster({ ...CLUSTER, fleetMembership })).toMatchObject({
      ...fleetMembership,
      id: 'projects/funlynk-fleet/locations/europe-west1/memberships/old-1',
    });
  });

  test('can be destroyed where protection is off', () => {
    expect(only(membership({ deletionProtection: false }).stack, TYPE)).toMatchObject({
      lifecycle: { prevent_destroy: false },
    });
  });

  test('refuses names and labels that Google would, and says both', () => {
    expect(() => membership({ membershipId: 'Old', labels: { Team: 'x' } })).toThrow(
      [
        "test/member: 'membershipId' must be up to 63 lower-case letters, digits and dashes, beginning with a letter, got 'Old'",
        "test/member: 'labels.Team' must be lower-case letters, digits, dashes and underscores, up to 63, the key beginning with a letter, got 'x'",
      ].join('\n'),
    );
  });
});
