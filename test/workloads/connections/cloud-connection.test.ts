import type { Cluster } from '../../../lib/core/cluster';
import type { Permission } from '../../../lib/core/service-identity';
import { cloudHosts } from '../../../lib/workloads/connections/cloud-connection';
import { EKS, emptyChart, GKE, synth, type Objects } from '../../support/manifests';
import { backend } from '../sample-workload';
import { mesh, visible } from './connection-samples';

const LOGS: Permission = { action: 'logs:write' };
const METRICS: Permission = { action: 'metrics:write' };

/** A cluster whose permissions need two hosts, one of them for both. */
function withHosts(cluster: Cluster, changes: Partial<Cluster> = {}): Cluster {
  const hosts = ({ action }: Permission) => ['sts.example.com', `${action.split(':').join('.')}.example.com`];
  return { ...cluster, cloudApiHosts: hosts, ...changes };
}

function opened(cluster: Cluster, permissions: readonly Permission[] = [LOGS]): Objects {
  return synth((chart) => backend(chart, { mesh, cluster }).connections.allowToCloud(permissions));
}

describe('the hosts of a cloud', () => {
  test('are those of all permissions, sorted, each once', () => {
    expect(cloudHosts(withHosts(EKS), [METRICS, LOGS])).toEqual([
      'logs.write.example.com',
      'metrics.write.example.com',
      'sts.example.com',
    ]);
  });
});

describe('a workload that may do something in its cloud', () => {
  test.each([
    ['EKS', EKS, '169.254.170.23/32'],
    ['GKE', GKE, '169.254.169.254/32'],
  ])('fetches its credentials where %s gives them out', (_, cluster, cidr) => {
    expect(opened(cluster).one('NetworkPolicy', 'backend-to-credentials')).toHaveProperty('spec.egress', [
      { to: [{ ipBlock: { cidr } }], ports: [{ port: 80, protocol: 'TCP' }] },
    ]);
  });

  test('reaches public addresses and the endpoints of the network, on 443 alone', () => {
    const cluster = withHosts(EKS, { cloudApiRanges: ['10.20.0.0/16'] });
    expect(opened(cluster).one('NetworkPolicy', 'backend-to-cloud-apis')).toHaveProperty('spec.egress', [
      {
        to: [
          {
            ipBlock: {
              cidr: '0.0.0.0/0',
              except: ['10.0.0.0/8', '100.64.0.0/10', '169.254.0.0/16', '172.16.0.0/12', '192.168.0.0/16'],
            },
          },
          { ipBlock: { cidr: '10.20.0.0/16' } },
        ],
        ports: [{ port: 443, protocol: 'TCP' }],
      },
    ]);
  });

  test('sees the hosts of its permissions in the mesh, and no others', () => {
    const objects = opened(withHosts(EKS), [LOGS]);
    expect(visible(objects, 'backend')).toEqual(['./logs.write.example.com', './sts.example.com']);
    expect(objects.one('ServiceEntry', 'backend-to-cloud-sts-example-com')).toMatchObject({
      spec: { hosts: ['sts.example.com'], ports: [{ number: 443, protocol: 'TLS' }] },
    });
    expect(objects.names('ServiceEntry')).toHaveLength(2);
  });

  test('may be connected to one of these hosts for a reason of its own', () => {
    const objects = synth((chart) => {
      const { connections } = backend(chart, { mesh, cluster: withHosts(EKS) });
      connections.allowToCloud([LOGS]);
      connections.allowToExternal('sts.example.com:443');
    });
    expect(objects.names('ServiceEntry')).toHaveLength(3);
  });

  test.each([
    ['cilium', 'CiliumNetworkPolicy', 'spec.egress.0.toFQDNs', 'matchName'],
    ['gke', 'FQDNNetworkPolicy', 'spec.egress.0.matches', 'name'],
  ] as const)('reaches its hosts by name where %s takes names, and no range', (fqdnPolicies, kind, path, key) => {
    const objects = synth((chart) =>
      backend(chart, { cluster: withHosts(EKS, { fqdnPolicies }) }).connections.allowToCloud([LOGS]),
    );
    expect(objects.one(kind, 'backend-to-cloud-apis')).toHaveProperty(path, [
      { [key]: 'logs.write.example.com' },
      { [key]: 'sts.example.com' },
    ]);
    expect(objects.names('NetworkPolicy')).toEqual(['backend-to-credentials']);
  });

  test("reaches addresses on GKE where the mesh tells the hosts, which GKE's policies do not go with", () => {
    const objects = opened(withHosts(GKE, { fqdnPolicies: 'gke' }));
    expect(objects.names('FQDNNetworkPolicy')).toEqual([]);
    expect(objects.names('NetworkPolicy')).toContain('backend-to-cloud-apis');
  });

  test('reaches no host by name where its permissions need none', () => {
    const cluster: Cluster = { ...GKE, fqdnPolicies: 'gke', cloudApiHosts: () => [] };
    expect(opened(cluster).names('FQDNNetworkPolicy')).toEqual([]);
  });

  test('reaches the agent of its node under Cilium, which takes no range for it', () => {
    const objects = opened(withHosts(EKS, { fqdnPolicies: 'cilium' }));
    expect(objects.one('CiliumNetworkPolicy', 'backend-to-credentials')).toHaveProperty('spec.egress', [
      { toEntities: ['host'], toPorts: [{ ports: [{ port: '80', protocol: 'TCP' }] }] },
    ]);
  });

  test('is refused without a cluster', () => {
    expect(() => backend(emptyChart()).connections.allowToCloud([LOGS])).toThrow(
      "test/backend/Connections: 'cluster' is needed to reach its cloud, got undefined",
    );
  });

  test('is refused a second time', () => {
    const { connections } = backend(emptyChart(), { cluster: EKS });
    connections.allowToCloud([LOGS]);
    expect(() => connections.allowToCloud([METRICS, LOGS])).toThrow(
      "test/backend/Connections: 'permissions' must be connected once, got 'metrics:write,logs:write'; " +
        'leave one of the two out',
    );
  });
});
