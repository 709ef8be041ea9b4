import { App } from 'cdk8s';
import { renderManifests } from '../../lib/platform/gitops/render';
import { ClusterManifests } from '../../stacks/manifests/cluster-manifests';
import { GKE } from '../support/manifests';
import { manyServices, renamed } from './many-services';

describe('manyServices', () => {
  test('has as many services as asked for, each connected to three before it', () => {
    const { services } = manyServices(12);
    expect(Object.keys(services)).toHaveLength(12);
    expect(services['service-011']?.connectsTo).toMatchObject([
      { service: 'service-008' },
      { service: 'service-009' },
      { service: 'service-010' },
      { external: 'api.example.com' },
    ]);
  });

  test('can be rendered on a cluster under any name', () => {
    const manifests = new ClusterManifests(new App(), 'cluster-007', manyServices(2), renamed(GKE, 7));
    const kinds = renderManifests(manifests).map(({ manifest }) => manifest.kind);
    expect(kinds.filter((kind) => kind === 'Deployment')).toHaveLength(2);
  });
});
