import { Workload } from '../../../lib/workloads/workload';
import { emptyChart, synth, type Objects } from '../../support/manifests';
import { backend, DEPLOYMENT } from '../sample-workload';
import { mesh, pods } from './connection-samples';

function fromGateway(methods?: readonly string[]): Objects {
  return synth((chart) => backend(chart, { mesh }).connections.allowFromGateway('http', methods));
}

describe('a connection from the gateway', () => {
  test('is let into the workload from the pods of the gateway', () => {
    expect(fromGateway().one('NetworkPolicy', 'backend-http-from-gateway')).toMatchObject({
      metadata: { namespace: 'funlynk' },
      spec: { ingress: [{ from: [pods('istio-ingress', { istio: 'ingressgateway' })], ports: [{ port: 3000 }] }] },
    });
  });

  test('is let out of the gateway', () => {
    expect(fromGateway().one('NetworkPolicy', 'gateway-to-funlynk-backend-http')).toMatchObject({
      metadata: { namespace: 'istio-ingress' },
      spec: {
        podSelector: { matchLabels: { istio: 'ingressgateway' } },
        egress: [{ ports: [{ port: 3000 }] }],
      },
    });
  });

  test('is authorised by the mesh with every method', () => {
    expect(fromGateway().one('AuthorizationPolicy', 'backend-http-from-gateway')).toMatchObject({
      metadata: { namespace: 'funlynk' },
      spec: {
        rules: [
          {
            from: [{ source: { principals: ['cluster.local/ns/istio-ingress/sa/istio-ingressgateway'] } }],
            to: [{ operation: { ports: ['3000'] } }],
          },
        ],
      },
    });
    expect(fromGateway().one('AuthorizationPolicy')).not.toHaveProperty('spec.rules.0.to.0.operation.methods');
  });

  test('is authorised with the methods that are named', () => {
    expect(fromGateway(['GET', 'POST']).one('AuthorizationPolicy')).toHaveProperty(
      'spec.rules.0.to.0.operation.methods',
      ['GET', 'POST'],
    );
  });

  test('is refused where there is no mesh', () => {
    expect(() => backend(emptyChart()).connections.allowFromGateway('http')).toThrow(
      "test/backend/Connections: 'mesh' is needed to be reached by its gateway, got undefined",
    );
  });

  test('is refused to a port that the workload has not', () => {
    expect(() => backend(emptyChart(), { mesh }).connections.allowFromGateway('htp')).toThrow(
      "test/backend/Connections: 'port' must be a port of the workload, got 'htp'; did you mean 'http'? (http)",
    );
  });

  test('is refused a second time', () => {
    const { connections } = backend(emptyChart(), { mesh });
    connections.allowFromGateway('http', ['GET']);
    expect(() => connections.allowFromGateway('http', ['POST'])).toThrow(
      "test/backend/Connections: 'port' must be connected once, got 'http'; leave one of the two out",
    );
  });

  test('is refused to a port of UDP', () => {
    const ports = { dns: { containerPort: 53, protocol: 'udp' } } as const;
    const { connections } = new Workload(emptyChart(), 'resolver', { ...DEPLOYMENT, mesh, ports });
    expect(() => connections.allowFromGateway('dns')).toThrow(
      "test/resolver/Connections: 'port' must be one of TCP to be reached by the gateway, got 'dns'",
    );
  });
});
