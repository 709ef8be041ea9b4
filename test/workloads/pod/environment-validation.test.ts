import { secret } from '../../../lib/core/secret-ref';
import { EKS } from '../../support/manifests';
import { DEPLOYMENT, making } from '../sample-workload';

const { resources } = DEPLOYMENT;

describe('a workload is refused', () => {
  test.each([
    ['env', { env: { '2ND': 'a' } }, 'env.2ND', '2ND'],
    ['configEnv', { configEnv: { 'log-level': 'info' } }, 'configEnv.log-level', 'log-level'],
    ['fieldEnv', { fieldEnv: { 'POD IP': 'status.podIP' as const } }, 'fieldEnv.POD IP', 'POD IP'],
    ['secretEnv', { secretEnv: { 'a.b': secret('app') }, cluster: EKS }, 'secretEnv.a.b', 'a.b'],
    [
      'the env of another container',
      { sidecars: { proxy: { env: { '': 'a' }, resources } } },
      'sidecars.proxy.env.',
      '',
    ],
  ])('where %s has a name that is no variable’s', (_, changes, property, got) => {
    expect(making(changes)).toThrow(
      `test/backend: '${property}' must be named in letters, digits and underscores, such as LOG_LEVEL, got '${got}'`,
    );
  });

  test('where a variable is both plain and a field of the pod', () => {
    expect(making({ env: { NODE: 'a' }, fieldEnv: { NODE: 'spec.nodeName' } })).toThrow(
      "test/backend: 'fieldEnv.NODE' must not stand in env as well, got 'NODE'",
    );
  });

  test('where a variable is both a field of the pod and secret', () => {
    const changes = { fieldEnv: { NODE: 'spec.nodeName' as const }, secretEnv: { NODE: secret('app') }, cluster: EKS };
    expect(making(changes)).toThrow("test/backend: 'secretEnv.NODE' must not stand in fieldEnv as well, got 'NODE'");
  });

  test('where a variable of another container is told twice', () => {
    const migrate = { env: { TOKEN: 'a' }, secretEnv: { TOKEN: secret('app') }, resources };
    expect(making({ initContainers: { migrate }, cluster: EKS })).toThrow(
      "test/backend: 'initContainers.migrate.secretEnv.TOKEN' must not stand in env as well, got 'TOKEN'",
    );
  });
});

test('a container may have another value than the ConfigMap, and than the main container', () => {
  const sidecars = { proxy: { env: { LOG_LEVEL: 'warn' }, resources } };
  expect(making({ configEnv: { LOG_LEVEL: 'info' }, env: { LOG_LEVEL: 'debug' }, sidecars })).not.toThrow();
});
