import { Fleet, type FleetProps } from '../../../../lib/cloud/google/fleet/fleet';
import { googleStack, only, PROJECT, resources } from '../synth';

const TYPE = 'google_gke_hub_fleet';

function fleet(props: Partial<FleetProps> = {}) {
  const stack = googleStack();
  new Fleet(stack, 'fleet', { project: PROJECT, ...props });
  return stack;
}

describe('Fleet', () => {
  test('is that of its project, and leaves its clusters as they are', () => {
    const stack = fleet();
    expect(only(stack, TYPE)).toMatchInlineSnapshot(`
      {
        "lifecycle": {
          "prevent_destroy": true,
        },
        "project": "funlynk-prod",
      }
    `);
    expect(resources(stack, 'google_project_iam_member')).toEqual({});
  });

  test('has a name', () => {
    expect(only(fleet({ displayName: "Bob's fleet!" }), TYPE)).toMatchObject({ display_name: "Bob's fleet!" });
  });

  test('says how much GKE looks for weaknesses, but not by scans that are being retired', () => {
    expect(only(fleet({ securityPosture: 'BASIC' }), TYPE)).toMatchObject({
      default_cluster_config: {
        security_posture_config: { mode: 'BASIC', vulnerability_mode: 'VULNERABILITY_DISABLED' },
      },
    });
  });

  test('lets its agent register clusters of other projects', () => {
    expect(only(fleet({ memberProjects: ['funlynk-shop', 'funlynk-shop'] }), 'google_project_iam_member')).toEqual({
      project: 'funlynk-shop',
      role: 'roles/gkehub.serviceAgent',
      member: expect.stringMatching(
        /^serviceAccount:service-\$\{data\.google_project\..*\.number\}@gcp-sa-gkehub\.iam\.gserviceaccount\.com$/,
      ) as unknown,
      depends_on: [],
    });
  });

  test('can be destroyed where protection is off', () => {
    expect(only(fleet({ deletionProtection: false }), TYPE)).toMatchObject({ lifecycle: { prevent_destroy: false } });
  });

  test.each(['abc', 'x'.repeat(31), 'Flotte über alles'])('refuses the name %p', (displayName) => {
    expect(() => fleet({ displayName })).toThrow(
      `test/fleet: 'displayName' must be 4 to 30 letters, digits, spaces, dashes, quotes and exclamation marks, got '${displayName}'`,
    );
  });

  test('refuses its own project among the others', () => {
    expect(() => fleet({ memberProjects: [PROJECT] })).toThrow(
      "test/fleet: 'memberProjects' must name other projects than the fleet's own, got 'funlynk-prod'",
    );
  });
});
