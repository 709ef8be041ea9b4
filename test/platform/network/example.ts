import type { Chart } from 'cdk8s';
import { allowEgressToHosts } from '../../../lib/platform/network/host-policy';
import { allowEgress, allowEgressToRange, allowIngress, denyAll } from '../../../lib/platform/network/network-policy';
import { PROMETHEUS_PEER } from '../../../lib/platform/network/peer';

/** The example of lib/platform/network/README.md, word for word between the two marks. */
export function example(chart: Chart): void {
  // README begins
  const pods = { namespace: 'funlynk', selector: { 'app.kubernetes.io/name': 'backend' } };
  const postgres = { namespace: 'data', labels: { 'app.kubernetes.io/name': ['postgres'] } };

  denyAll(chart, 'DefaultDeny', 'funlynk');
  allowIngress(chart, 'Metrics', { ...pods, name: 'metrics', from: PROMETHEUS_PEER, ports: [{ port: 9100 }] });
  allowEgress(chart, 'Database', { ...pods, name: 'database', to: postgres, ports: [{ port: 5432 }] });
  allowEgressToRange(chart, 'Office', { ...pods, name: 'office', cidr: '198.51.100.0/24', ports: [{ port: 22 }] });
  allowEgressToHosts(chart, 'Payments', {
    ...pods,
    name: 'payments',
    hosts: ['api.stripe.com'],
    ports: [{ port: 443 }],
    policies: 'cilium',
  });
  // README ends
}
