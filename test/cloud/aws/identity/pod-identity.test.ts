import { PodIdentity, type PodIdentityProps } from '../../../../lib/cloud/aws/identity/pod-identity';
import { build, CLUSTER, statements, synth } from '../harness';

const props: PodIdentityProps = {
  cluster: CLUSTER,
  name: 'uploads',
  namespace: 'funlynk',
  serviceAccount: 'backend',
  statements: [{ sid: 'Put', actions: ['s3:PutObject'], resources: ['arn:aws:s3:::bucket/key'] }],
};
const output = synth((stack) => new PodIdentity(stack, 'identity', props));

describe('PodIdentity', () => {
  test('associates the service account with the role', () => {
    expect(output.one('aws_eks_pod_identity_association')).toMatchInlineSnapshot(`
      {
        "cluster_name": "funlynk-production-us-east-1",
        "namespace": "funlynk",
        "role_arn": "\${aws_iam_role.identity_Role_90205FD2.arn}",
        "service_account": "backend",
      }
    `);
  });

  test('trusts one service account of one namespace of one cluster', () => {
    expect(statements(output.one('aws_iam_role').assume_role_policy)).toEqual([
      {
        Sid: 'PodIdentity',
        Effect: 'Allow',
        Principal: { Service: 'pods.eks.amazonaws.com' },
        Action: ['sts:AssumeRole', 'sts:TagSession'],
        Condition: {
          StringEquals: {
            'aws:RequestTag/eks-cluster-name': ['funlynk-production-us-east-1'],
            'aws:RequestTag/kubernetes-namespace': ['funlynk'],
            'aws:RequestTag/kubernetes-service-account': ['backend'],
          },
        },
      },
    ]);
  });

  test('names its role after cluster and identity', () => {
    expect(output.one('aws_iam_role').name).toBe('funlynk-production-us-east-1-uploads');
  });

  test('may do what its statements say', () => {
    expect(statements(output.one('aws_iam_role_policy').policy)[0]).toMatchObject({ Action: ['s3:PutObject'] });
  });

  test('cannot be for something that is no namespace or service account', () => {
    const bad = { ...props, namespace: 'Funlynk', serviceAccount: '*' };
    expect(build((stack) => new PodIdentity(stack, 'identity', bad))).toThrow(
      "stack/identity: 'namespace' must be lower-case letters, digits and dashes, 63 at most, got 'Funlynk'\n" +
        "stack/identity: 'serviceAccount' must be lower-case letters, digits and dashes, 63 at most, got '*'",
    );
  });

  test('cannot allow nothing', () => {
    expect(build((stack) => new PodIdentity(stack, 'identity', { ...props, statements: [] }))).toThrow(
      "stack/identity: 'statements' must allow something, got []; or leave the identity out",
    );
  });
});
