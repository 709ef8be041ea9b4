import { madeByOthers, NOTHING } from '../../lib/checks/made-by-others';
import { kubernetesSecret, secret } from '../../lib/core/secret-ref';
import { model, service } from './fixtures';

const system = model(
  service('web', {
    secretEnv: { TOKEN: kubernetesSecret('operator', 'token'), LOGIN: secret('login') },
    volumes: {
      old: { mountPath: '/old', existingClaim: 'old' },
      tmp: { mountPath: '/tmp', emptyDir: { sizeLimit: '1Gi' } },
      keys: { mountPath: '/keys', secretFiles: { 'ca.crt': kubernetesSecret('authority', 'ca.crt') } },
    },
  }),
  service('log', {
    namespace: 'shop-log',
    sidecars: {
      ship: {
        secretEnv: { KEY: kubernetesSecret('sink', 'key') },
        resources: { requests: { cpu: '1m', memory: '1Mi' }, limits: { cpu: '1m', memory: '1Mi' } },
      },
    },
  }),
);

test('secrets of others are those of every container and of files, by key and namespace', () => {
  expect(madeByOthers(system, 'aws').secretKeys).toEqual([
    'shop/operator/token',
    'shop/authority/ca.crt',
    'shop-log/sink/key',
  ]);
});

test('claims of others are those that a service says were there', () => {
  expect(madeByOthers(system, 'aws').claims).toEqual(['shop/old']);
});

test('a runtime apart from the kernel comes with GKE alone', () => {
  expect(madeByOthers(system, 'google').runtimeClasses).toEqual(['gvisor']);
  expect(madeByOthers(system, 'aws').runtimeClasses).toEqual([]);
});

test('a system that uses nothing of others has nothing of them', () => {
  expect(madeByOthers(model(service('web')), 'aws')).toEqual(NOTHING);
});
