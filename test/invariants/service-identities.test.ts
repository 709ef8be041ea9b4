import { checkIdentities } from '../../lib/checks/identities';
import type { EnvironmentOutput } from '../../lib/checks/output';
import type { Manifest } from '../../lib/core/manifest';
import { serviceIdentities, type ServiceModel } from '../../lib/core/model/system-model';
import { altered, kind, without, withoutResources } from './break';
import { byName, generate } from './environments';

const { environments } = generate();
const permitted = environments.filter(({ output }) => serviceIdentities(output.model).length > 0);

const POD_MAKERS = ['Deployment', 'Rollout', 'StatefulSet', 'DaemonSet'];

test('some environments have services that act in the cloud', () => {
  expect(permitted.map(({ name }) => name)).not.toEqual([]);
});

/** Invariant 4: each service with permissions acts as an identity of its own, which may do what they say. */
describe.each(byName(permitted))('%s', (_, { output }) => {
  const [identity] = serviceIdentities(output.model);
  const name = identity?.serviceAccount ?? '';
  const found = (broken: EnvironmentOutput): readonly string[] => checkIdentities(broken).map(({ message }) => message);
  const some = (pattern: RegExp): unknown => expect.arrayContaining([expect.stringMatching(pattern)]);
  const makes = (manifest: Manifest): boolean => kind(...POD_MAKERS)(manifest) && manifest.metadata.name === name;

  test('pods that run as another account', () => {
    const broken = altered(output, makes, ['spec', 'template', 'spec', 'serviceAccountName'], 'x');

    expect(found(broken)).toEqual(some(new RegExp(`^runs as service account x, and not as ${name} as its`)));
  });

  test('an account that is missing', () => {
    const account = (manifest: Manifest): boolean =>
      kind('ServiceAccount')(manifest) && manifest.metadata.name === name;

    expect(found(without(output, account))).toEqual(some(new RegExp(`^has permissions as .*/${name}, which is not`)));
  });

  test('pods of others that run as the account', () => {
    const others = (manifest: Manifest): boolean => kind(...POD_MAKERS)(manifest) && manifest.metadata.name !== name;
    const broken = altered(output, others, ['spec', 'template', 'spec', 'serviceAccountName'], name);

    expect(found(broken)).toEqual(
      some(new RegExp(`^runs as service account ${name}, which is service ${name}'s alone$`)),
    );
  });

  test('an identity that no permission asks for', () => {
    const services = Object.entries(output.model.services).map(([key, service]): readonly [string, ServiceModel] => [
      key,
      { ...service, permissions: [] },
    ]);
    const broken = { ...output, model: { ...output.model, services: Object.fromEntries(services) } };

    expect(found(broken)).toEqual(some(new RegExp(`^may act as .*, while service ${name} has no permissions$`)));
  });

  test.each([
    ['resources', ['aws_s3_bucket', 'google_storage_bucket'], /^needs bucket:.*, which no stack makes$/],
    ['grants', ['aws_iam_role_policy', 'google_storage_bucket_iam_member'], /^needs bucket:.*, which .* may not$/],
  ])('%s that are missing', (__, types, pattern) => {
    const inUse = types.filter((type) => output.stacks.some(({ resource }) => resource[type] !== undefined));

    expect(found(withoutResources(output, inUse))).toEqual(some(pattern));
  });
});
