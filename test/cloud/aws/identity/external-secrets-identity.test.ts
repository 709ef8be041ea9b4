import {
  ExternalSecretsIdentity,
  type ExternalSecretsIdentityProps,
} from '../../../../lib/cloud/aws/identity/external-secrets-identity';
import type { ServiceIdentity } from '../../../../lib/core/service-identity';
import { build, CLUSTER, statements, synth } from '../harness';

function reader(namespace: string, secret: string): ServiceIdentity {
  const permissions = [{ action: 'secret:read', secrets: [secret] }] as const;
  return { name: `${namespace}-secret-reader`, namespace, serviceAccount: 'secret-reader', permissions };
}

const props: ExternalSecretsIdentityProps = {
  system: 'funlynk',
  environment: 'production',
  cluster: CLUSTER,
  readers: [reader('funlynk', 'database'), reader('istio-ingress', 'tls')],
};
const output = synth((stack) => new ExternalSecretsIdentity(stack, 'secrets', props));

describe('ExternalSecretsIdentity', () => {
  test('is the identity of the controller', () => {
    expect(output.one('aws_eks_pod_identity_association')).toMatchObject({
      namespace: 'external-secrets',
      service_account: 'external-secrets',
    });
  });

  test("may assume the readers' roles, and do nothing else", () => {
    expect(statements(output.one('aws_iam_role_policy', 'secrets_Controller').policy)).toMatchInlineSnapshot(`
      [
        {
          "Action": [
            "sts:AssumeRole",
            "sts:TagSession",
          ],
          "Effect": "Allow",
          "Resource": [
            "arn:aws:iam::111122223333:role/funlynk-production-us-east-1-secrets-funlynk",
            "arn:aws:iam::111122223333:role/funlynk-production-us-east-1-secrets-istio-ingress",
          ],
          "Sid": "AssumeReaders",
        },
      ]
    `);
  });

  test('makes exactly the roles that it may assume', () => {
    const roles = Object.entries(output.all('aws_iam_role')).filter(([id]) => id.startsWith('secrets_reader'));
    expect(roles.map(([, { name }]) => name)).toEqual([
      'funlynk-production-us-east-1-secrets-funlynk',
      'funlynk-production-us-east-1-secrets-istio-ingress',
    ]);
  });

  test('is what the readers trust', () => {
    const { assume_role_policy } = output.one('aws_iam_role', 'secrets_reader-funlynk');
    expect(assume_role_policy).toMatch(/"AWS":"\$\{aws_iam_role\.secrets_Controller_Role_\w+\.arn\}"/);
  });

  test('cannot be without a reader', () => {
    expect(build((stack) => new ExternalSecretsIdentity(stack, 'secrets', { ...props, readers: [] }))).toThrow(
      "stack/secrets: 'readers' must name one reader at least, got []; leave the identity out where nobody reads secrets",
    );
  });

  test('cannot have two readers for a namespace', () => {
    const readers = [reader('funlynk', 'database'), reader('funlynk', 'redis')];
    expect(build((stack) => new ExternalSecretsIdentity(stack, 'secrets', { ...props, readers }))).toThrow(
      "stack/secrets: 'readers' must hold one identity for a namespace, got 'funlynk'",
    );
  });
});
