import { ClusterIndex } from '../../lib/checks/cluster-index';
import { monitorReferences } from '../../lib/checks/monitor-references';
import type { ManifestFile } from '../../lib/core/manifest';
import { canary, controller, object } from './fixtures';

const check = (file: ManifestFile, ...others: readonly ManifestFile[]): readonly string[] =>
  monitorReferences(new ClusterIndex({ manifests: [controller('web'), file, ...others] }), file.manifest);
const app = (name: string): unknown => ({ matchLabels: { app: name } });

describe('a PodMonitor scrapes', () => {
  const of = (selector: unknown, endpoint: unknown): readonly string[] =>
    check(object('PodMonitor', 'it', { spec: { selector, podMetricsEndpoints: [endpoint] } }));

  test.each([
    ['a port by name', app('web'), { port: 'http' }, []],
    ['a port by number', app('web'), { portNumber: 8080 }, []],
    ['the proxy of the mesh', app('web'), { port: 'http-envoy-prom' }, []],
    ['the proxy of the mesh by number', app('web'), { portNumber: 15090 }, []],
    ['a name that the pods lack', app('web'), { port: 'gone' }, ['scrapes port gone, which its pods lack']],
    ['a number that they lack', app('web'), { portNumber: 1 }, ['scrapes port 1, which its pods lack']],
    ['no pods', app('gone'), { port: 'http' }, ['selects no pods']],
  ])('%s', (_, selector, endpoint, expected) => {
    expect(of(selector, endpoint)).toEqual(expected);
  });
});

test('a ServiceMonitor scrapes ports of Services', () => {
  const service = object('Service', 'web', { spec: { ports: [{ name: 'http' }] } }, { labels: { app: 'web' } });
  const of = (port: string): readonly string[] =>
    check(object('ServiceMonitor', 'it', { spec: { selector: app('web'), endpoints: [{ port }] } }), service);

  expect(of('http')).toEqual([]);
  expect(of('gone')).toEqual(['scrapes port gone, which its Services lack']);
});

test('Services that Flagger makes are found by the labels that it gives them', () => {
  const monitor = object('ServiceMonitor', 'it', { spec: { selector: app('web'), endpoints: [{ port: 'http' }] } });

  expect(check(monitor, canary('web'))).toEqual([]);
  expect(check(monitor)).toEqual(['selects no Service']);
});
