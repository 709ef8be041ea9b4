import { allowEgressToApiServer, apiServerRanges } from '../../../lib/workloads/connections/api-server';
import { EKS, GKE, synth, type Objects } from '../../support/manifests';
import { backend } from '../sample-workload';
import { mesh, visible } from './connection-samples';

const PROPS = {
  name: 'backend-to-api-server',
  namespace: 'funlynk',
  selector: { 'app.kubernetes.io/name': 'backend' },
  ranges: ['10.20.0.0/16', '172.20.0.1/32'],
};

function opened(policies?: 'cilium' | 'gke'): Objects {
  const props = policies === undefined ? PROPS : { ...PROPS, policies };
  return synth((chart) => allowEgressToApiServer(chart, 'ApiServer', props));
}

describe('allowEgressToApiServer', () => {
  test('lets the selected pods reach port 443 in each range', () => {
    expect(opened().one('NetworkPolicy')).toMatchObject({
      metadata: { name: 'backend-to-api-server', namespace: 'funlynk' },
      spec: {
        podSelector: { matchLabels: { 'app.kubernetes.io/name': 'backend' } },
        policyTypes: ['Egress'],
        egress: [
          {
            to: [{ ipBlock: { cidr: '10.20.0.0/16' } }, { ipBlock: { cidr: '172.20.0.1/32' } }],
            ports: [{ port: 443, protocol: 'TCP' }],
          },
        ],
      },
    });
  });

  test('names the API server to Cilium, which takes no range for it', () => {
    expect(opened('cilium').one('CiliumNetworkPolicy')).toHaveProperty('spec.egress', [
      { toEntities: ['kube-apiserver'], toPorts: [{ ports: [{ port: '443', protocol: 'TCP' }] }] },
    ]);
  });

  test.each([undefined, 'gke'] as const)('writes the network policy alone where %s takes names', (policies) => {
    expect(opened(policies).all.map(({ kind }) => kind)).toEqual(['NetworkPolicy']);
  });
});

describe('the ranges of an API server', () => {
  test('are the cluster’s', () => {
    expect(apiServerRanges({ ...GKE, apiServerRanges: ['172.16.0.0/28'] })).toEqual({ ranges: ['172.16.0.0/28'] });
  });

  test('hold the address of its Service where policies see that', () => {
    const cluster = { ...EKS, apiServerRanges: ['10.20.0.0/16'], apiServerServiceRanges: ['172.20.0.1/32'] };
    expect(apiServerRanges(cluster)).toEqual({ ranges: ['10.20.0.0/16', '172.20.0.1/32'] });
  });

  test('come with what enforces policies by name', () => {
    expect(apiServerRanges({ ...EKS, fqdnPolicies: 'cilium' })).toHaveProperty('policies', 'cilium');
  });

  test('are all private ones of a cluster that nobody described', () => {
    expect(apiServerRanges(undefined)).toEqual({
      ranges: ['10.0.0.0/8', '100.64.0.0/10', '172.16.0.0/12', '192.168.0.0/16'],
    });
  });
});

describe('a workload that may reach the API server', () => {
  test('sees it in the mesh', () => {
    const objects = synth((chart) => backend(chart, { mesh }).connections.allowToApiServer());
    expect(objects.names('NetworkPolicy')).toEqual(['backend-to-api-server']);
    expect(visible(objects, 'backend')).toEqual(['default/kubernetes.default.svc.cluster.local']);
  });

  test('is let out once', () => {
    expect(() =>
      synth((chart) => {
        const { connections } = backend(chart);
        connections.allowToApiServer();
        connections.allowToApiServer();
      }),
    ).toThrow(
      "test/backend/Connections: 'apiAccess' must be connected once, got 'the API server'; leave one of the two out",
    );
  });
});
