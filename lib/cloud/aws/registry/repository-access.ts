import { Token } from 'cdktf';
import type { Refusal } from '../../../core/errors';
import { renderPolicy, renderPrincipalStatement } from '../iam/policy-document';
import { principalArns, principalRefusals } from './account-principal';

/** https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-pull.html and image-push-iam.html */
const READ = ['ecr:BatchCheckLayerAvailability', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'];
const WRITE = [...READ, 'ecr:CompleteLayerUpload', 'ecr:InitiateLayerUpload', 'ecr:PutImage', 'ecr:UploadLayerPart'];
/** Has a cache fetch what it does not hold yet. */
const IMPORT = 'ecr:BatchImportUpstreamImage';

/** Who may pull beside those whom the account's own IAM policies allow. */
export interface RepositoryReaders {
  /**
   * Who may pull from outside the account: numbers of accounts, whose own policies then decide, or ARNs of roles.
   *
   * @default - nobody
   */
  readonly readers?: readonly string[];
  /**
   * Organization of which every account may pull: `o-a1b2c3d4e5`.
   *
   * @default - none
   */
  readonly orgReaders?: string;
}

/** Who may pull and push beside those whom the account's own IAM policies allow. */
export interface RepositoryAccess extends RepositoryReaders {
  /**
   * Who may push, and pull, from outside the account: numbers of accounts, or ARNs of roles.
   *
   * @default - nobody
   */
  readonly writers?: readonly string[];
}

/**
 * The policy of a repository, or nothing where nobody from outside has access. It names no resource, which ECR would
 * refuse: the repository is the one that the policy belongs to.
 */
export function repositoryPolicy(access: RepositoryAccess, caches = false): string | undefined {
  const { readers = [], writers = [], orgReaders } = access;
  const read = caches ? [...READ, IMPORT] : READ;
  const statements = [
    ...(readers.length === 0 ? [] : [allow('Read', readers, read)]),
    ...(writers.length === 0 ? [] : [allow('Write', writers, WRITE)]),
    ...(orgReaders === undefined
      ? []
      : [
          renderPrincipalStatement({
            sid: 'OrganizationReads',
            principal: { anyone: 'within conditions' },
            actions: read,
            conditions: { StringEquals: { 'aws:PrincipalOrgID': [orgReaders] } },
          }),
        ]),
  ];
  return statements.length === 0 ? undefined : renderPolicy(statements);
}

/** Refuses who is none, and everyone. */
export function repositoryAccessRefusals({ readers, writers, orgReaders }: RepositoryAccess): (Refusal | undefined)[] {
  return [
    ...principalRefusals('readers', readers),
    ...principalRefusals('writers', writers),
    orgReaders === undefined || Token.isUnresolved(orgReaders) || /^o-[a-z0-9]{10,32}$/.test(orgReaders)
      ? undefined
      : { property: 'orgReaders', rule: 'must be the id of an organization such as o-a1b2c3d4e5', got: orgReaders },
  ];
}

function allow(sid: string, principals: readonly string[], actions: readonly string[]): object {
  return { Sid: sid, Effect: 'Allow', Principal: { AWS: principalArns(principals) }, Action: actions };
}
