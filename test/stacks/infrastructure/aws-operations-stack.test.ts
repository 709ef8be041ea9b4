import { value } from '../../../lib/checks/output';
import { EKS_ALARMS } from '../../../lib/cloud/aws/operations/eks-alarms';
import { AwsOperationsStack } from '../../../stacks/infrastructure/aws-operations-stack';
import { environmentOf, type Edit } from '../environments';
import { stackJson, type StackJson } from '../stack-json';

function operations(...edits: readonly Edit[]): StackJson {
  const resolved = environmentOf('novacron/production', ...edits);
  const { operations: own } = resolved.environment.aws;
  if (own === undefined) throw new Error('the environment says nothing of operations');
  return stackJson((app) => new AwsOperationsStack(app, resolved, own));
}

const production = operations();
const values = (type: string, attribute: string, stack = production): readonly unknown[] =>
  Object.values(stack.resources(type)).map((block) => block[attribute]);
const alarms = (cluster: string, stack = production): readonly string[] =>
  values('aws_cloudwatch_metric_alarm', 'alarm_name', stack)
    .map(String)
    .filter((name) => name.startsWith(`novacron-production-${cluster}`));

test('everybody on call is told, in every region', () => {
  expect(values('aws_sns_topic_subscription', 'endpoint')).toEqual(Array(3).fill('oncall@novacron.example.com'));
});

test('a cluster has the alarms whose metrics are there', () => {
  const needed = (...needs: readonly string[]): readonly string[] =>
    Object.entries(EKS_ALARMS)
      .filter(([, rule]) => needs.includes(rule.needs))
      .map(([name]) => name);
  for (const name of needed('EKS', 'Container Insights', 'NAT gateway', 'Karpenter')) {
    expect(alarms('us-east-1')).toContain(`novacron-production-us-east-1-${name}`);
  }
  for (const name of needed('Karpenter', 'AWS Backup')) {
    expect(alarms('ap-southeast-1')).not.toContain(`novacron-production-ap-southeast-1-${name}`);
  }
});

test('metrics of Container Insights come with its add-on', () => {
  const without = operations(['          amazon-cloudwatch-observability,\n', '']);
  expect(alarms('us-east-1', without).length).toBeLessThan(alarms('us-east-1').length);
});

test('every cluster has a dashboard', () => {
  expect(values('aws_cloudwatch_dashboard', 'dashboard_name')).toEqual([
    'novacron-production-ap-southeast-1',
    'novacron-production-eu-west-1',
    'novacron-production-us-east-1',
  ]);
});

test('logs of pods are kept for as long as the file says, under a key of their own', () => {
  const groups = Object.values(production.resources('aws_cloudwatch_log_group'));
  expect(groups.map(({ name, retention_in_days }) => [name, retention_in_days])).toEqual(
    Array(3).fill(['/novacron/production', 180]),
  );
  expect(groups.map((group) => value(group, 'kms_key_id')).every((key) => String(key).includes('aws_kms_key'))).toBe(
    true,
  );
});

test('costs are told once for an account, and of this environment alone', () => {
  expect(production.one('aws_budgets_budget')).toMatchObject({
    name: 'novacron-production-operations',
    limit_amount: '30000',
  });
  expect(JSON.stringify(production.one('aws_budgets_budget')['cost_filter'])).toContain('environment');
});

test('without a budget nobody is told of costs', () => {
  expect(operations(['    budget: { amount: 30000 }\n', '']).resources('aws_budgets_budget')).toEqual({});
});
