import { ROLLOUT_OWNED_FIELDS } from '../../../lib/platform/delivery/owned-fields';
import { ROLLOUT_VERSION_LABEL } from '../../../lib/platform/delivery/rollout';

test('a GitOps engine leaves to Argo Rollouts which version a Service leads to, and what its share is', () => {
  expect(ROLLOUT_OWNED_FIELDS.map(({ reason: _, ...fields }) => fields)).toEqual([
    { group: '', kind: 'Service', jsonPointers: [`/spec/selector/${ROLLOUT_VERSION_LABEL}`] },
    {
      group: 'networking.istio.io',
      kind: 'VirtualService',
      jqPathExpressions: ['.spec.http[].route[].weight'],
    },
  ]);
});
