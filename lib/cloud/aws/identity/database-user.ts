import { Token } from 'cdktf';
import type { Refusal } from '../../../core/errors';
import type { AwsPlace } from '../aws-construct';
import type { PolicyStatement } from '../iam/policy-document';

/** https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.IAMPolicy.html */
const RESOURCE_ID = /^(db|cluster|prx)-[A-Za-z0-9]+$/;
const USERNAME = /^[A-Za-z_][\w.-]{0,62}$/;

/** A user of a database, whom a workload may log in as without a password. */
export interface DatabaseUser {
  /**
   * ID that RDS makes up for the instance (`db-…`), the cluster (`cluster-…`) or the proxy (`prx-…`): the attribute
   * `resource_id` of an instance, `cluster_resource_id` of a cluster.
   */
  readonly resourceId: string;
  /** Name of the user in the database, which has the role `rds_iam` there, or the plugin `AWSAuthenticationPlugin`. */
  readonly username: string;
}

/** Users by the name that permissions call the database by. */
export type DatabaseUsers = Readonly<Record<string, DatabaseUser>>;

/** Lets a role log in to databases, each as its one user. Ask `databaseUserRefusals` first. */
export function databaseStatement(
  { account, region }: AwsPlace,
  databases: readonly string[],
  users: DatabaseUsers,
): PolicyStatement {
  return {
    sid: 'ConnectDatabases',
    actions: ['rds-db:connect'],
    resources: databases.flatMap((database) => {
      const user = users[database];
      return user === undefined
        ? []
        : [`arn:aws:rds-db:${region}:${account}:dbuser:${user.resourceId}/${user.username}`];
    }),
  };
}

/** Refuses users that no policy can name, or that no permission is about. */
export function databaseUserRefusals(users: DatabaseUsers, permitted: readonly string[]): (Refusal | undefined)[] {
  return Object.entries(users).flatMap(([database, { resourceId, username }]) => {
    const property = `databaseUsers.${database}`;
    return [
      permitted.includes(database)
        ? undefined
        : { property, rule: 'must be for a database that the identity may connect to', got: permitted },
      Token.isUnresolved(resourceId) || RESOURCE_ID.test(resourceId)
        ? undefined
        : {
            property: `${property}.resourceId`,
            rule: 'must be an ID that RDS made up, such as db-ABCDEFGHIJKL, and not the name of the database',
            got: resourceId,
          },
      USERNAME.test(username)
        ? undefined
        : { property: `${property}.username`, rule: 'must be one user, of letters, digits and _.-', got: username },
    ];
  });
}
