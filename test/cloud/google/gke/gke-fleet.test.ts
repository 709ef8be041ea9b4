import { TerraformOutput, Testing } from 'cdktf';
import { fleetBlock } from '../../../../lib/cloud/google/gke/gke-fleet';
import { cluster } from '../fixtures';
import { googleStack, only, PROJECT } from '../synth';

describe('the fleet of a cluster', () => {
  test('is none by default', () => {
    const stack = googleStack();
    expect(cluster(stack).fleetMembership).toBeUndefined();
    expect(only(stack, 'google_container_cluster')).not.toHaveProperty('fleet');
  });

  test("is that of the cluster's project unless another is named", () => {
    expect(fleetBlock(PROJECT, { fleet: {} })).toEqual({ fleet: { project: PROJECT } });
    expect(fleetBlock(PROJECT, { fleet: { project: 'funlynk-fleet' } })).toEqual({
      fleet: { project: 'funlynk-fleet' },
    });
  });

  test('knows the cluster by what GKE says once it has joined', () => {
    const stack = googleStack();
    const { fleetMembership } = cluster(stack, { fleet: { project: 'funlynk-fleet' } });
    new TerraformOutput(stack, 'membership', { value: fleetMembership });
    const { output } = JSON.parse(Testing.synth(stack, true)) as { readonly output: unknown };
    expect(output).toMatchObject({
      membership: {
        value: {
          project: 'funlynk-fleet',
          location: expect.stringMatching(/google_container_cluster\..*\.fleet\[0\]\.membership_location/) as unknown,
          membershipId: expect.stringMatching(/google_container_cluster\..*\.fleet\[0\]\.membership_id/) as unknown,
        },
      },
    });
  });
});
