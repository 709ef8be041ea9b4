import { Token } from 'cdktf';
import { databaseStatement, databaseUserRefusals } from '../../../../lib/cloud/aws/identity/database-user';
import { PLACE } from '../harness';

const main = { resourceId: 'db-ABCDEFGHIJKL', username: 'backend' };

test('databaseStatement names one user of each database', () => {
  const users = { audit: { resourceId: 'cluster-MNOPQRSTUVWX', username: 'auditor' }, main, other: main };
  expect(databaseStatement(PLACE, ['audit', 'main'], users).resources).toEqual([
    'arn:aws:rds-db:us-east-1:111122223333:dbuser:cluster-MNOPQRSTUVWX/auditor',
    'arn:aws:rds-db:us-east-1:111122223333:dbuser:db-ABCDEFGHIJKL/backend',
  ]);
});

describe('databaseUserRefusals', () => {
  const rules = (users: Parameters<typeof databaseUserRefusals>[0]) =>
    databaseUserRefusals(users, ['main']).flatMap((refusal) => (refusal === undefined ? [] : [refusal.rule]));

  test('are none for an ID that RDS made up, or that Terraform alone knows', () => {
    expect(rules({ main })).toEqual([]);
    expect(rules({ main: { ...main, resourceId: Token.asString({ resolve: () => 'later' }) } })).toEqual([]);
  });

  test('take no name for an ID, no pattern for a user, and no database that is not permitted', () => {
    expect(rules({ main: { resourceId: 'main', username: '*' } })).toEqual([
      'must be an ID that RDS made up, such as db-ABCDEFGHIJKL, and not the name of the database',
      'must be one user, of letters, digits and _.-',
    ]);
    expect(rules({ other: main })).toEqual(['must be for a database that the identity may connect to']);
  });
});
