import type { DisruptionSchedule } from '../../../lib/core/model/disruption';
import { IstioMesh } from '../../../lib/platform/mesh/istio-mesh';
import { EKS } from '../../support/manifests';
import { backendObjects } from '../sample-workload';

const SCHEDULE: DisruptionSchedule = {
  timeZone: 'America/New_York',
  start: '0 8 * * 1-5',
  end: '0 18 * * 1-5',
  limit: { maxUnavailable: 0 },
};

/** Where the policies of the cluster see its API server. */
const EKS_API_SERVER: unknown = expect.arrayContaining(EKS.apiServerRanges.map((cidr) => ({ ipBlock: { cidr } })));

describe('the schedule of a workload’s disruption budget', () => {
  const objects = backendObjects({
    replicas: 3,
    disruption: { schedule: SCHEDULE },
    cluster: EKS,
    mesh: new IstioMesh(),
  });

  test('changes the budget, which begins with the default', () => {
    expect(objects.one('PodDisruptionBudget')).toMatchObject({
      metadata: { name: 'backend', labels: { 'app.kubernetes.io/name': 'backend' } },
      spec: { maxUnavailable: 1 },
    });
    expect(objects.names('CronJob')).toEqual(['backend-budget-end', 'backend-budget-start']);
  });

  test('lets what changes it reach the API server, and nothing else', () => {
    const selector = { matchLabels: { 'app.kubernetes.io/name': 'backend-budget' } };
    const own = objects.all.filter(
      ({ kind, spec }) =>
        kind === 'NetworkPolicy' &&
        JSON.stringify(spec).includes(JSON.stringify({ podSelector: selector }).slice(1, -1)),
    );
    expect(own.map(({ metadata }) => metadata.name)).toEqual(['backend-budget-to-api-server']);
    expect(own[0]).toMatchObject({
      metadata: { namespace: 'funlynk' },
      spec: {
        podSelector: selector,
        policyTypes: ['Egress'],
        egress: [
          {
            to: EKS_API_SERVER,
            ports: [{ port: 443, protocol: 'TCP' }],
          },
        ],
      },
    });
  });

  test('gives the workload itself no token', () => {
    expect(objects.one('Deployment')).toHaveProperty('spec.template.spec.automountServiceAccountToken', false);
  });

  test('is carried out by the image that the workload is told', () => {
    const kubectlImage = 'mirror.funlynk.com/kubectl:v1.35.7';
    const mirrored = backendObjects({ replicas: 3, disruption: { schedule: SCHEDULE }, kubectlImage });
    expect(mirrored.yaml('CronJob', 'backend-budget-start')).toContain(`image: ${kubectlImage}`);
  });

  test('is left out where there is no budget', () => {
    const single = backendObjects({ replicas: 1, disruption: { schedule: SCHEDULE } });
    expect(single.names('CronJob')).toEqual([]);
    expect(single.names('Role')).toEqual([]);
  });
});
