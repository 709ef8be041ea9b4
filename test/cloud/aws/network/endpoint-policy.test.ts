import { endpointPolicy } from '../../../../lib/cloud/aws/network/endpoint-policy';
import { CLUSTER_ENDPOINTS } from '../../../../lib/cloud/aws/network/vpc-endpoint-options';
import { type Block, statements } from '../harness';

const ACCOUNTS = ['111122223333', '444455556666'];

function allowed(service: string): readonly Block[] {
  return statements(endpointPolicy(service, ACCOUNTS));
}

describe('endpointPolicy', () => {
  test('lets identities of the accounts through, and no others', () => {
    expect(allowed('ecr.api')).toMatchInlineSnapshot(`
      [
        {
          "Action": "*",
          "Condition": {
            "StringEquals": {
              "aws:PrincipalAccount": [
                "111122223333",
                "444455556666",
              ],
            },
          },
          "Effect": "Allow",
          "Principal": "*",
          "Resource": "*",
          "Sid": "AccountsOnly",
        },
      ]
    `);
  });

  test('lets anyone read from S3, where layers of images lie under signatures of AWS, and nobody else write', () => {
    const [, reading] = allowed('s3');
    expect(reading).toMatchObject({ Action: ['s3:GetObject', 's3:GetObjectVersion', 's3:ListBucket'] });
    expect(allowed('s3')).toHaveLength(2);
  });

  test('lets pods assume roles of the accounts with a token that no principal has signed', () => {
    expect(allowed('sts')[1]).toMatchObject({
      Action: 'sts:AssumeRoleWithWebIdentity',
      Principal: '*',
      Condition: { StringEquals: { 'aws:ResourceAccount': ACCOUNTS } },
    });
  });

  test('leaves out services that may refuse a policy', () => {
    const without = [...CLUSTER_ENDPOINTS, 'guardduty-data'].filter(
      (service) => endpointPolicy(service, ACCOUNTS) === undefined,
    );
    expect(without).toEqual(['eks-auth', 'ssmmessages', 'guardduty-data']);
  });
});
