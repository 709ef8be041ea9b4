import { SecretReaderRole, type SecretReaderRoleProps } from '../../../../lib/cloud/aws/identity/secret-reader';
import { build, CLUSTER, statements, synth } from '../harness';

const props: SecretReaderRoleProps = {
  system: 'funlynk',
  environment: 'production',
  cluster: CLUSTER,
  identity: {
    name: 'funlynk-secret-reader',
    namespace: 'funlynk',
    serviceAccount: 'secret-reader',
    permissions: [
      { action: 'secret:read', secrets: ['redis', 'database'] },
      { action: 'secret:read', secrets: ['database'] },
    ],
  },
  controllerRoleArn: 'arn:aws:iam::111122223333:role/funlynk-production-us-east-1-external-secrets',
};
const output = synth((stack) => new SecretReaderRole(stack, 'reader', props));

describe('SecretReaderRole', () => {
  test('reads exactly the secrets named, each once', () => {
    expect(statements(output.one('aws_iam_role_policy').policy)).toMatchSnapshot();
  });

  test('trusts the External Secrets controller and nobody else', () => {
    expect(statements(output.one('aws_iam_role').assume_role_policy)).toEqual([
      {
        Sid: 'ExternalSecrets',
        Effect: 'Allow',
        Principal: { AWS: props.controllerRoleArn },
        Action: ['sts:AssumeRole', 'sts:TagSession'],
      },
    ]);
  });

  test('is named as the manifests expect it', () => {
    expect(output.one('aws_iam_role').name).toBe('funlynk-production-us-east-1-secrets-funlynk');
  });

  test('cannot read nothing', () => {
    const identity = { ...props.identity, permissions: [] };
    expect(build((stack) => new SecretReaderRole(stack, 'reader', { ...props, identity }))).toThrow(
      "stack/reader: 'identity' must name one secret at least, got 'funlynk-secret-reader'",
    );
  });

  test('cannot do anything but read, which pods could not use', () => {
    const permissions = [...props.identity.permissions, { action: 'traces:write' }] as const;
    const identity = { ...props.identity, permissions };
    expect(build((stack) => new SecretReaderRole(stack, 'reader', { ...props, identity }))).toThrow(
      "stack/reader: 'identity.permissions' must be secret:read alone, got 'traces:write'; grant it through a WorkloadIdentity of its own",
    );
  });

  test('cannot read secrets by a pattern', () => {
    const identity = { ...props.identity, permissions: [{ action: 'secret:read', secrets: ['*'] }] as const };
    expect(build((stack) => new SecretReaderRole(stack, 'reader', { ...props, identity }))).toThrow(
      "'identity.permissions' must name the resources of secret:read in up to 63 lower-case letters",
    );
  });
});
