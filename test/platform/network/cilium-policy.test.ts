import { allowEgressToCiliumHosts, allowEgressToEntity } from '../../../lib/platform/network/cilium-policy';
import { synth } from '../../support/manifests';

const PROPS = {
  name: 'policy',
  namespace: 'funlynk',
  selector: { 'app.kubernetes.io/name': 'backend' },
  ports: [{ port: 443 }],
};

describe('allowEgressToEntity', () => {
  test.each(['host', 'kube-apiserver'] as const)('lets the selected pods reach %s on the port alone', (entity) => {
    const objects = synth((chart) => allowEgressToEntity(chart, 'policy', { ...PROPS, entity }));
    expect(objects.one('CiliumNetworkPolicy')).toMatchObject({
      metadata: { name: 'policy', namespace: 'funlynk' },
      spec: {
        endpointSelector: { matchLabels: { 'app.kubernetes.io/name': 'backend' } },
        egress: [{ toEntities: [entity], toPorts: [{ ports: [{ port: '443', protocol: 'TCP' }] }] }],
      },
    });
  });
});

describe('allowEgressToCiliumHosts', () => {
  const hosts = ['*.example.com', 'api.stripe.com'];
  const written = (ports: { port: number; protocol?: 'TCP' | 'UDP' }[]) =>
    synth((chart) => allowEgressToCiliumHosts(chart, 'policy', { ...PROPS, ports, hosts }));

  test('lets the selected pods reach names and patterns, and look them up through Cilium', () => {
    expect(written(PROPS.ports).yaml('CiliumNetworkPolicy')).toMatchSnapshot();
  });

  test('lets through the protocol that is named', () => {
    expect(written([{ port: 123, protocol: 'UDP' }]).one('CiliumNetworkPolicy')).toHaveProperty(
      'spec.egress.0.toPorts.0.ports',
      [{ port: '123', protocol: 'UDP' }],
    );
  });
});
