import { ContainerAnalysisNote } from '@cdktf/provider-google/lib/container-analysis-note';
import { KmsKeyRing } from '../../../lib/cloud/google/keys/kms-key-ring';
import { CLUSTER_SERVICES, FOUNDATION_SERVICES, ProjectServices } from '../../../lib/cloud/google/project-services';
import { googleStack, only, PROJECT, REGION, values } from './synth';

describe('ProjectServices', () => {
  test('enables an API and leaves it enabled', () => {
    const stack = googleStack();
    new ProjectServices(stack, 'services', { project: PROJECT, services: ['cloudkms.googleapis.com'] });
    expect(only(stack, 'google_project_service')).toMatchInlineSnapshot(`
      {
        "disable_dependent_services": false,
        "disable_on_destroy": false,
        "project": "funlynk-prod",
        "service": "cloudkms.googleapis.com",
      }
    `);
  });

  test('enables an API once', () => {
    const stack = googleStack();
    const services = [...CLUSTER_SERVICES, ...FOUNDATION_SERVICES];
    new ProjectServices(stack, 'services', { project: PROJECT, services });
    expect(values(stack, 'google_project_service', 'service')).toEqual([...new Set(services)].sort());
  });

  test('has resources wait for the API they are made through', () => {
    const stack = googleStack();
    new ProjectServices(stack, 'services', { project: PROJECT, services: CLUSTER_SERVICES }).requiredBy(stack);
    new KmsKeyRing(stack, 'ring', { project: PROJECT, location: REGION, name: 'ring' });
    expect(only(stack, 'google_kms_key_ring').depends_on).toEqual([
      expect.stringMatching(/^google_project_service\.services_cloudkms/),
    ]);
  });

  test('has grants of keys wait for every API, since they name agents of any of them', () => {
    const stack = googleStack();
    new ProjectServices(stack, 'services', { project: PROJECT, services: CLUSTER_SERVICES }).requiredBy(stack);
    new KmsKeyRing(stack, 'ring', { project: PROJECT, location: REGION, name: 'ring' }).addKey('etcd', {
      users: ['container-engine'],
    });
    expect(only(stack, 'google_kms_crypto_key_iam_member').depends_on).toHaveLength(CLUSTER_SERVICES.length);
  });

  test('tells the API of attestors’ notes from that of clusters', () => {
    const stack = googleStack();
    const services = ['container.googleapis.com', 'containeranalysis.googleapis.com'];
    new ProjectServices(stack, 'services', { project: PROJECT, services }).requiredBy(stack);
    new ContainerAnalysisNote(stack, 'note', {
      name: 'note',
      attestationAuthority: { hint: { humanReadableName: 'n' } },
    });
    expect(only(stack, 'google_container_analysis_note').depends_on).toEqual([
      expect.stringMatching(/^google_project_service\.services_containeranalysis/),
    ]);
  });

  test('makes nothing wait unless asked', () => {
    const stack = googleStack();
    new ProjectServices(stack, 'services', { project: PROJECT, services: CLUSTER_SERVICES });
    new KmsKeyRing(stack, 'ring', { project: PROJECT, location: REGION, name: 'ring' });
    expect(only(stack, 'google_kms_key_ring')).not.toHaveProperty('depends_on');
  });

  test('refuses what is no API of Google', () => {
    expect(() => new ProjectServices(googleStack(), 'services', { project: PROJECT, services: ['container'] })).toThrow(
      "test/services: 'services' must name an API such as container.googleapis.com, got 'container'",
    );
  });
});
