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

describe('an environment in three regions', () => {
  const three = foundation('novacron/production');
  const REGIONS = ['ap-southeast-1', 'eu-west-1', 'us-east-1'].map((region) => `aws.${region}-444455556666`);
  const providers = (type: string): readonly unknown[] =>
    Object.values(three.resources(type)).map((block) => value(block, 'provider'));

  test('has one value of each secret, copied to the others under keys of their regions', () => {
    const secrets = Object.values(three.resources('aws_secretsmanager_secret'));
    expect(new Set(secrets.map((secret) => value(secret, 'provider')))).toEqual(
      new Set(['aws.us-east-1-444455556666']),
    );
    expect(secrets[0]?.['replica']).toMatchObject([{ region: 'ap-southeast-1' }, { region: 'eu-west-1' }]);
  });

  test('copies images of its own from the region that they are pushed to', () => {
    expect(JSON.stringify(three.one('aws_ecr_replication_configuration'))).toContain('"novacron-production/"');
    expect(value(three.one('aws_ecr_replication_configuration'), 'provider')).toBe('aws.us-east-1-444455556666');
  });

  test('has caches, scans and a guard in each region', () => {
    expect(providers('aws_ecr_registry_scanning_configuration')).toEqual(REGIONS);
    expect(providers('aws_guardduty_detector')).toEqual(REGIONS);
    expect(providers('aws_ecr_pull_through_cache_rule')).toEqual(REGIONS.flatMap((region) => [region, region]));
  });

  test('logs in to an upstream with the secret of its own region', () => {
    const arns = Object.values(three.resources('aws_ecr_pull_through_cache_rule')).flatMap((rule) =>
      typeof rule['credential_arn'] === 'string'
        ? [[value(rule, 'provider'), rule['credential_arn'].split(':')[3]]]
        : [],
    );
    expect(arns).toEqual(REGIONS.map((region) => [region, /^aws\.(.*)-\d+$/.exec(region)?.[1]]));
  });

  test('has one zone, whose certificates ACM and Let’s Encrypt issue', () => {
    expect(three.one('aws_route53_zone')).toMatchObject({ name: 'novacron.example.com' });
    const issuers = Object.values(three.resources('aws_route53_record')).find(({ type }) => type === 'CAA');
    expect(JSON.stringify(issuers)).toContain('letsencrypt.org');
  });
});

test('a zone that is there already is not made', () => {
  const edit: Edit = ['dns: {}', 'dns: { hostedZoneId: Z0123456789ABCDEFGHIJ }'];
  expect(foundation('novacron/production', edit).resources('aws_route53_zone')).toEqual({});
});

test('a system that keeps nothing in the cloud has no bucket, queue or topic, and no keys for them', () => {
  for (const type of ['aws_s3_bucket', 'aws_sqs_queue', 'aws_sns_topic']) expect(named(production, type)).toEqual([]);
  expect(named(production, 'aws_kms_alias')).toEqual([
    'alias/funlynk-production-registry',
    'alias/funlynk-production-secrets',
  ]);
});
