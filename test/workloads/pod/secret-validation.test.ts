import { kubernetesSecret, secret } from '../../../lib/core/secret-ref';
import { EKS } from '../../support/manifests';
import { DEPLOYMENT, making } from '../sample-workload';

const { resources } = DEPLOYMENT;

describe('a workload is refused', () => {
  test('where one of its containers needs secrets and it has no store to read them from', () => {
    const initContainers = { migrate: { secretEnv: { URL: secret('database') }, resources } };
    expect(making({ initContainers })).toThrow(
      "test/backend: 'cluster' is needed where secretEnv names secrets of the store, got undefined",
    );
  });

  test('where it needs secrets as files and has no store to read them from', () => {
    const volumes = { keys: { mountPath: '/keys', secretFiles: { 'tls.key': secret('tls') } } };
    expect(making({ volumes })).toThrow(
      "test/backend: 'cluster' is needed where secretFiles names secrets of the store, got undefined",
    );
  });

  test('where a secret as a whole and one of its properties want the same key, in whatever containers', () => {
    const secretEnv = { WHOLE: secret('app') };
    const sidecars = { proxy: { secretEnv: { PART: secret('app', 'value') }, resources } };
    expect(making({ secretEnv, sidecars, cluster: EKS })).toThrow(
      "test/backend: 'sidecars.proxy.secretEnv.PART' must not be property 'value' of a secret that is used as a whole too, got 'app'",
    );
  });
});

test('a workload needs no store for secrets that somebody else makes', () => {
  expect(making({ secretEnv: { PASSWORD: kubernetesSecret('postgres-app', 'password') } })).not.toThrow();
});
