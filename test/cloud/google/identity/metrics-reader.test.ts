import { MetricsReader } from '../../../../lib/cloud/google/identity/metrics-reader';
import { cluster } from '../fixtures';
import { googleStack, only, resources, values } from '../synth';

describe('MetricsReader', () => {
  const stack = googleStack();
  const reader = new MetricsReader(stack, 'keda', {
    cluster: cluster(stack),
    name: 'keda',
    namespace: 'keda',
    serviceAccount: 'keda-operator',
  });

  test('is a service account that one of Kubernetes acts as', () => {
    expect(values(stack, 'google_service_account', 'account_id')).toContain(reader.email.replace(/@.*/, ''));
    expect(only(stack, 'google_service_account_iam_member')).toMatchObject({
      role: 'roles/iam.workloadIdentityUser',
      member: 'serviceAccount:funlynk-prod.svc.id.goog[keda/keda-operator]',
    });
  });

  test('reads metrics of the project and nothing else', () => {
    const own = Object.values(resources(stack, 'google_project_iam_member')).filter(
      ({ member }) => typeof member === 'string' && member.includes('google_service_account.keda_'),
    );
    expect(own).toMatchObject([{ role: 'roles/monitoring.viewer' }]);
  });
});
