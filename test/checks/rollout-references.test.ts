import { ClusterIndex } from '../../lib/checks/cluster-index';
import { rolloutReferences } from '../../lib/checks/rollout-references';
import type { ManifestFile } from '../../lib/core/manifest';
import { controller, object } from './fixtures';

const destination = (host: string): unknown => ({ destination: { host } });
const both = [destination('web'), destination('web-canary')];
const written = [
  controller('api'),
  ...['web', 'web-canary'].map((name) => object('Service', name, { spec: { selector: { app: 'web' } } })),
  object('Service', 'api', { spec: { selector: { app: 'api' } } }),
  object('Service', 'all', { spec: { selector: {} } }),
  object('VirtualService', 'web', { spec: { http: [{ name: 'web', route: both }] } }),
  object('VirtualService', 'several', {
    spec: {
      http: [
        { name: 'web', route: both },
        { name: 'old', route: [destination('web')] },
      ],
    },
  }),
  object(
    'VirtualService',
    'edge',
    { spec: { http: [{ name: 'web', route: ['web.shop.svc.cluster.local', 'web-canary.shop'].map(destination) }] } },
    { namespace: 'edge' },
  ),
];
const check = (strategy: unknown): readonly string[] => {
  const rollout: ManifestFile = controller('web', { kind: 'Rollout', spec: { strategy } });
  return rolloutReferences(new ClusterIndex({ manifests: [...written, rollout] }), rollout.manifest);
};
const SERVICES = { stableService: 'web', canaryService: 'web-canary' };
const weighs = (...virtualServices: readonly unknown[]): readonly string[] =>
  check({ canary: { ...SERVICES, trafficRouting: { istio: { virtualServices } } } });

describe.each([
  ['canary', 'stableService', 'canaryService'],
  ['blueGreen', 'activeService', 'previewService'],
])('a strategy %s', (strategy, one, other) => {
  test('moves traffic between Services that select its pods', () => {
    expect(check({ [strategy]: { [one]: 'web', [other]: 'web-canary' } })).toEqual([]);
  });

  test.each([one, other])('may name a Service that selects others as well as %s', (field) => {
    expect(check({ [strategy]: { [field]: 'all' } })).toEqual([]);
  });

  test.each([one, other])('names Services that are written as %s', (field) => {
    expect(check({ [strategy]: { [field]: 'gone' } })).toEqual(['moves traffic by Service gone, which is not written']);
    expect(check({ [strategy]: { [field]: 'api' } })).toEqual([
      'moves traffic by Service api, which selects other pods',
    ]);
  });
});

describe('a Rollout weighs', () => {
  test.each([
    ['a route by its name', { name: 'web', routes: ['web'] }, []],
    ['the only route there is', { name: 'web' }, []],
    ['a route of another namespace', { name: 'edge.edge', routes: ['web'] }, []],
    ['a VirtualService that is missing', { name: 'gone' }, ['weighs VirtualService gone, which is not written']],
    ['one of another namespace', { name: 'web.edge' }, ['weighs VirtualService web.edge, which is not written']],
    [
      'a route that it lacks',
      { name: 'web', routes: ['gone'] },
      ['weighs route gone of VirtualService web, which it lacks'],
    ],
    [
      'one of several routes',
      { name: 'several' },
      ['weighs VirtualService several, and does not say which of its routes'],
    ],
    [
      'a route that leads to one of both Services only',
      { name: 'several', routes: ['old'] },
      ['weighs route old of VirtualService several, which does not lead to Service web-canary'],
    ],
  ])('%s', (_, virtualService, expected) => {
    expect(weighs(virtualService)).toEqual(expected);
    expect(check({ canary: { ...SERVICES, trafficRouting: { istio: { virtualService } } } })).toEqual(expected);
  });

  test('several VirtualServices', () => {
    expect(weighs({ name: 'web' }, { name: 'gone' })).toEqual(['weighs VirtualService gone, which is not written']);
  });
});

test('a Rollout is judged by analyses that are written', () => {
  expect(check({ canary: { analysis: { templates: [{ templateName: 'gone' }] } } })).toEqual([
    'is judged by AnalysisTemplate gone, which is not written',
  ]);
});
