import { checkSecretValues } from '../../lib/checks/secret-values';
import { kind, alteredResources, altered, withObject } from './break';
import { byName, generate, open } from './environments';

const { environments } = generate();

/** Invariant 1: no secret value can be expressed. */
describe.each(byName(environments))('%s', (_, environment) => {
  const { output, manifests, stacks } = environment;
  const namespace = output.model.namespace;
  const found = (broken: typeof output): readonly string[] => checkSecretValues(broken).map(({ message }) => message);

  test('holds no value of a secret', () => {
    expect(open(checkSecretValues, environment)).toEqual([]);
  });

  test('says nothing in its files that looks like one', () => {
    const suspicious = [
      /^kind: Secret$/m,
      /PRIVATE KEY/,
      /:\/\/[^\s/"$]*:[^\s/"$]+@/,
      /"(master_)?(password|secret_string|secret_data|private_key|client_secret|access_key|token)(_wo)?":/,
      /"(aws_secretsmanager_secret_version|google_secret_manager_secret_version|random_password|tls_private_key)":/,
    ];
    const files = [...manifests, ...stacks];

    expect(files.length).toBeGreaterThan(0);
    expect(
      files.flatMap(({ path, content }) =>
        suspicious.filter((it) => it.test(content)).map((it) => `${path}: ${String(it)}`),
      ),
    ).toEqual([]);
  });

  describe('broken on purpose', () => {
    test('a Secret', () => {
      const secret = {
        apiVersion: 'v1',
        kind: 'Secret',
        metadata: { name: 'login', namespace },
        stringData: { user: 'x' },
      };

      expect(found(withObject(output, secret))).toContain('is a Secret; its data would be in Git');
    });

    test('a variable', () => {
      const path = ['spec', 'template', 'spec', 'containers', 0, 'env'];
      const env = [{ name: 'DATABASE_PASSWORD', value: 'hunter2' }];

      expect(found(altered(output, kind('Deployment', 'StatefulSet'), path, env))).toContain(
        'writes the variable DATABASE_PASSWORD as a literal',
      );
    });

    test('a connection string in a file', () => {
      const data = { 'app.json': '{"database":"postgres://shop:hunter2@postgres/shop"}' };
      const config = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'config', namespace }, data };

      expect(found(withObject(output, config))).toEqual(output.clusters.map(() => 'holds a URL with a password'));
    });

    test('an attribute of a resource', () => {
      const secrets = ['aws_secretsmanager_secret', 'google_secret_manager_secret'];
      const broken = alteredResources(output, secrets, (block) => ({ ...block, secret_string: 'hunter2' }));

      expect(found(broken)).toContain('sets secret_string, which stays in the state');
    });
  });
});
