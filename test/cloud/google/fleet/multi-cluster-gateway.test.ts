import { FleetMembership } from '../../../../lib/cloud/google/fleet/fleet-membership';
import {
  MultiClusterGateway,
  type MultiClusterGatewayProps,
} from '../../../../lib/cloud/google/fleet/multi-cluster-gateway';
import { cluster as gkeCluster } from '../fixtures';
import { googleStack, only, PROJECT, values } from '../synth';

const FEATURE = 'google_gke_hub_feature';
const MEMBER = FleetMembership.fromName({ project: PROJECT, location: 'europe-west1', membershipId: 'main' });

function gateway(props: Partial<MultiClusterGatewayProps> = {}) {
  const stack = googleStack();
  new MultiClusterGateway(stack, 'gateway', { configMembership: MEMBER, ...props });
  return stack;
}

describe('MultiClusterGateway', () => {
  test('listens to one cluster', () => {
    expect(only(gateway(), FEATURE)).toMatchInlineSnapshot(`
      {
        "depends_on": [],
        "lifecycle": {
          "prevent_destroy": true,
        },
        "location": "global",
        "name": "multiclusteringress",
        "project": "funlynk-prod",
        "spec": {
          "multiclusteringress": {
            "config_membership": "projects/funlynk-prod/locations/europe-west1/memberships/main",
          },
        },
      }
    `);
  });

  test('waits for that cluster', () => {
    const stack = googleStack();
    new MultiClusterGateway(stack, 'gateway', { configMembership: FleetMembership.ofCluster(gkeCluster(stack)) });
    expect(only(stack, FEATURE)['depends_on']).toEqual([expect.stringMatching(/^google_container_cluster\.cluster_/)]);
  });

  test('lets its controller act in its own project, once it is there', () => {
    expect(only(gateway(), 'google_project_iam_member')).toMatchObject({
      project: PROJECT,
      role: 'roles/container.admin',
      member: expect.stringMatching(/@gcp-sa-multiclusteringress\.iam\.gserviceaccount\.com$/) as unknown,
      depends_on: [expect.stringMatching(/^google_gke_hub_feature\.gateway_/)],
    });
  });

  test('lets it act in other projects', () => {
    const stack = gateway({ memberProjects: ['funlynk-shop'] });
    expect(values(stack, 'google_project_iam_member', 'project')).toEqual([PROJECT, 'funlynk-shop']);
  });

  test('can be switched off where protection is off', () => {
    expect(only(gateway({ deletionProtection: false }), FEATURE)).toMatchObject({
      lifecycle: { prevent_destroy: false },
    });
  });

  test('refuses its own project among the others', () => {
    expect(() => gateway({ memberProjects: [PROJECT] })).toThrow("'memberProjects' must name other projects than");
  });
});
