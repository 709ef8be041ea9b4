import { BudgetsBudget, type BudgetsBudgetNotification } from '@cdktf/provider-aws/lib/budgets-budget';
import { Token } from 'cdktf';
import { Construct } from 'constructs';
import { refuse, type Refusal } from '../../../core/errors';
import type { AwsConstructProps } from '../aws-construct';
import { emailRefusals } from './email';

/** Bounds of https://docs.aws.amazon.com/cost-management/latest/userguide/management-limits.html */
const MAX_NAME = 100;
const MAX_EMAILS = 10;
const MAX_THRESHOLDS = 10;
const DEFAULT_THRESHOLDS: readonly BudgetThreshold[] = [
  { percent: 50 },
  { percent: 80 },
  { percent: 100 },
  { percent: 100, notificationType: 'FORECASTED' },
];

/** A share of the amount that is worth a message. */
export interface BudgetThreshold {
  /** Percent of the amount, above 0; above 100 is possible. */
  readonly percent: number;
  /**
   * Whether what was spent counts, or what will have been by the end of the month. AWS forecasts after five weeks.
   *
   * @default 'ACTUAL'
   */
  readonly notificationType?: 'ACTUAL' | 'FORECASTED';
}

/** Properties for `Budget`. */
export interface BudgetProps extends AwsConstructProps {
  /** Name of the budget, unique in the account, of up to 100 characters. A change replaces the budget. */
  readonly budgetName: string;
  /** How much may be spent in a month, in US dollars. */
  readonly amount: number;
  /**
   * Shares of the amount that are worth a message, up to 10.
   *
   * @default - 50, 80 and 100 percent spent, and 100 percent forecast
   */
  readonly thresholds?: readonly BudgetThreshold[];
  /**
   * Addresses that are told, up to 10. They confirm nothing.
   *
   * @default []
   */
  readonly emails?: readonly string[];
  /**
   * Topic that is told, and that Budgets may publish to: that of an `AlarmTopic`.
   *
   * @default - none
   */
  readonly topicArn?: string;
  /**
   * Tags that costs are counted by. They have to be active as cost allocation tags. AWS does not say how several keys
   * go together, so that one is safest.
   *
   * @default {} - all costs of the account
   */
  readonly tags?: Readonly<Record<string, string>>;
  /**
   * Whether credits and refunds lower what was spent.
   *
   * @default false - a month is not cheap because somebody else paid
   */
  readonly includeCredits?: boolean;
}

/**
 * Tells somebody as the costs of a month rise. It does not stop anything. Budgets are of the account, whatever the
 * region of the provider.
 *
 * Throws a `ConstructError` where Budgets would refuse it, or nobody would be told.
 */
export class Budget extends Construct {
  constructor(scope: Construct, id: string, props: BudgetProps) {
    super(scope, id);
    const { provider, budgetName, amount, thresholds = DEFAULT_THRESHOLDS, tags = {}, includeCredits = false } = props;
    refuse(this.node.path, [
      ...formRefusals(props),
      ...thresholdRefusals(thresholds),
      ...recipientRefusals(props),
      ...Object.entries(tags).map(([key, value]) => tagRefusal(key, value)),
    ]);

    new BudgetsBudget(this, 'Resource', {
      provider,
      name: budgetName,
      budgetType: 'COST',
      timeUnit: 'MONTHLY',
      limitAmount: String(amount),
      limitUnit: 'USD',
      costFilter: costFilter(tags),
      costTypes: { includeCredit: includeCredits, includeRefund: includeCredits },
      notification: thresholds.map((threshold) => notification(threshold, props)),
    });
  }
}

function notification(
  { percent, notificationType = 'ACTUAL' }: BudgetThreshold,
  { emails = [], topicArn }: BudgetProps,
): BudgetsBudgetNotification {
  return {
    comparisonOperator: 'GREATER_THAN',
    notificationType,
    threshold: percent,
    thresholdType: 'PERCENTAGE',
    subscriberEmailAddresses: emails.length === 0 ? undefined : [...emails].sort(),
    subscriberSnsTopicArns: topicArn === undefined ? undefined : [topicArn],
  };
}

/** Tags of people, not of AWS, as `user:key$value`. */
function costFilter(tags: Readonly<Record<string, string>>) {
  const values = Object.entries(tags)
    .map(([key, value]) => `user:${key}$${value}`)
    .sort();
  return values.length === 0 ? undefined : [{ name: 'TagKeyValue', values }];
}

function formRefusals({ budgetName, amount }: BudgetProps): (Refusal | undefined)[] {
  return [
    Token.isUnresolved(budgetName) || (/^[^:\\]+$/.test(budgetName) && budgetName.length <= MAX_NAME)
      ? undefined
      : { property: 'budgetName', rule: `must be up to ${MAX_NAME} characters without : and \\`, got: budgetName },
    Token.isUnresolved(amount) || (Number.isFinite(amount) && amount > 0)
      ? undefined
      : { property: 'amount', rule: 'must be above 0 US dollars', got: amount },
  ];
}

function thresholdRefusals(thresholds: readonly BudgetThreshold[]): (Refusal | undefined)[] {
  const keys = thresholds.map(({ percent, notificationType = 'ACTUAL' }) => `${percent} ${notificationType}`);
  return [
    thresholds.length === 0 || thresholds.length > MAX_THRESHOLDS
      ? { property: 'thresholds', rule: `must be from 1 to ${MAX_THRESHOLDS}`, got: thresholds.length }
      : undefined,
    new Set(keys).size < keys.length ? { property: 'thresholds', rule: 'must all be different', got: keys } : undefined,
    ...thresholds.map(({ percent }) =>
      percent > 0 ? undefined : { property: 'thresholds', rule: 'must be above 0 percent', got: percent },
    ),
  ];
}

function recipientRefusals({ emails = [], topicArn }: BudgetProps): (Refusal | undefined)[] {
  return [
    emails.length === 0 && topicArn === undefined
      ? { property: 'emails', rule: 'must name one address at least', got: emails, remedy: 'or give a topicArn' }
      : undefined,
    emails.length > MAX_EMAILS
      ? { property: 'emails', rule: `must be at most ${MAX_EMAILS}`, got: emails.length }
      : undefined,
    ...emailRefusals('emails', emails),
    topicArn === undefined || Token.isUnresolved(topicArn) || topicArn.startsWith('arn:aws:sns:')
      ? undefined
      : { property: 'topicArn', rule: 'must be the ARN of a topic', got: topicArn },
  ];
}

/** A token would follow the dollar sign, and Terraform takes two of those for text. */
function tagRefusal(key: string, value: string): Refusal | undefined {
  const property = `tags.${key}`;
  if (Token.isUnresolved(value)) return { property, rule: 'must be known at synthesis', got: 'a token' };
  if (/^[\p{L}\p{N} _.:/=+@-]{1,128}$/u.test(key) && /^[\p{L}\p{N} _.:/=+@-]{0,256}$/u.test(value)) return undefined;
  return { property, rule: 'must be letters, digits, spaces and _ . : / = + - @', got: value };
}
