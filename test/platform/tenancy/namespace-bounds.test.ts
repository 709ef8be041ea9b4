import { NamespaceBounds } from '../../../lib/platform/tenancy/namespace-bounds';
import { synth } from '../../support/manifests';

const QUOTA = { 'requests.cpu': '4', 'requests.memory': '8Gi', 'limits.cpu': '8', 'limits.memory': '16Gi', pods: '50' };

const objects = synth(
  (chart) => new NamespaceBounds(chart, 'bounds', { namespace: 'partners', name: 'funlynk', quota: QUOTA }),
);

describe('NamespaceBounds', () => {
  test('hold a namespace to its quota', () => {
    expect(objects.one('ResourceQuota')).toMatchObject({
      metadata: { name: 'funlynk-quota', namespace: 'partners' },
      spec: { hard: QUOTA },
    });
  });

  test('give containers that say nothing a size, without which the quota would refuse them', () => {
    expect(objects.yaml('LimitRange')).toMatchInlineSnapshot(`
      "apiVersion: v1
      kind: LimitRange
      metadata:
        name: funlynk-defaults
        namespace: partners
      spec:
        limits:
          - default:
              cpu: 100m
              memory: 128Mi
            defaultRequest:
              cpu: 10m
              memory: 64Mi
            type: Container
      "
    `);
  });

  test('give them the size of a proxy, as it is such containers that say nothing', () => {
    const requests = { cpu: '10m', memory: '64Mi' };
    const limits = { cpu: '100m', memory: '128Mi' };
    expect(objects.one('LimitRange')).toMatchObject({
      spec: { limits: [{ defaultRequest: requests, default: limits }] },
    });
  });
});
