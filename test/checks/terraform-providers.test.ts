import { providerFindings } from '../../lib/checks/terraform-providers';
import { said, stack } from './fixtures';

const aliased = { aws: [{ alias: 'us', region: 'us-east-1' }] };

test('without configurations nothing is looked at', () => {
  expect(providerFindings(stack({ aws_vpc: { main: { provider: 'aws.us' } } }))).toEqual([]);
});

test.each([
  ['the configuration by its alias', { provider: 'aws.us' }, aliased],
  ['the configuration in braces', { provider: '${aws.us}' }, aliased],
  ['the default configuration', {}, { aws: [{ region: 'us-east-1' }] }],
])('%s is sound', (_, block, provider) => {
  expect(providerFindings(stack({ aws_vpc: { main: block } }, { provider }))).toEqual([]);
});

test('Terraform’s own resources need no provider', () => {
  expect(providerFindings(stack({ terraform_data: { it: {} } }, { provider: aliased }))).toEqual([]);
});

test('an alias that is not configured is a finding', () => {
  expect(providerFindings(stack({ aws_vpc: { main: { provider: 'aws.eu' } } }, { provider: aliased }))).toEqual([
    {
      rule: 'reference',
      severity: 'error',
      resource: 'aws_vpc.main',
      path: 'shop-main',
      message: 'is made by provider aws.eu, which the stack does not configure (aws.us)',
      remedy: 'hand the resource one of the providers of its stack',
    },
  ]);
});

test('a resource that names no provider is not made with an empty one', () => {
  expect(said(providerFindings(stack({ aws_vpc: { main: {} } }, { provider: aliased })))).toEqual([
    'aws_vpc.main: is made by provider aws, which the stack does not configure (aws.us)',
  ]);
});

test('data sources need their provider too', () => {
  const data = { google_project: { it: {} } };

  expect(said(providerFindings(stack({}, { data, provider: aliased })))).toEqual([
    'data.google_project.it: is made by provider google, which the stack does not configure (aws.us)',
  ]);
});
