import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { ControllerIdentity } from '../../../../lib/cloud/aws/identity/controller-identity';
import { build, CLUSTER, statements, synth } from '../harness';
import { GRANTS } from './controllers/sample-grants';

const controller = GRANTS['external-dns'];
const props = { cluster: CLUSTER, controller };

describe('ControllerIdentity', () => {
  const output = synth((stack) => new ControllerIdentity(stack, 'controller', props));

  test('lets the service account of the chart act as a role with what the controller needs', () => {
    expect(output.one('aws_eks_pod_identity_association')).toMatchObject({
      namespace: 'external-dns',
      service_account: 'external-dns',
    });
    expect(output.one('aws_iam_role').name).toBe('funlynk-production-us-east-1-external-dns');
    expect(statements(output.one('aws_iam_role_policy').policy)).toMatchSnapshot();
  });

  test('takes a controller that runs elsewhere, and tells where', () => {
    const elsewhere = { ...controller, namespace: 'dns', serviceAccount: 'writer' };
    let where: readonly string[] = [];
    const moved = synth((stack) => {
      const identity = new ControllerIdentity(stack, 'controller', { ...props, controller: elsewhere });
      where = [identity.namespace, identity.serviceAccount];
      expect(identity.grants).toHaveLength(2);
    });
    expect(where).toEqual(['dns', 'writer']);
    expect(moved.one('aws_eks_pod_identity_association')).toMatchObject({
      namespace: 'dns',
      service_account: 'writer',
    });
  });

  test('bounds its role where told to, and makes everything with the provider given', () => {
    const permissionsBoundaryArn = 'arn:aws:iam::111122223333:policy/boundary';
    const other = synth((stack) => {
      const provider = new AwsProvider(stack, 'other', { region: 'eu-west-1', alias: 'other' });
      new ControllerIdentity(stack, 'controller', { ...props, provider, permissionsBoundaryArn });
    });
    expect(other.one('aws_iam_role').permissions_boundary).toBe(permissionsBoundaryArn);
    for (const type of ['aws_iam_role', 'aws_iam_role_policy', 'aws_eks_pod_identity_association']) {
      expect(other.one(type).provider).toBe('aws.other');
    }
  });

  test('refuses what the controller cannot work on, and says where', () => {
    const nowhere = { ...controller, hostedZoneIds: [] };
    expect(build((stack) => new ControllerIdentity(stack, 'controller', { ...props, controller: nowhere }))).toThrow(
      "stack/controller: 'controller.hostedZoneIds' must name one zone at least, got []; or leave the identity out",
    );
  });
});
