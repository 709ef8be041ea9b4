import { App, Chart } from 'cdk8s';
import { renderManifests } from '../../../lib/platform/gitops/render';
import {
  podSecurityLabels,
  TenantNamespace,
  type TenantNamespaceProps,
} from '../../../lib/platform/tenancy/tenant-namespace';
import { emptyChart, synth } from '../../support/manifests';

const REASON = 'the agent reads the logs of the node';

function labels(given?: Readonly<Record<string, string>>): unknown {
  const props = given === undefined ? { name: 'partners' } : { name: 'partners', labels: given };
  return synth((chart) => new TenantNamespace(chart, 'namespace', props)).one('Namespace').metadata.labels;
}

describe('TenantNamespace', () => {
  test('holds its pods to Pod Security restricted', () => {
    expect(labels()).toMatchInlineSnapshot(`
      {
        "pod-security.kubernetes.io/audit": "restricted",
        "pod-security.kubernetes.io/audit-version": "v1.35",
        "pod-security.kubernetes.io/enforce": "restricted",
        "pod-security.kubernetes.io/enforce-version": "v1.35",
        "pod-security.kubernetes.io/warn": "restricted",
        "pod-security.kubernetes.io/warn-version": "v1.35",
      }
    `);
  });

  test('has other labels besides', () => {
    expect(labels({ 'istio-injection': 'enabled' })).toEqual({ 'istio-injection': 'enabled', ...podSecurityLabels() });
  });

  test('cannot be let off by a label', () => {
    expect(labels({ 'pod-security.kubernetes.io/enforce': 'privileged' })).toHaveProperty(
      ['pod-security.kubernetes.io/enforce'],
      'restricted',
    );
  });

  test('stands in no namespace itself, in a chart that has none', () => {
    const chart = new Chart(new App(), 'test');
    new TenantNamespace(chart, 'namespace', { name: 'partners' });
    expect(renderManifests(chart).map(({ manifest }) => manifest.metadata)).toEqual([
      { name: 'partners', labels: podSecurityLabels() },
    ]);
  });
});

describe('the namespace of an agent of the nodes', () => {
  function metadata(props: Partial<TenantNamespaceProps>): unknown {
    return synth((chart) => new TenantNamespace(chart, 'namespace', { name: 'funlynk-agent', ...props })).one(
      'Namespace',
    ).metadata;
  }

  test.each(['baseline', 'privileged'] as const)('admits Pod Security %s, and says why', (podSecurity) => {
    expect(metadata({ podSecurity, podSecurityReason: REASON })).toMatchObject({
      name: 'funlynk-agent',
      labels: podSecurityLabels(podSecurity),
      annotations: { 'gantry/pod-security': REASON },
    });
  });

  test('is held to its level in all three ways, so that nothing warns of what is meant', () => {
    expect(Object.values(podSecurityLabels('privileged'))).toEqual([
      'privileged',
      'v1.35',
      'privileged',
      'v1.35',
      'privileged',
      'v1.35',
    ]);
  });

  test.each([undefined, '', ' '])('cannot be looser without a reason, as with %p', (podSecurityReason) => {
    const reason = podSecurityReason === undefined ? {} : { podSecurityReason };
    const props = { name: 'funlynk-agent', podSecurity: 'privileged', ...reason } as const;
    expect(() => new TenantNamespace(emptyChart(), 'namespace', props)).toThrow(
      `test/namespace: 'podSecurityReason' is needed where podSecurity is 'privileged', got '${podSecurityReason ?? ''}'`,
    );
  });

  test('has no reason written on it where it is restricted', () => {
    expect(metadata({ podSecurityReason: REASON })).not.toHaveProperty('annotations');
  });
});
