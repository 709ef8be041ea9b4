import {
  BUDGET_OWNED_FIELDS,
  MAX_BUDGET_NAME,
  ScheduledDisruptionBudget,
  type ScheduledDisruptionBudgetProps,
} from '../../../lib/platform/autoscaling/scheduled-disruption-budget';
import { emptyChart, synth, type Objects } from '../../support/manifests';

const PROPS: ScheduledDisruptionBudgetProps = {
  name: 'api',
  namespace: 'funlynk',
  labels: { 'app.kubernetes.io/name': 'api', 'app.kubernetes.io/part-of': 'funlynk' },
  selector: { 'app.kubernetes.io/name': 'api' },
  limit: { maxUnavailable: 1 },
  schedule: { timeZone: 'America/New_York', start: '0 8 * * 1-5', end: '0 18 * * 1-5', limit: { minAvailable: '90%' } },
};

function made(changes: Partial<ScheduledDisruptionBudgetProps> = {}): Objects {
  return synth((chart) => new ScheduledDisruptionBudget(chart, 'budget', { ...PROPS, ...changes }));
}

describe('a disruption budget with a schedule', () => {
  const objects = made();

  test('begins with what holds outside of it', () => {
    expect(objects.one('PodDisruptionBudget')).toMatchObject({
      metadata: { name: 'api', labels: { 'app.kubernetes.io/name': 'api' } },
      spec: { maxUnavailable: 1, selector: { matchLabels: { 'app.kubernetes.io/name': 'api' } } },
    });
  });

  test('is changed at both of its times, in its time zone, never twice at once', () => {
    const times = { timeZone: 'America/New_York', concurrencyPolicy: 'Forbid' };
    expect(objects.names('CronJob')).toEqual(['api-budget-end', 'api-budget-start']);
    expect(objects.one('CronJob', 'api-budget-start')).toMatchObject({ spec: { ...times, schedule: '0 8 * * 1-5' } });
    expect(objects.one('CronJob', 'api-budget-end')).toMatchObject({ spec: { ...times, schedule: '0 18 * * 1-5' } });
  });

  test.each([
    ['start', '{"spec":{"maxUnavailable":null,"minAvailable":"90%"}}'],
    ['end', '{"spec":{"maxUnavailable":1,"minAvailable":null}}'],
  ])('takes away the other field at its %s, as Kubernetes refuses both', (time, patch) => {
    const container = 'spec.jobTemplate.spec.template.spec.containers.0';
    expect(objects.one('CronJob', `api-budget-${time}`)).toHaveProperty(`${container}.command`, ['/bin/kubectl']);
    expect(objects.one('CronJob', `api-budget-${time}`)).toHaveProperty(`${container}.args`, [
      'patch',
      'poddisruptionbudget',
      'api',
      '--namespace=funlynk',
      '--type=merge',
      `--patch=${patch}`,
    ]);
  });

  test('is changed by who may change this one object and nothing else', () => {
    expect(objects.one('Role')).toMatchObject({
      metadata: { name: 'api-budget', namespace: 'funlynk' },
      rules: [
        { apiGroups: ['policy'], resources: ['poddisruptionbudgets'], resourceNames: ['api'], verbs: ['get', 'patch'] },
      ],
    });
    expect(objects.one('RoleBinding')).toMatchObject({
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'api-budget' },
      subjects: [{ kind: 'ServiceAccount', name: 'api-budget', namespace: 'funlynk' }],
    });
    expect(objects.names('ServiceAccount')).toEqual(['api-budget']);
  });

  test('is changed by pods that Pod Security restricted admits', () => {
    expect(objects.one('CronJob', 'api-budget-start')).toHaveProperty('spec.jobTemplate.spec.template.spec', {
      serviceAccountName: 'api-budget',
      automountServiceAccountToken: true,
      enableServiceLinks: false,
      restartPolicy: 'OnFailure',
      securityContext: {
        runAsNonRoot: true,
        runAsUser: 65532,
        runAsGroup: 65532,
        seccompProfile: { type: 'RuntimeDefault' },
      },
      containers: [
        expect.objectContaining({
          name: 'kubectl',
          image: 'registry.k8s.io/kubectl:v1.35.7',
          resources: { requests: { cpu: '10m', memory: '64Mi' }, limits: { cpu: '100m', memory: '128Mi' } },
          securityContext: {
            allowPrivilegeEscalation: false,
            readOnlyRootFilesystem: true,
            capabilities: { drop: ['ALL'] },
          },
        }),
      ],
    });
  });

  test('is changed by pods that it does not count, and that no Service leads to, outside the mesh', () => {
    expect(objects.one('CronJob', 'api-budget-start')).toHaveProperty(
      'spec.jobTemplate.spec.template.metadata.labels',
      {
        'app.kubernetes.io/name': 'api-budget',
        'app.kubernetes.io/part-of': 'funlynk',
        'sidecar.istio.io/inject': 'false',
      },
    );
    const budget = new ScheduledDisruptionBudget(emptyChart(), 'budget', PROPS);
    expect(budget.selector).toEqual({ 'app.kubernetes.io/name': 'api-budget' });
  });

  test('is changed by the image that it is told', () => {
    const image = `registry.funlynk.com/kubectl@sha256:${'0'.repeat(64)}`;
    expect(made({ image }).yaml('CronJob', 'api-budget-end')).toContain(`image: ${image}`);
  });

  test('has a name that its CronJobs just have room for', () => {
    const [, start = ''] = made({ name: 'a'.repeat(MAX_BUDGET_NAME) }).names('CronJob');
    expect(start).toHaveLength(52);
  });

  test('changes the fields that a GitOps engine has to leave alone', () => {
    expect(BUDGET_OWNED_FIELDS).toEqual(['/spec/maxUnavailable', '/spec/minAvailable']);
  });
});
