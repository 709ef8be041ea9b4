import { checkIdentities } from '../../lib/checks/identities';
import { isRecord, text, type EnvironmentOutput } from '../../lib/checks/output';
import type { Manifest } from '../../lib/core/manifest';
import { altered, alteredResources, kind, withObject, withoutResources } from './break';
import { byName, generate, open, parsed, type GeneratedEnvironment } from './environments';

const { environments } = generate();

const ANNOTATION = 'iam.gke.io/gcp-service-account';

/** Invariant 4: whatever identity an object names is made, bound and able to do its work. */
describe.each(byName(environments))('%s', (_, environment) => {
  const { output } = environment;
  const found = (broken: EnvironmentOutput): readonly string[] => checkIdentities(broken).map(({ message }) => message);
  const some = (pattern: RegExp): unknown => expect.arrayContaining([expect.stringMatching(pattern)]);

  test('names only identities that are made for it', () => {
    expect(open(checkIdentities, environment)).toEqual([]);
  });

  test('has every identity that its files name in the stack of the same cluster', () => {
    const named = output.clusters.flatMap(({ stack, manifests }) =>
      manifests.flatMap(({ manifest }) => identities(manifest).map((identity) => `${stack} ${identity}`)),
    );
    const made = output.clusters.flatMap(({ stack }) => madeIn(environment, stack).map((name) => `${stack} ${name}`));

    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((identity) => !made.includes(identity))).toEqual([]);
  });

  test('has every secret that its files read in one of its stacks', () => {
    const read = environment.manifests.flatMap(({ content }) =>
      [...content.matchAll(/^ +- remoteRef:\n +key: (.*)$/gm)].map(([, key = '']) => key),
    );
    const made = environment.stacks.flatMap(({ content }) =>
      [...content.matchAll(/"(?:name|secret_id)": "([^"]+)"/g)].map(([, name = '']) => name),
    );

    expect(read.length).toBeGreaterThan(0);
    expect(read.filter((key) => !made.includes(key))).toEqual([]);
  });

  describe('broken on purpose', () => {
    const accounts = ['aws_iam_role', 'google_service_account'];
    const bindings = ['aws_eks_pod_identity_association', 'google_service_account_iam_member'];
    const grants = ['aws_iam_role_policy', 'google_secret_manager_secret_iam_member'];
    const secrets = ['aws_secretsmanager_secret', 'google_secret_manager_secret'];

    test('identities that are missing', () => {
      expect(found(withoutResources(output, accounts))).toEqual(some(/^(reads|acts) as .*, which .* does not make$/));
    });

    test('identities that have another name', () => {
      const renamed = alteredResources(output, accounts, (block) => ({ ...block, name: 'x', account_id: 'x' }));

      expect(found(renamed)).toEqual(some(/^(reads|acts) as .*, which .* does not make$/));
    });

    test('bindings that are missing', () => {
      expect(found(withoutResources(output, bindings))).toEqual(
        some(/^(is served by a controller without a cloud identity|acts as .*, which is not bound to .*)$/),
      );
    });

    test('bindings to another service account', () => {
      const rebound = alteredResources(output, bindings, (block) => ({
        ...block,
        service_account: 'x',
        ...('member' in block ? { member: 'serviceAccount:x.svc.id.goog[x/x]' } : {}),
      }));

      expect(found(rebound)).toEqual(
        some(/^(is served by a controller without a cloud identity|acts as .*, which is not bound to .*)$/),
      );
    });

    test('permissions that are missing', () => {
      expect(found(withoutResources(output, grants))).toEqual(
        some(/^(reads secret .*, which .* may not|.* does not trust the External Secrets controller)$/),
      );
    });

    test('secrets that are missing', () => {
      expect(found(withoutResources(output, secrets))).toEqual(some(/^reads secret .*, which no stack makes$/));
    });

    test('a store that names no identity', () => {
      expect(found(altered(output, kind('SecretStore'), ['spec', 'provider'], {}))).toEqual(
        some(/^reads as no (role|identity) of its own$/),
      );
    });

    test('a service account that names an identity nobody makes', () => {
      const metadata = { name: 'x', namespace: output.model.namespace, annotations: { [ANNOTATION]: 'x@y.example' } };

      expect(found(withObject(output, { apiVersion: 'v1', kind: 'ServiceAccount', metadata }))).toEqual(
        some(/^acts as x@y\.example/),
      );
    });
  });
});

test('on Google a service account that was renamed is told', () => {
  const onGoogle = environments.filter(({ output }) => output.clusters.some(({ cloud }) => cloud === 'google'));
  const annotated = ({ metadata }: Manifest): boolean => metadata.annotations?.[ANNOTATION] !== undefined;

  expect(onGoogle.length).toBeGreaterThan(0);
  for (const { output } of onGoogle) {
    const messages = checkIdentities(altered(output, annotated, ['metadata', 'name'], 'x')).map(
      ({ message }) => message,
    );

    expect(messages).toEqual(expect.arrayContaining([expect.stringMatching(/which is not bound to .*\/x$/)]));
    expect(messages).toEqual(
      expect.arrayContaining([expect.stringMatching(/is given to service account .*, which is not written$/)]),
    );
  }
});

/** Identities of a cloud that an object names: e-mail addresses on Google, names of roles on AWS. */
function identities(manifest: Manifest): readonly string[] {
  const account = manifest.metadata.annotations?.[ANNOTATION];
  const role = text(manifest, 'spec', 'provider', 'aws', 'role');
  return [account, role?.slice(role.indexOf('/') + 1)].filter((identity) => identity !== undefined);
}

/** Identities that a stack's file makes. */
function madeIn({ stacks }: GeneratedEnvironment, name: string): readonly string[] {
  const file = stacks.find(({ path }) => path.startsWith(`stacks/${name}/`));
  const resource = file === undefined ? {} : parsed(file)['resource'];
  if (!isRecord(resource)) return [];
  const blocks = (type: string): readonly unknown[] => Object.values(resource[type] ?? {});
  return [
    ...blocks('aws_iam_role').flatMap((block) => text(block, 'name') ?? []),
    ...blocks('google_service_account').map(
      (block) => `${text(block, 'account_id')}@${text(block, 'project')}.iam.gserviceaccount.com`,
    ),
  ];
}
