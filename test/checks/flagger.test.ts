import {
  canaryOf,
  canaryServiceNames,
  canaryServices,
  isCanary,
  primaries,
  selectorLabel,
} from '../../lib/checks/flagger';
import { pods } from '../../lib/checks/pods';
import type { ManifestFile } from '../../lib/core/manifest';
import { canary, controller, object } from './fixtures';

const web = controller('web');
const files = [web, controller('api'), canary('web')];
const only = (file: ManifestFile): ReturnType<typeof pods>[number] => {
  const [found] = pods([file]);
  if (found === undefined) throw new Error('no pods');
  return found;
};

test('a Canary is Flagger’s by its group', () => {
  expect(isCanary(canary('web').manifest)).toBe(true);
  expect(isCanary(object('Canary', 'web').manifest)).toBe(false);
});

test('a Canary is found by its target', () => {
  expect(canaryOf(files, only(web))).toBe(files[2]?.manifest);
  expect(canaryOf(files, only(controller('api')))).toBeUndefined();
  expect(canaryOf(files, only(controller('web', { kind: 'StatefulSet' })))).toBeUndefined();
});

test('the primary has the pods of its target but for one label', () => {
  const found = primaries(files);

  expect(found.map(({ name, labels }) => ({ name, labels }))).toEqual([
    { name: 'web', labels: { app: 'web-primary', 'app.kubernetes.io/name': 'web' } },
  ]);
});

test.each([
  ['app, before all others', { app: 'web', name: 'web' }, { key: 'app', value: 'web' }],
  ['name', { name: 'web', 'app.kubernetes.io/name': 'web' }, { key: 'name', value: 'web' }],
  ['the recommended one', { 'app.kubernetes.io/name': 'web' }, { key: 'app.kubernetes.io/name', value: 'web' }],
  ['none', { service: 'web' }, undefined],
])('the label that Flagger changes is %s', (_, matchLabels, expected) => {
  expect(selectorLabel(controller('web', { spec: { selector: { matchLabels } } }).manifest)).toEqual(expected);
});

test('without a label to change, the primary looks like its target', () => {
  const unlabelled = controller('web', { spec: { selector: { matchLabels: { service: 'web' } } } });
  const found = primaries([unlabelled, canary('web')]);

  expect(found.map(({ labels }) => labels)).toEqual([{ app: 'web', 'app.kubernetes.io/name': 'web' }]);
  expect(canaryServices([unlabelled, canary('web')], canary('web').manifest)).toEqual([]);
});

describe('Services of a Canary', () => {
  const services = (fields: Readonly<Record<string, unknown>>): ReturnType<typeof canaryServices> => {
    const made = canary('web', fields);
    return canaryServices([web, made], made.manifest);
  };

  test('are three, named by the target or as it says', () => {
    expect(canaryServiceNames(canary('web').manifest)).toEqual(['web', 'web-canary', 'web-primary']);
    expect(canaryServiceNames(canary('web', { service: { name: 'shop', port: 80 } }).manifest)).toEqual([
      'shop',
      'shop-canary',
      'shop-primary',
    ]);
  });

  test('lead to the primary, and one to the next version', () => {
    expect(services({}).map(({ metadata, spec }) => [metadata.name, metadata.labels, spec])).toEqual([
      ['web', { app: 'web' }, { selector: { app: 'web-primary' }, ports: [port] }],
      ['web-canary', { app: 'web-canary' }, { selector: { app: 'web' }, ports: [port] }],
      ['web-primary', { app: 'web-primary' }, { selector: { app: 'web-primary' }, ports: [port] }],
    ]);
  });

  const port = { name: 'http', port: 80, targetPort: 'http' };

  test('have the labels that it says', () => {
    const labels = { team: 'shop' };

    expect(services({ service: { port: 80, apex: { labels } } }).map(({ metadata }) => metadata.labels)).toEqual([
      { team: 'shop', app: 'web' },
      { app: 'web-canary' },
      { app: 'web-primary' },
    ]);
  });

  test('lead to a port of the same number where it names no other', () => {
    const [apex] = services({ service: { port: 8080, portName: 'api' } });

    expect(apex?.['spec']).toHaveProperty('ports', [{ name: 'api', port: 8080, targetPort: 8080 }]);
  });

  test('have the other ports of the pods as well, where it finds them', () => {
    const ports = [
      { name: 'http', containerPort: 8080 },
      { name: 'admin', containerPort: 9090 },
    ];
    const made = canary('web', { service: { port: 80, targetPort: 'http', portDiscovery: true } });
    const [apex] = canaryServices([controller('web', { container: { ports } }), made], made.manifest);

    expect(apex?.['spec']).toHaveProperty('ports', [port, { name: 'admin', port: 9090, targetPort: 9090 }]);
  });

  test('are none where the target is not written', () => {
    expect(canaryServices([], canary('web').manifest)).toEqual([]);
  });
});
