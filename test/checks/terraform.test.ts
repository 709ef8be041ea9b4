import type { TerraformBlocks, TerraformStack } from '../../lib/checks/output';
import { checkTerraform } from '../../lib/checks/terraform';
import { environment, said, stack } from './fixtures';

const check = (resource: TerraformBlocks, fields: Partial<TerraformStack> = {}): readonly string[] =>
  said(checkTerraform(environment([], { stacks: [stack({ aws_vpc: { main: {} }, ...resource }, fields)] })));
const subnet = (block: Readonly<Record<string, unknown>>): readonly string[] => check({ aws_subnet: { it: block } });
const MISSING = 'aws_vpc.gone: an expression names aws_vpc.gone, which the stack does not hold';

test.each([
  ['an attribute', { vpc_id: '${aws_vpc.main.id}' }],
  ['an address to wait for', { depends_on: ['aws_vpc.main'] }],
  ['an address in braces', { depends_on: ['${aws_vpc.main}'] }],
  ['an address that replaces', { lifecycle: { replace_triggered_by: ['aws_vpc.main.id'] } }],
  ['a text that looks like an address', { description: 'aws_vpc.gone' }],
])('%s that is held is sound', (_, block) => {
  expect(subnet(block)).toEqual([]);
});

test.each([
  ['an attribute', { vpc_id: '${aws_vpc.gone.id}' }],
  ['an attribute of a nested block', { filter: [{ values: ['${aws_vpc.gone.id}'] }] }],
  ['an address to wait for', { depends_on: ['aws_vpc.gone'] }],
  ['an address in braces to wait for', { depends_on: ['${aws_vpc.gone}'] }],
  ['an address that replaces', { lifecycle: { replace_triggered_by: ['aws_vpc.gone.id'] } }],
  ['the same address twice', { vpc_id: '${aws_vpc.gone.id}', depends_on: ['aws_vpc.gone'] }],
])('%s that is not held is one finding', (_, block) => {
  expect(subnet(block)).toEqual([MISSING]);
});

test('a finding names the address, the stack and the remedy', () => {
  const stacks = [stack({ aws_subnet: { it: { vpc_id: '${aws_vpc.gone.id}' } } })];

  expect(checkTerraform(environment([], { stacks }))).toEqual([
    {
      rule: 'reference',
      severity: 'error',
      resource: 'aws_vpc.gone',
      path: 'shop-main',
      message: 'an expression names aws_vpc.gone, which the stack does not hold',
      remedy: 'make the resource in the same stack, or refer to it by a name known at synthesis',
    },
  ]);
});

test('what another stack holds is not held', () => {
  const stacks = [stack({ aws_subnet: { it: { vpc_id: '${aws_vpc.gone.id}' } } }), stack({ aws_vpc: { gone: {} } })];

  expect(said(checkTerraform(environment([], { stacks })))).toEqual([MISSING]);
});

test('metadata of cdktf is not looked at', () => {
  expect(subnet({ '//': { metadata: { path: '${aws_vpc.gone.id}' } } })).toEqual([]);
});

test('a data source is held under its own name', () => {
  const resource = { aws_subnet: { it: { a: '${data.aws_vpc.found.id}', b: '${data.aws_vpc.gone.id}' } } };

  expect(check(resource, { data: { aws_vpc: { found: {} } } })).toEqual([
    'data.aws_vpc.gone: an expression names data.aws_vpc.gone, which the stack does not hold',
  ]);
});

test('data sources and providers hold references too', () => {
  expect(check({}, { data: { aws_vpc: { found: { id: '${aws_vpc.gone.id}' } } } })).toEqual([MISSING]);
  expect(check({}, { provider: { aws: [{ region: '${aws_vpc.gone.id}' }] } })).toEqual([MISSING]);
});

test('a provider that is not configured is a finding', () => {
  expect(check({}, { provider: { aws: [{ alias: 'us' }] } })).toEqual([
    'aws_vpc.main: is made by provider aws, which the stack does not configure (aws.us)',
  ]);
});

test('no stack reads the state of another', () => {
  const data = { terraform_remote_state: { network: {} } };

  expect(checkTerraform(environment([], { stacks: [stack({}, { data })] }))).toEqual([
    {
      rule: 'cross-stack',
      severity: 'error',
      resource: 'network',
      path: 'shop-main',
      message: 'reads the state of another stack (network)',
      remedy: 'refer to what another stack makes by its name, which is known at synthesis',
    },
  ]);
});
