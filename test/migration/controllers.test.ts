import { claimsOf, controllers, podTemplate } from '../../lib/migration/controllers';
import { filesOf, object, postgres, serving } from './versions';

test('controllers are what keeps pods under its own name', () => {
  const kinds = ['Deployment', 'StatefulSet', 'DaemonSet', 'CronJob', 'Rollout'];
  const files = filesOf([...kinds, 'Job', 'Service'].map((kind) => object(kind, 'it')));
  expect(controllers(files).map(({ manifest }) => manifest.kind)).toEqual(kinds);
});

test('pods of a CronJob lie deeper than others', () => {
  const template = { spec: {} };
  expect(podTemplate(object('CronJob', 'it', { spec: { jobTemplate: { spec: { template } } } }))).toBe(template);
  expect(podTemplate(serving('Deployment', 'it', { template }))).toBe(template);
});

test('claims are those of replicas and those that pods share', () => {
  const volumes = [{ persistentVolumeClaim: { claimName: 'shared' } }, { emptyDir: {} }];
  expect(claimsOf(postgres({ replicas: 1, template: { spec: { volumes } } }), [])).toEqual([
    'data-postgres-0',
    'shared',
  ]);
});
