import { keyPolicy, policyDocument } from '../../../../lib/cloud/aws/iam/policy-document';
import {
  pullThroughKeyStatement,
  pullThroughStatements,
} from '../../../../lib/cloud/aws/registry/pull-through-statements';
import { PLACE, statements } from '../harness';

describe('pullThroughStatements', () => {
  test('let nodes make repositories under the prefixes of caches, and nowhere else', () => {
    const policy = policyDocument('nodes', pullThroughStatements(PLACE, ['quay', 'docker-hub', 'quay']));
    expect(statements(policy)).toEqual([
      {
        Sid: 'PullThroughCaches',
        Effect: 'Allow',
        Action: ['ecr:BatchImportUpstreamImage', 'ecr:CreateRepository'],
        Resource: [
          'arn:aws:ecr:us-east-1:111122223333:repository/docker-hub/*',
          'arn:aws:ecr:us-east-1:111122223333:repository/quay/*',
        ],
      },
    ]);
  });

  test('are none where there is no cache', () => {
    expect(pullThroughStatements(PLACE, [])).toEqual([]);
    expect(pullThroughStatements(PLACE)).toEqual([]);
  });
});

describe('pullThroughKeyStatement', () => {
  test('lets the role that ECR pulls in decrypt, through Secrets Manager alone', () => {
    expect(statements(keyPolicy('key', [pullThroughKeyStatement(PLACE)]))).toMatchInlineSnapshot(`
      [
        {
          "Action": [
            "kms:Decrypt",
          ],
          "Condition": {
            "ArnEquals": {
              "aws:PrincipalArn": [
                "arn:aws:iam::111122223333:role/aws-service-role/pullthroughcache.ecr.amazonaws.com/AWSServiceRoleForECRPullThroughCache",
              ],
            },
            "StringEquals": {
              "kms:CallerAccount": [
                "111122223333",
              ],
              "kms:ViaService": [
                "secretsmanager.us-east-1.amazonaws.com",
              ],
            },
          },
          "Effect": "Allow",
          "Principal": {
            "AWS": "*",
          },
          "Resource": "*",
          "Sid": "PullThroughCachesLogIn",
        },
      ]
    `);
  });
});
