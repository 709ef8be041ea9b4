import { App, Chart } from 'cdk8s';
import { renderManifests } from '../../../lib/platform/gitops/render';
import { podSecurityLabels, TenantNamespace } from '../../../lib/platform/tenancy/tenant-namespace';
import { synth } from '../../support/manifests';

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
