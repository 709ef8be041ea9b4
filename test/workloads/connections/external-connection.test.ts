import type { IstioMesh } from '../../../lib/platform/mesh/istio-mesh';
import { EKS, emptyChart, GKE, synth, type Objects } from '../../support/manifests';
import { backend, postgres } from '../sample-workload';
import { mesh, visible } from './connection-samples';

function external(host: string, port: number, props: { readonly mesh?: IstioMesh } = { mesh }): Objects {
  return synth((chart) => backend(chart, props).connections.allowToExternal(host, port));
}

describe('a connection to a host outside', () => {
  test('is let out to public addresses only', () => {
    expect(external('api.stripe.com', 443).yaml('NetworkPolicy')).toMatchInlineSnapshot(`
      "apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: backend-to-api-stripe-com-443
        namespace: funlynk
      spec:
        egress:
          - ports:
              - port: 443
                protocol: TCP
            to:
              - ipBlock:
                  cidr: 0.0.0.0/0
                  except:
                    - 10.0.0.0/8
                    - 100.64.0.0/10
                    - 169.254.0.0/16
                    - 172.16.0.0/12
                    - 192.168.0.0/16
        podSelector:
          matchLabels:
            app.kubernetes.io/name: backend
        policyTypes:
          - Egress
      "
    `);
  });

  test('is known to the mesh', () => {
    expect(external('api.stripe.com', 443).one('ServiceEntry')).toMatchObject({
      metadata: { name: 'backend-to-api-stripe-com-443', namespace: 'funlynk' },
      spec: { hosts: ['api.stripe.com'], ports: [{ number: 443 }] },
    });
  });

  test('needs nothing but the network where there is no mesh', () => {
    const objects = external('api.stripe.com', 443, {});
    expect(objects.names('NetworkPolicy')).toEqual(['backend-to-api-stripe-com-443']);
    expect(objects.names('ServiceEntry')).toEqual([]);
  });

  test('may be made by two workloads of one namespace', () => {
    const objects = synth((chart) => {
      backend(chart, { mesh }).connections.allowToExternal('api.stripe.com', 443);
      postgres(chart, { mesh }).connections.allowToExternal('api.stripe.com', 443);
    });
    expect(objects.names('ServiceEntry')).toEqual(['backend-to-api-stripe-com-443', 'postgres-to-api-stripe-com-443']);
  });

  test('is told as one text as well', () => {
    const objects = synth((chart) => backend(chart).connections.allowToExternal('api.stripe.com:443'));
    expect(objects.names('NetworkPolicy')).toEqual(['backend-to-api-stripe-com-443']);
  });

  test('is shown to the proxies of this workload alone', () => {
    const objects = synth((chart) => {
      postgres(chart, { mesh });
      backend(chart, { mesh }).connections.allowToExternal('api.stripe.com', 443);
    });
    expect(visible(objects, 'backend')).toEqual(['./api.stripe.com']);
    expect(visible(objects, 'postgres')).toEqual([]);
  });

  test('may lead to two hosts that differ in a dash for a dot', () => {
    const objects = synth((chart) => {
      const { connections } = backend(chart);
      connections.allowToExternal('api-eu.stripe.com:443');
      connections.allowToExternal('api.eu.stripe.com:443');
    });
    expect(objects.names('NetworkPolicy')).toEqual([
      'backend-to-api--eu-stripe-com-443',
      'backend-to-api-eu-stripe-com-443',
    ]);
  });

  test('may lead to every host below a name', () => {
    const objects = external('*.stripe.com', 443);
    expect(objects.one('ServiceEntry')).toMatchObject({
      metadata: { name: 'backend-to-any-stripe-com-443' },
      spec: { hosts: ['*.stripe.com'], resolution: 'NONE' },
    });
    expect(visible(objects, 'backend')).toEqual(['./*.stripe.com']);
  });

  test('may lead to several hosts of a port that TLS tells apart', () => {
    const objects = synth((chart) => {
      const { connections } = backend(chart, { mesh });
      connections.allowToExternal('api.stripe.com:443');
      connections.allowToExternal('hooks.stripe.com:443');
    });
    expect(objects.names('ServiceEntry')).toHaveLength(2);
  });
});

describe('a connection to a host outside where policies name hosts', () => {
  const named = (fqdnPolicies: 'cilium' | 'gke') =>
    synth((chart) => {
      const cluster = { ...(fqdnPolicies === 'gke' ? GKE : EKS), fqdnPolicies };
      backend(chart, { cluster }).connections.allowToExternal('api.stripe.com', 443);
    });

  test.each(['cilium', 'gke'] as const)('is opened to no address by %s, which would open it to all', (policies) => {
    expect(named(policies).names('NetworkPolicy')).toEqual([]);
  });

  test('is opened by name under Cilium', () => {
    expect(named('cilium').one('CiliumNetworkPolicy', 'backend-to-api-stripe-com-443')).toHaveProperty(
      'spec.egress.0',
      {
        toFQDNs: [{ matchName: 'api.stripe.com' }],
        toPorts: [{ ports: [{ port: '443', protocol: 'TCP' }] }],
      },
    );
  });

  test('is opened by name under GKE', () => {
    expect(named('gke').one('FQDNNetworkPolicy', 'backend-to-api-stripe-com-443')).toHaveProperty('spec.egress', [
      { matches: [{ name: 'api.stripe.com' }], ports: [{ port: 443, protocol: 'TCP' }] },
    ]);
  });
});

describe('a connection to a host outside is refused', () => {
  const connecting = (...hosts: string[]) => {
    const { connections } = backend(emptyChart(), { mesh });
    return () => {
      for (const host of hosts) connections.allowToExternal(host);
    };
  };

  test('without a port', () => {
    expect(connecting('api.stripe.com')).toThrow(
      "test/backend/Connections: 'external' must be a host and a port such as api.stripe.com:443, got 'api.stripe.com'",
    );
  });

  test('to an address', () => {
    expect(connecting('192.0.2.1:443')).toThrow(
      "test/backend/Connections: 'external' must be the name of a host, not an address, got '192.0.2.1'; " +
        'give the address a name in DNS',
    );
  });

  test('a second time', () => {
    expect(connecting('api.stripe.com:443', 'api.stripe.com:443')).toThrow(
      "test/backend/Connections: 'external' must be connected once, got 'api.stripe.com:443'; " +
        'leave one of the two out',
    );
  });

  test('on a port without TLS that another host has in a mesh', () => {
    expect(connecting('db.example.com:5432', 'db.example.org:5432')).toThrow(
      "test/backend/Connections: 'external' must be the only host on port 5432: in a mesh only port 443 tells names " +
        "apart, got 'db.example.org'; db.example.com has it",
    );
  });

  test('below a wildcard on a port without TLS in a mesh', () => {
    expect(connecting('*.example.com:5432')).toThrow(
      "test/backend/Connections: 'external' must be one host on port 5432: in a mesh only port 443 tells names apart, " +
        "got '*.example.com'",
    );
  });

  test('in no such case without a mesh', () => {
    const { connections } = backend(emptyChart());
    expect(() => {
      connections.allowToExternal('db.example.com:5432');
      connections.allowToExternal('db.example.org:5432');
      connections.allowToExternal('*.example.net:5432');
    }).not.toThrow();
  });
});
