import { needText, permittedPods } from '../../lib/checks/permitted-pods';
import type { ManifestFile } from '../../lib/core/manifest';
import type { Permission } from '../../lib/core/service-identity';
import { canary, cluster, controller, model, service, stack } from './fixtures';

const permissions: readonly Permission[] = [
  { action: 'queue:consume', queues: ['mails', 'audit'] },
  { action: 'logs:write' },
];
const found = (...files: readonly ManifestFile[]) =>
  permittedPods({
    model: model(service('web', { permissions }), service('api')),
    cluster: cluster(files),
    stack: stack({}),
    stacks: [],
  });

test('pods of services with permissions are told with each need by itself', () => {
  const [web] = found(controller('web'), controller('api'));

  expect(web).toMatchObject({ manifest: { metadata: { name: 'web' } }, namespace: 'shop', serviceAccount: 'web' });
  expect(web?.needs.map(needText)).toEqual(['logs:write', 'queue:consume on audit', 'queue:consume on mails']);
});

test('pods of services without permissions need nothing', () => {
  expect(found(controller('api'))).toEqual([]);
});

test.each([undefined, 'api'])('pods that run as %s are told elsewhere', (serviceAccountName) => {
  expect(found(controller('web', { pod: { serviceAccountName } }))).toEqual([]);
});

test('pods that Flagger copies are told once', () => {
  expect(found(controller('web'), canary('web'))).toHaveLength(1);
});
