import { ciliumSpecs, withoutSources } from '../../lib/checks/cilium';
import { object } from './fixtures';

test('a policy has one set of rules, or several', () => {
  expect(ciliumSpecs(object('CiliumNetworkPolicy', 'it', { spec: { egress: [] } }).manifest)).toEqual([{ egress: [] }]);
  expect(ciliumSpecs(object('CiliumNetworkPolicy', 'it', { specs: [{}, {}] }).manifest)).toEqual([{}, {}]);
});

test('a selector loses where its labels come from', () => {
  const matchExpressions = [{ key: 'k8s:tier', operator: 'Exists' }, 'odd'];

  expect(
    withoutSources({ matchLabels: { 'k8s:app': 'web', 'any:team': 'shop', plain: 'x' }, matchExpressions }),
  ).toEqual({
    matchLabels: { app: 'web', team: 'shop', plain: 'x' },
    matchExpressions: [{ key: 'tier', operator: 'Exists' }, 'odd'],
  });
});

test('what is no selector stays what it is', () => {
  expect(withoutSources(undefined)).toBeUndefined();
});
