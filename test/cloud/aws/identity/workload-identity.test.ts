import { Tokenization } from 'cdktf';
import { WorkloadIdentity, type WorkloadIdentityProps } from '../../../../lib/cloud/aws/identity/workload-identity';
import { build, CLUSTER, statements, synth } from '../harness';

const props: WorkloadIdentityProps = {
  system: 'funlynk',
  environment: 'production',
  cluster: CLUSTER,
  identity: {
    name: 'backend',
    namespace: 'funlynk',
    serviceAccount: 'backend',
    permissions: [{ action: 'queue:publish', queues: ['invoices'] }],
  },
};

function withPermissions(...permissions: WorkloadIdentityProps['identity']['permissions']): () => void {
  const identity = { ...props.identity, permissions };
  return build((stack) => new WorkloadIdentity(stack, 'identity', { ...props, identity }));
}

describe('WorkloadIdentity', () => {
  test('lets one service account act as a role with the permissions it names', () => {
    const output = synth((stack) => new WorkloadIdentity(stack, 'identity', props));
    expect(output.one('aws_eks_pod_identity_association')).toMatchObject({
      namespace: 'funlynk',
      service_account: 'backend',
    });
    expect(output.one('aws_iam_role').name).toBe('funlynk-production-us-east-1-backend');
    expect(statements(output.one('aws_iam_role_policy').policy)).toMatchSnapshot();
  });

  test('tells its role, and what pods have to wait for', () => {
    synth((stack) => {
      const identity = new WorkloadIdentity(stack, 'identity', props);
      expect(Tokenization.isResolvable(Tokenization.reverse(identity.roleArn)[0])).toBe(true);
      expect(identity.grants).toHaveLength(2);
    });
  });

  test('refuses to allow nothing', () => {
    expect(withPermissions()).toThrow(
      "stack/identity: 'identity.permissions' must hold one permission at least, got []; or leave the identity out",
    );
  });

  test('refuses what AWS cannot grant, and patterns, both at once', () => {
    expect(
      withPermissions({ action: 'bucket:read', buckets: ['*'] }, { action: 'database:connect', databases: ['main'] }),
    ).toThrow(/must name the resources of bucket:read [^]*must not hold database:connect on AWS/);
  });
});
