import { Token } from 'cdktf';
import { Budget, type BudgetProps } from '../../../../lib/cloud/aws/operations/budget';
import { build, synth } from '../harness';

const TOPIC = 'arn:aws:sns:us-east-1:111122223333:on-call';
const DEFAULTS: BudgetProps = { budgetName: 'production', amount: 5000, emails: ['finance@example.com'] };
const budget = (props: Partial<BudgetProps> = {}) =>
  synth((stack) => new Budget(stack, 'budget', { ...DEFAULTS, ...props })).one('aws_budgets_budget');
const refused = (props: Partial<BudgetProps>) =>
  build((stack) => new Budget(stack, 'budget', { ...DEFAULTS, ...props }));

describe('Budget', () => {
  test('is of a month, and tells at 50, 80 and 100 percent, and when 100 are to be expected', () => {
    expect(budget()).toMatchSnapshot();
  });

  test('tells addresses and a topic, at other shares', () => {
    expect(
      budget({ emails: ['b@example.com', 'a@example.com'], topicArn: TOPIC, thresholds: [{ percent: 120 }] })[
        'notification'
      ],
    ).toEqual([
      {
        comparison_operator: 'GREATER_THAN',
        notification_type: 'ACTUAL',
        threshold: 120,
        threshold_type: 'PERCENTAGE',
        subscriber_email_addresses: ['a@example.com', 'b@example.com'],
        subscriber_sns_topic_arns: [TOPIC],
      },
    ]);
  });

  test('tells a topic alone', () => {
    expect(JSON.stringify(budget({ emails: [], topicArn: TOPIC }))).not.toContain('subscriber_email_addresses');
  });

  test('counts costs by a tag, with a dollar sign that Terraform leaves alone', () => {
    expect(budget({ tags: { environment: 'production' } })['cost_filter']).toEqual([
      { name: 'TagKeyValue', values: ['user:environment$production'] },
    ]);
    expect(budget()).not.toHaveProperty('cost_filter');
  });

  test.each([true, false])('counts credits and refunds: %s', (includeCredits) => {
    expect(budget({ includeCredits })['cost_types']).toEqual({
      include_credit: includeCredits,
      include_refund: includeCredits,
    });
  });

  test('refuses what Budgets would, all at once', () => {
    expect(
      refused({
        budgetName: 'a:b',
        amount: 0,
        thresholds: [{ percent: 0 }, { percent: 0 }],
        emails: ['finance'],
        topicArn: 'on-call',
        tags: { team: '${x}' },
      }),
    ).toThrow(
      [
        "stack/budget: 'budgetName' must be up to 100 characters without : and \\, got 'a:b'",
        "stack/budget: 'amount' must be above 0 US dollars, got 0",
        `stack/budget: 'thresholds' must all be different, got ["0 ACTUAL","0 ACTUAL"]`,
        "stack/budget: 'thresholds' must be above 0 percent, got 0",
        "stack/budget: 'thresholds' must be above 0 percent, got 0",
        "stack/budget: 'emails' must hold addresses such as oncall@example.com, got 'finance'",
        "stack/budget: 'topicArn' must be the ARN of a topic, got 'on-call'",
        "stack/budget: 'tags.team' must be letters, digits, spaces and _ . : / = + - @, got '${x}'",
      ].join('\n'),
    );
    expect(refused({ thresholds: [] })).toThrow("'thresholds' must be from 1 to 10, got 0");
    expect(refused({ emails: Array.from({ length: 11 }, (_, index) => `${index}@example.com`) })).toThrow(
      "'emails' must be at most 10, got 11",
    );
  });

  test('refuses to tell nobody, and tags that only Terraform knows', () => {
    expect(refused({ emails: [] })).toThrow("'emails' must name one address at least, got []; or give a topicArn");
    expect(refused({ tags: { team: Token.asString({ known: 'later' }) } })).toThrow(
      "'tags.team' must be known at synthesis, got 'a token'",
    );
  });
});
