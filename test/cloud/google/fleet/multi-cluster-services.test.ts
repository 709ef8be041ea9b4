import { FleetMembership } from '../../../../lib/cloud/google/fleet/fleet-membership';
import {
  MultiClusterServices,
  type MultiClusterServicesProps,
} from '../../../../lib/cloud/google/fleet/multi-cluster-services';
import { cluster as gkeCluster } from '../fixtures';
import { googleStack, only, PROJECT, resources } from '../synth';

const FEATURE = 'google_gke_hub_feature';

function services(props: Partial<MultiClusterServicesProps> = {}) {
  const stack = googleStack();
  new MultiClusterServices(stack, 'services', { project: PROJECT, ...props });
  return stack;
}

describe('MultiClusterServices', () => {
  test('finds services across the clusters of the fleet', () => {
    expect(only(services(), FEATURE)).toMatchInlineSnapshot(`
      {
        "lifecycle": {
          "prevent_destroy": true,
        },
        "location": "global",
        "name": "multiclusterservicediscovery",
        "project": "funlynk-prod",
      }
    `);
  });

  test('lets the importer of its clusters read the network, and no more', () => {
    expect(only(services(), 'google_project_iam_member')).toEqual({
      project: PROJECT,
      role: 'roles/compute.networkViewer',
      member: 'serviceAccount:funlynk-prod.svc.id.goog[gke-mcs/gke-mcs-importer]',
      depends_on: [],
    });
  });

  test('does the same in other projects, where its agent acts as well', () => {
    const grants = Object.values(
      resources(services({ memberProjects: ['funlynk-shop'] }), 'google_project_iam_member'),
    );
    expect(grants.filter(({ project }) => project === 'funlynk-shop')).toEqual([
      expect.objectContaining({
        role: 'roles/multiclusterservicediscovery.serviceAgent',
        member: expect.stringMatching(/@gcp-sa-mcsd\.iam\.gserviceaccount\.com$/) as unknown,
      }),
      expect.objectContaining({ member: 'serviceAccount:funlynk-shop.svc.id.goog[gke-mcs/gke-mcs-importer]' }),
    ]);
  });

  test('waits with its grants for members, since pods have no identity before', () => {
    const stack = googleStack();
    const memberships = [FleetMembership.ofCluster(gkeCluster(stack, { deletionProtection: false }))];
    new MultiClusterServices(stack, 'services', { project: PROJECT, memberships });
    const [importer] = Object.entries(resources(stack, 'google_project_iam_member')).filter(([id]) =>
      id.startsWith('services_importer'),
    );
    expect(importer?.[1]['depends_on']).toEqual([expect.stringMatching(/^google_container_cluster\.cluster_/)]);
  });

  test('can be switched off where protection is off', () => {
    expect(only(services({ deletionProtection: false }), FEATURE)).toMatchObject({
      lifecycle: { prevent_destroy: false },
    });
  });

  test('refuses its own project among the others', () => {
    expect(() => services({ memberProjects: [PROJECT] })).toThrow("'memberProjects' must name other projects than");
  });
});
