import type { AwsPlace } from '../aws-construct';
import type { PolicyStatement, PrincipalStatement } from '../iam/policy-document';
import { REPOSITORIES_WILDCARD, repositoriesArn } from './repository-prefix';

/**
 * What whoever pulls through caches needs beside the right to pull, such as the roles of nodes: the first pull of an
 * image makes its repository.
 */
export function pullThroughStatements(place: AwsPlace, prefixes: readonly string[] = []): readonly PolicyStatement[] {
  if (prefixes.length === 0) return [];
  return [
    {
      sid: 'PullThroughCaches',
      actions: ['ecr:BatchImportUpstreamImage', 'ecr:CreateRepository'],
      resources: [...new Set(prefixes)].sort().map((prefix) => repositoriesArn(place, prefix)),
      wildcard: REPOSITORIES_WILDCARD,
    },
  ];
}

/**
 * Lets ECR read the credentials of upstreams that are encrypted with the key: its role for caches may read the secrets,
 * but use no key of one's own.
 *
 * The role is named in a condition, not as the principal: AWS makes it with the account's first cache, and KMS refuses a
 * policy whose principal does not exist yet.
 */
export function pullThroughKeyStatement({ account, region }: AwsPlace): PrincipalStatement {
  const role = 'aws-service-role/pullthroughcache.ecr.amazonaws.com/AWSServiceRoleForECRPullThroughCache';
  return {
    sid: 'PullThroughCachesLogIn',
    principal: { anyone: 'within conditions' },
    actions: ['kms:Decrypt'],
    conditions: {
      StringEquals: {
        'kms:CallerAccount': [account],
        'kms:ViaService': [`secretsmanager.${region}.amazonaws.com`],
      },
      ArnEquals: { 'aws:PrincipalArn': [`arn:aws:iam::${account}:role/${role}`] },
    },
  };
}
