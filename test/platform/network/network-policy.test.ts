import type { Chart } from 'cdk8s';
import {
  allowEgress,
  allowEgressToRange,
  allowEgressToRanges,
  allowIngress,
  denyAll,
  type AllowProps,
} from '../../../lib/platform/network/network-policy';
import { synth } from '../../support/manifests';

const PROPS: AllowProps = {
  name: 'policy',
  namespace: 'funlynk',
  selector: { app: 'backend' },
  ports: [{ port: 3000 }],
};
const PEER = { namespace: 'data', labels: { app: ['postgres'] } };
const SELECTORS = {
  namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'data' } },
  podSelector: { matchLabels: { app: 'postgres' } },
};

function spec(build: (chart: Chart) => void): unknown {
  return synth(build).one('NetworkPolicy')['spec'];
}

describe('denyAll', () => {
  test('denies both directions to every pod of a namespace', () => {
    expect(synth((chart) => denyAll(chart, 'policy', 'partners')).yaml('NetworkPolicy')).toMatchInlineSnapshot(`
      "apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: default-deny
        namespace: partners
      spec:
        podSelector: {}
        policyTypes:
          - Ingress
          - Egress
      "
    `);
  });
});

describe('allowIngress', () => {
  test('lets a peer reach the selected pods', () => {
    expect(spec((chart) => allowIngress(chart, 'policy', { ...PROPS, from: PEER }))).toEqual({
      podSelector: { matchLabels: { app: 'backend' } },
      policyTypes: ['Ingress'],
      ingress: [{ from: [SELECTORS], ports: [{ port: 3000, protocol: 'TCP' }] }],
    });
  });

  test('lets anybody reach them where no peer is given', () => {
    expect(spec((chart) => allowIngress(chart, 'policy', PROPS))).toMatchObject({
      ingress: [{ ports: [{ port: 3000, protocol: 'TCP' }] }],
    });
    expect(spec((chart) => allowIngress(chart, 'policy', PROPS))).not.toHaveProperty('ingress.0.from');
  });

  test('is about every pod of the namespace where no label is given', () => {
    expect(spec((chart) => allowIngress(chart, 'policy', { ...PROPS, selector: {} }))).toHaveProperty(
      'podSelector',
      {},
    );
  });
});

describe('allowEgress', () => {
  test('lets the selected pods reach a peer', () => {
    expect(spec((chart) => allowEgress(chart, 'policy', { ...PROPS, to: PEER }))).toEqual({
      podSelector: { matchLabels: { app: 'backend' } },
      policyTypes: ['Egress'],
      egress: [{ to: [SELECTORS], ports: [{ port: 3000, protocol: 'TCP' }] }],
    });
  });

  test('lets through the protocol that is named, TCP otherwise', () => {
    const ports = [{ port: 53, protocol: 'UDP' as const }, { port: 53 }];
    expect(spec((chart) => allowEgress(chart, 'policy', { ...PROPS, to: PEER, ports }))).toHaveProperty(
      'egress.0.ports',
      [
        { port: 53, protocol: 'UDP' },
        { port: 53, protocol: 'TCP' },
      ],
    );
  });
});

describe('allowEgressToRange', () => {
  test('lets the selected pods reach a range of addresses', () => {
    expect(spec((chart) => allowEgressToRange(chart, 'policy', { ...PROPS, cidr: '10.0.0.0/8' }))).toHaveProperty(
      'egress',
      [{ to: [{ ipBlock: { cidr: '10.0.0.0/8' } }], ports: [{ port: 3000, protocol: 'TCP' }] }],
    );
  });

  test('leaves out ranges inside it', () => {
    const props = { ...PROPS, cidr: '0.0.0.0/0', except: ['10.0.0.0/8', '169.254.0.0/16'] };
    expect(spec((chart) => allowEgressToRange(chart, 'policy', props))).toHaveProperty('egress.0.to', [
      { ipBlock: { cidr: '0.0.0.0/0', except: ['10.0.0.0/8', '169.254.0.0/16'] } },
    ]);
  });
});

describe('allowEgressToRanges', () => {
  test('lets the selected pods reach each of the ranges', () => {
    const ranges = [{ cidr: '0.0.0.0/0', except: ['10.0.0.0/8'] }, { cidr: '10.20.0.0/16' }];
    expect(spec((chart) => allowEgressToRanges(chart, 'policy', { ...PROPS, ranges }))).toHaveProperty('egress.0.to', [
      { ipBlock: { cidr: '0.0.0.0/0', except: ['10.0.0.0/8'] } },
      { ipBlock: { cidr: '10.20.0.0/16' } },
    ]);
  });

  test('writes nothing without a range, for a rule without peers lets everything through', () => {
    expect(synth((chart) => allowEgressToRanges(chart, 'policy', { ...PROPS, ranges: [] })).all).toEqual([]);
  });
});
