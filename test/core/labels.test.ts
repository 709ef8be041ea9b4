import { cloudLabels, serviceLabels, systemLabels } from '../../lib/core/labels';

test('what belongs to a service says so, and whose it is', () => {
  expect(serviceLabels('funlynk', 'backend')).toEqual({
    'app.kubernetes.io/name': 'backend',
    'app.kubernetes.io/part-of': 'funlynk',
    'app.kubernetes.io/managed-by': 'gantry',
  });
});

test('what belongs to a system as a whole carries no name of a service, so that no selector finds it', () => {
  expect(systemLabels('funlynk')).toEqual({
    'app.kubernetes.io/part-of': 'funlynk',
    'app.kubernetes.io/managed-by': 'gantry',
  });
});

test('cloud resources carry keys that Google accepts as labels and AWS as tags', () => {
  const labels = cloudLabels('funlynk', 'production');

  expect(labels).toEqual({ system: 'funlynk', environment: 'production', 'managed-by': 'gantry' });
  expect(Object.keys(labels).every((key) => /^[a-z][a-z0-9_-]{0,62}$/.test(key))).toBe(true);
});
