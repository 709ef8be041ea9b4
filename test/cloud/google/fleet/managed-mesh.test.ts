import { Token } from 'cdktf';
import { FleetMembership } from '../../../../lib/cloud/google/fleet/fleet-membership';
import { ManagedMesh, type ManagedMeshProps } from '../../../../lib/cloud/google/fleet/managed-mesh';
import { googleStack, only, PROJECT, resources } from '../synth';

const FEATURE = 'google_gke_hub_feature';
const MEMBER = FleetMembership.fromName({ project: PROJECT, location: 'europe-west1', membershipId: 'main' });

function mesh(props: Partial<ManagedMeshProps> = {}) {
  const stack = googleStack();
  const made = new ManagedMesh(stack, 'mesh', { project: PROJECT, ...props });
  return { stack, made };
}

describe('ManagedMesh', () => {
  test('is a feature of the fleet, which no cluster is in by itself', () => {
    const { stack } = mesh();
    expect(only(stack, FEATURE)).toMatchInlineSnapshot(`
      {
        "lifecycle": {
          "prevent_destroy": true,
        },
        "location": "global",
        "name": "servicemesh",
        "project": "funlynk-prod",
      }
    `);
    expect(resources(stack, 'google_project_iam_member')).toEqual({});
  });

  test('takes new members of the fleet in, or does not, as told', () => {
    expect(only(mesh({ addNewMembers: true }).stack, FEATURE)).toMatchObject({
      fleet_default_member_config: { mesh: { management: 'MANAGEMENT_AUTOMATIC' } },
    });
    expect(only(mesh({ addNewMembers: false }).stack, FEATURE)).not.toHaveProperty('fleet_default_member_config');
  });

  test('has members, which wait for it', () => {
    const { stack, made } = mesh();
    made.addMember('main', MEMBER);
    expect(only(stack, 'google_gke_hub_feature_membership')).toMatchObject({
      membership: 'main',
      depends_on: [expect.stringMatching(/^google_gke_hub_feature\.mesh_/)],
    });
  });

  test('leaves the mesh of a member to you where told to', () => {
    const { stack, made } = mesh();
    made.addMember('main', MEMBER, { management: 'MANAGEMENT_MANUAL' });
    expect(only(stack, 'google_gke_hub_feature_membership')).toMatchObject({
      mesh: { management: 'MANAGEMENT_MANUAL' },
    });
  });

  test('takes members whose own name only Terraform knows', () => {
    const { stack, made } = mesh();
    const membershipId = Token.asString({ resolve: () => '${cluster.fleet[0].membership_id}' });
    made.addMember('main', FleetMembership.fromName({ ...MEMBER, membershipId }));
    expect(only(stack, 'google_gke_hub_feature_membership')).toMatchObject({
      membership: '${cluster.fleet[0].membership_id}',
    });
  });

  test('acts on clusters of other projects, once it is there', () => {
    expect(only(mesh({ memberProjects: ['funlynk-shop'] }).stack, 'google_project_iam_member')).toMatchObject({
      project: 'funlynk-shop',
      role: 'roles/anthosservicemesh.serviceAgent',
      member: expect.stringMatching(/@gcp-sa-servicemesh\.iam\.gserviceaccount\.com$/) as unknown,
      depends_on: [expect.stringMatching(/^google_gke_hub_feature\.mesh_/)],
    });
  });

  test('can be taken down where protection is off', () => {
    expect(only(mesh({ deletionProtection: false }).stack, FEATURE)).toMatchObject({
      lifecycle: { prevent_destroy: false },
    });
  });

  test('refuses members of another fleet', () => {
    const stranger = FleetMembership.fromName({ ...MEMBER, project: 'funlynk-dev' });
    expect(() => mesh().made.addMember('main', stranger)).toThrow(
      "test/mesh: 'membership' must be of the fleet of funlynk-prod, got 'projects/funlynk-dev/locations/europe-west1/memberships/main'",
    );
  });

  test('refuses a member twice', () => {
    const { made } = mesh();
    made.addMember('main', MEMBER);
    expect(() => made.addMember('main', MEMBER)).toThrow("already a Construct with name 'member-main'");
  });

  test('refuses its own project among the others', () => {
    expect(() => mesh({ memberProjects: [PROJECT] })).toThrow("'memberProjects' must name other projects than");
  });
});
