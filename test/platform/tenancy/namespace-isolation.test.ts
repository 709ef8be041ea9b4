import { IstioMesh } from '../../../lib/platform/mesh/istio-mesh';
import type { Mesh } from '../../../lib/platform/mesh/mesh';
import { NamespaceIsolation } from '../../../lib/platform/tenancy/namespace-isolation';
import { synth, type Objects } from '../../support/manifests';

function isolated(mesh?: Mesh): Objects {
  const props = mesh === undefined ? { namespace: 'partners' } : { namespace: 'partners', mesh };
  return synth((chart) => new NamespaceIsolation(chart, 'isolation', props));
}

describe('NamespaceIsolation', () => {
  test('denies everything that nothing else allows', () => {
    expect(isolated().one('NetworkPolicy', 'default-deny')).toMatchObject({
      metadata: { namespace: 'partners' },
      spec: { podSelector: {}, policyTypes: ['Ingress', 'Egress'] },
    });
  });

  test('lets every pod resolve names', () => {
    expect(isolated().yaml('NetworkPolicy', 'allow-dns')).toMatchSnapshot();
  });

  test('lets every pod resolve names at the cache of its node, which no label selects', () => {
    expect(isolated().one('NetworkPolicy', 'allow-node-local-dns')).toHaveProperty('spec', {
      podSelector: {},
      policyTypes: ['Egress'],
      egress: [
        {
          to: [{ ipBlock: { cidr: '169.254.20.10/32' } }],
          ports: [
            { port: 53, protocol: 'UDP' },
            { port: 53, protocol: 'TCP' },
          ],
        },
      ],
    });
  });

  test('lets every pod reach the control plane of its mesh', () => {
    expect(isolated(new IstioMesh()).yaml('NetworkPolicy', 'allow-mesh-control-plane')).toMatchInlineSnapshot(`
      "apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: allow-mesh-control-plane
        namespace: partners
      spec:
        egress:
          - ports:
              - port: 15012
                protocol: TCP
            to:
              - namespaceSelector:
                  matchLabels:
                    kubernetes.io/metadata.name: istio-system
                podSelector:
                  matchLabels:
                    app: istiod
        podSelector: {}
        policyTypes:
          - Egress
      "
    `);
  });

  test('opens no more than that', () => {
    expect(isolated(new IstioMesh()).names('NetworkPolicy')).toEqual([
      'allow-dns',
      'allow-mesh-control-plane',
      'allow-node-local-dns',
      'default-deny',
    ]);
    expect(isolated().names('NetworkPolicy')).toEqual(['allow-dns', 'allow-node-local-dns', 'default-deny']);
  });
});
