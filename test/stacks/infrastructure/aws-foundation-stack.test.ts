import { value } from '../../../lib/checks/output';
import { AwsFoundationStack } from '../../../stacks/infrastructure/aws-foundation-stack';
import { environmentOf, type Edit } from '../environments';
import { stackJson, type StackJson } from '../stack-json';

function foundation(name: string, ...edits: readonly Edit[]): StackJson {
  const resolved = environmentOf(name, ...edits);
  return stackJson((app) => new AwsFoundationStack(app, resolved));
}

function named(stack: StackJson, type: string): readonly unknown[] {
  return Object.values(stack.resources(type)).map(({ name }) => name);
}

const production = foundation('funlynk/production');
const staging = foundation('funlynk/staging');

test('the provider works in the account of the clusters only, and tags everything', () => {
  expect(staging.providers('aws')).toEqual([
    {
      alias: 'us-east-1-222233334444',
      region: 'us-east-1',
      allowed_account_ids: ['222233334444'],
      default_tags: [{ tags: { system: 'funlynk', environment: 'staging', 'managed-by': 'gantry' } }],
    },
  ]);
});

test('every secret of the system has a place under a key of its own kind', () => {
  expect(named(production, 'aws_secretsmanager_secret')).toEqual([
    'funlynk/production/app',
    'funlynk/production/database',
    'funlynk/production/redis',
    'funlynk/production/tls',
  ]);
  expect(named(production, 'aws_kms_alias')).toContain('alias/funlynk-production-secrets');
});

test('every image that pods pull from the environment has a repository', () => {
  expect(named(production, 'aws_ecr_repository')).toEqual([
    'funlynk-production/admin-dashboard',
    'funlynk-production/backend',
    'funlynk-production/library/postgres',
    'funlynk-production/library/redis',
  ]);
});

test("an environment that pulls from the system's own registry has the pull secret, and no repository or key for one", () => {
  expect(named(staging, 'aws_ecr_repository')).toEqual([]);
  expect(named(staging, 'aws_kms_alias')).toEqual(['alias/funlynk-staging-secrets']);
  expect(named(staging, 'aws_secretsmanager_secret')).toContain('funlynk/staging/ghcr');
});

test('clusters in two accounts have a foundation in each, made by the provider of that account', () => {
  const second: Edit = [
    'clusters:\n',
    `clusters:
  eu-west-1:
    cloud: aws
    account: '333344445555'
    region: eu-west-1
    network: { cidr: 10.60.0.0/16 }
    administrators: ['arn:aws:iam::333344445555:role/platform-admin']
    nodePools:
      general: { machineTypes: [m7g.large], nodes: { min: 3, max: 6 } }
`,
  ];
  const two = foundation('funlynk/staging', second);
  const places = Object.values(two.resources('aws_secretsmanager_secret')).map((secret) => value(secret, 'provider'));
  expect(new Set(places)).toEqual(new Set(['aws.eu-west-1-333344445555', 'aws.us-east-1-222233334444']));
  expect(places).toHaveLength(10);
});
