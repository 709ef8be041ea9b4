import type { Grant } from '../../lib/checks/identity-scope';
import { serviceAccountFaults } from '../../lib/checks/service-accounts';
import type { ManifestFile } from '../../lib/core/manifest';
import type { Permission } from '../../lib/core/service-identity';
import { canary, cluster, controller, inNamespace, model, object, service, stack } from './fixtures';

const permissions: readonly Permission[] = [{ action: 'bucket:read', buckets: ['uploads'] }];
const system = model(service('web', { permissions }), service('api'));
const ACCOUNTS = [object('ServiceAccount', 'web'), object('ServiceAccount', 'api')];
const SOUND = [...ACCOUNTS, controller('web'), controller('api')];

const check = (manifests: readonly ManifestFile[], grants: readonly Grant[] = []): readonly string[] =>
  serviceAccountFaults({ model: system, cluster: cluster(manifests), stack: stack({}), stacks: [] }, grants).map(
    ({ manifest, message }) => `${manifest.kind} ${manifest.metadata.name}: ${message}`,
  );
const grant = (serviceAccount: string, namespace = 'shop'): Grant => ({ namespace, serviceAccount, identity: 'role' });
const runningAs = (name: string, serviceAccountName?: string): ManifestFile =>
  controller(name, { pod: { serviceAccountName } });

test('services that run as themselves are sound', () => {
  expect(check(SOUND, [grant('web')])).toEqual([]);
});

describe('a service with permissions', () => {
  test.each([
    ['another account', runningAs('web', 'api'), 'api'],
    ['none', runningAs('web'), 'default'],
  ])('that runs as %s has not got them', (_, pods, account) => {
    expect(check([...ACCOUNTS, pods])).toEqual([
      `Deployment web: runs as service account ${account}, and not as web as its permissions want`,
    ]);
  });

  test('has its account written', () => {
    expect(check([object('ServiceAccount', 'web', {}, { namespace: 'other' }), controller('web')])).toEqual([
      'Deployment web: has permissions as shop/web, which is not written',
    ]);
  });

  test('shares its account with the pods that Flagger makes of it, and is told of once', () => {
    expect(check([...SOUND, canary('web')])).toEqual([]);
    expect(check([...ACCOUNTS, runningAs('web', 'api'), canary('web')])).toHaveLength(1);
  });

  test.each([
    ['of another service', runningAs('api', 'web'), 'api'],
    ['that nobody knows', runningAs('stranger', 'web'), 'stranger'],
  ])('does not share it with pods %s', (_, pods, name) => {
    expect(check([...ACCOUNTS, controller('web'), pods])).toEqual([
      `Deployment ${name}: runs as service account web, which is service web's alone`,
    ]);
  });

  test('does not mind an account of its name in another namespace', () => {
    expect(check([...SOUND, inNamespace(runningAs('stranger', 'web'), 'other')])).toEqual([]);
  });
});

describe('a service without permissions', () => {
  test('is given no identity', () => {
    expect(check(SOUND, [grant('api')])).toEqual([
      'ServiceAccount api: may act as role, while service api has no permissions',
    ]);
  });

  test('does not mind grants to others, nor one to an account that is an orphan', () => {
    expect(check(SOUND, [grant('api', 'other'), grant('secret-reader')])).toEqual([]);
    expect(check([controller('web'), ACCOUNTS[0] ?? controller('web')], [grant('api')])).toEqual([]);
  });

  test('may run as whom it likes', () => {
    expect(check([...ACCOUNTS, controller('web'), runningAs('api', 'other')])).toEqual([]);
  });
});
