import { FleetMembership } from '../../../../lib/cloud/google/fleet/fleet-membership';
import { MeshMember } from '../../../../lib/cloud/google/fleet/mesh-member';
import { cluster as gkeCluster } from '../fixtures';
import { googleStack, only } from '../synth';

const TYPE = 'google_gke_hub_feature_membership';

describe('MeshMember', () => {
  test('is run by Google, in the mesh that another stack made', () => {
    const stack = googleStack();
    const membership = FleetMembership.fromName({
      project: 'funlynk-fleet',
      location: 'europe-west1',
      membershipId: 'main',
    });
    new MeshMember(stack, 'member', { membership });
    expect(only(stack, TYPE)).toMatchInlineSnapshot(`
      {
        "depends_on": [],
        "feature": "servicemesh",
        "location": "global",
        "membership": "main",
        "membership_location": "europe-west1",
        "mesh": {
          "management": "MANAGEMENT_AUTOMATIC",
        },
        "project": "funlynk-fleet",
      }
    `);
  });

  test('waits for its cluster', () => {
    const stack = googleStack();
    new MeshMember(stack, 'member', { membership: FleetMembership.ofCluster(gkeCluster(stack)) });
    expect(only(stack, TYPE)['depends_on']).toEqual([expect.stringMatching(/^google_container_cluster\.cluster_/)]);
  });
});
