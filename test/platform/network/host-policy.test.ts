import { allowEgressToHosts, type HostPolicies } from '../../../lib/platform/network/host-policy';
import { synth, type Objects } from '../../support/manifests';

function written(policies: HostPolicies): Objects {
  return synth((chart) =>
    allowEgressToHosts(chart, 'policy', {
      name: 'backend-to-hosts',
      namespace: 'funlynk',
      selector: { 'app.kubernetes.io/name': 'backend' },
      ports: [{ port: 443 }, { port: 123, protocol: 'UDP' }],
      hosts: ['*.example.com', 'api.stripe.com'],
      policies,
    }),
  );
}

describe('allowEgressToHosts', () => {
  test('names hosts to Cilium where that enforces policies', () => {
    expect(written('cilium').all.map(({ kind }) => kind)).toEqual(['CiliumNetworkPolicy']);
    expect(written('cilium').one('CiliumNetworkPolicy')).toHaveProperty('spec.egress.0.toFQDNs', [
      { matchPattern: '*.example.com' },
      { matchName: 'api.stripe.com' },
    ]);
  });

  test('names them in a policy of GKE’s own where GKE does', () => {
    expect(written('gke').all).toEqual([
      expect.objectContaining({
        apiVersion: 'networking.gke.io/v1alpha1',
        kind: 'FQDNNetworkPolicy',
        spec: {
          podSelector: { matchLabels: { 'app.kubernetes.io/name': 'backend' } },
          egress: [
            {
              matches: [{ pattern: '*.example.com' }, { name: 'api.stripe.com' }],
              ports: [
                { port: 443, protocol: 'TCP' },
                { port: 123, protocol: 'UDP' },
              ],
            },
          ],
        },
      }),
    ]);
  });

  test.each(['cilium', 'gke'] as const)('allows no range of addresses beside them with %s', (policies) => {
    expect(written(policies).names('NetworkPolicy')).toEqual([]);
  });
});
