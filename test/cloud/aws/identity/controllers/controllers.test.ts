import { CONTROLLERS } from '../../../../../lib/cloud/aws/identity/controllers/controllers';
import { isDnsLabel } from '../../../../../lib/core/names';
import { GRANTS } from './sample-grants';

describe('CONTROLLERS', () => {
  test('know every controller that there is a grant for', () => {
    expect(Object.keys(CONTROLLERS).sort()).toEqual(Object.keys(GRANTS).sort());
  });

  test('name namespaces and service accounts as Kubernetes takes them', () => {
    const names = Object.values(CONTROLLERS).flatMap(({ namespace, serviceAccount }) => [namespace, serviceAccount]);
    expect(names.filter((name) => !isDnsLabel(name))).toEqual([]);
  });

  test('are one service account each', () => {
    const accounts = Object.values(CONTROLLERS).map(
      ({ namespace, serviceAccount }) => `${namespace}/${serviceAccount}`,
    );
    expect(new Set(accounts).size).toBe(accounts.length);
  });
});
