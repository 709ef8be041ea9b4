import { ClusterIndex } from '../../lib/checks/cluster-index';
import { serviceReferences } from '../../lib/checks/service-references';
import type { ManifestFile } from '../../lib/core/manifest';
import { canary, controller, object } from './fixtures';

const check = (file: ManifestFile, ...others: readonly ManifestFile[]): readonly string[] =>
  serviceReferences(new ClusterIndex({ manifests: [file, ...others] }), file.manifest);
const ports = [{ name: 'http', port: 80, targetPort: 'http' }];
const to = (app: string, fields: Readonly<Record<string, unknown>> = {}): ManifestFile =>
  object('Service', 'it', { spec: { selector: { app }, ports, ...fields } });

test('a Service leads to pods that have its port', () => {
  expect(check(to('web'), controller('web'))).toEqual([]);
  expect(check(to('web', { ports: [{ name: 'x', port: 81 }] }), controller('web'))).toEqual([
    'sends port x to 81, which its pods lack',
  ]);
});

test('a Service of no pods is told', () => {
  expect(check(to('web'))).toEqual(['selects no pods']);
});

test.each(['Job', 'CronJob'])('a Service in front of a %s is none', (kind) => {
  const spec =
    kind === 'CronJob'
      ? { jobTemplate: { spec: { template: { metadata: { labels: { app: 'web' } }, spec: {} } } } }
      : {};

  expect(check(to('web'), controller('web', { kind, spec }))).toEqual([
    'selects pods of jobs only, which serve nobody',
  ]);
});

test('pods of a job beside others do not have to have the port', () => {
  const job = controller('web', { kind: 'Job', container: { ports: [] } });

  expect(check(to('web'), controller('web'), job)).toEqual([]);
});

test('a Service that Flagger makes is nobody else’s', () => {
  const file = object('Service', 'web', { spec: { selector: { app: 'web' }, ports } });

  expect(check(file, controller('web'), canary('web'))).toEqual(['is a Service that Flagger makes']);
});

test('a Service of the same name in another namespace is another', () => {
  const file = object('Service', 'web', { spec: { type: 'ExternalName' } }, { namespace: 'elsewhere' });

  expect(check(file, controller('web'), canary('web'))).toEqual([]);
});
