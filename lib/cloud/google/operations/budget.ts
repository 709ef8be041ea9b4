import { BillingBudget } from '@cdktf/provider-google/lib/billing-budget';
import { DataGoogleProject } from '@cdktf/provider-google/lib/data-google-project';
import { Token } from 'cdktf';
import { Construct } from 'constructs';
import { refuse, type Refusal } from '../../../core/errors';
import { wholeNumberRefusal } from '../../common/whole-number';
import { channelGrants, channelIds, type INotificationChannel } from './notification-channel';
import { topicRefusal } from './topic';

const MAX_DISPLAY_NAME = 60;
const MAX_CHANNELS = 5;
const DEFAULT_THRESHOLDS: readonly BudgetThreshold[] = [
  { percent: 50 },
  { percent: 90 },
  { percent: 100 },
  { percent: 100, spendBasis: 'FORECASTED_SPEND' },
];

/** A share of the amount that is worth a notification. */
export interface BudgetThreshold {
  /** Percent of the amount, above 0; above 100 is possible. */
  readonly percent: number;
  /**
   * Whether what was spent counts, or what will have been by the end of the period.
   *
   * @default 'CURRENT_SPEND'
   */
  readonly spendBasis?: 'CURRENT_SPEND' | 'FORECASTED_SPEND';
}

/** How much may be spent in a period. */
export type BudgetAmount =
  | {
      readonly kind: 'specified';
      /** Whole units of the currency. */
      readonly units: number;
      /**
       * Currency in ISO 4217, which has to be the billing account's own.
       *
       * @default - the billing account's
       */
      readonly currencyCode?: string;
    }
  | {
      /** As much as in the period before. */
      readonly kind: 'last-period';
    };

/** Properties for `Budget`. */
export interface BudgetProps {
  /** Billing account, as `012345-6789AB-CDEF01`. */
  readonly billingAccount: string;
  /** Name that people see, up to 60 characters. */
  readonly displayName: string;
  /** How much may be spent. */
  readonly amount: BudgetAmount;
  /**
   * Ids of the projects that count.
   *
   * @default - all of the billing account
   */
  readonly projects?: readonly string[];
  /**
   * The one label, with its value, of resources that count.
   *
   * @default - resources with any labels
   */
  readonly label?: { readonly key: string; readonly value: string };
  /**
   * How long a period is.
   *
   * @default 'MONTH'
   */
  readonly calendarPeriod?: 'MONTH' | 'QUARTER' | 'YEAR';
  /**
   * Whether credits, such as discounts and free trials, lower what was spent.
   *
   * @default true
   */
  readonly includeCredits?: boolean;
  /**
   * Shares of the amount that are worth a notification.
   *
   * @default - 50, 90 and 100 percent spent, and 100 percent forecast
   */
  readonly thresholds?: readonly BudgetThreshold[];
  /**
   * Channels that are notified, up to 5, of kind e-mail.
   *
   * @default - none
   */
  readonly notificationChannels?: readonly INotificationChannel[];
  /**
   * Topic that the state of the budget is published to several times a day, as `projects/…/topics/…`.
   *
   * @default - none
   */
  readonly pubsubTopic?: string;
  /**
   * Whether the administrators and users of the billing account are notified too.
   *
   * @default true
   */
  readonly defaultIamRecipients?: boolean;
}

/**
 * Notifies when spending reaches a share of an amount. It does not stop anything.
 *
 * The API counts calls against a project: whoever applies with their own account sets `user_project_override` and
 * `billing_project` on the provider, and has `billing.budgets.create` on the billing account.
 */
export class Budget extends Construct {
  constructor(scope: Construct, id: string, props: BudgetProps) {
    super(scope, id);

    const thresholds = props.thresholds ?? DEFAULT_THRESHOLDS;
    const channels = props.notificationChannels ?? [];
    refuse(this.node.path, [
      ...formRefusals(props),
      amountRefusal(props.amount),
      ...thresholdRefusals(thresholds),
      ...recipientRefusals(props),
    ]);

    new BillingBudget(this, 'Resource', {
      billingAccount: props.billingAccount,
      displayName: props.displayName,
      amount: amount(props.amount),
      budgetFilter: {
        projects: this.projectNumbers(props.projects),
        labels: props.label === undefined ? undefined : { [props.label.key]: props.label.value },
        calendarPeriod: props.calendarPeriod ?? 'MONTH',
        creditTypesTreatment: (props.includeCredits ?? true) ? 'INCLUDE_ALL_CREDITS' : 'EXCLUDE_ALL_CREDITS',
      },
      thresholdRules: thresholds.map(({ percent, spendBasis = 'CURRENT_SPEND' }) => ({
        thresholdPercent: percent / 100,
        spendBasis,
      })),
      allUpdatesRule: allUpdatesRule(props),
      dependsOn: channelGrants(channels),
    });
  }

  /** Budgets name projects by their numbers, which only Google knows. */
  private projectNumbers(projects: readonly string[] | undefined): string[] | undefined {
    if (projects === undefined) return undefined;
    return [...new Set(projects)]
      .sort()
      .map((projectId) => `projects/${new DataGoogleProject(this, projectId, { projectId }).number}`);
  }
}

function amount(given: BudgetAmount) {
  if (given.kind === 'last-period') return { lastPeriodAmount: true };
  return { specifiedAmount: { units: String(given.units), currencyCode: given.currencyCode } };
}

function allUpdatesRule({ notificationChannels = [], pubsubTopic, defaultIamRecipients = true }: BudgetProps) {
  if (notificationChannels.length === 0 && pubsubTopic === undefined) return undefined;
  return {
    monitoringNotificationChannels: notificationChannels.length === 0 ? undefined : channelIds(notificationChannels),
    pubsubTopic,
    schemaVersion: '1.0',
    disableDefaultIamRecipients: !defaultIamRecipients,
  };
}

function formRefusals({ billingAccount, displayName, projects }: BudgetProps): (Refusal | undefined)[] {
  return [
    Token.isUnresolved(billingAccount) || /^[0-9A-F]{6}-[0-9A-F]{6}-[0-9A-F]{6}$/.test(billingAccount)
      ? undefined
      : { property: 'billingAccount', rule: 'must be of the form 012345-6789AB-CDEF01', got: billingAccount },
    Token.isUnresolved(displayName) || displayName.length <= MAX_DISPLAY_NAME
      ? undefined
      : { property: 'displayName', rule: `must be at most ${MAX_DISPLAY_NAME} characters`, got: displayName },
    projects?.length === 0
      ? {
          property: 'projects',
          rule: 'must name one project at least',
          got: projects,
          remedy: 'leave it out for the whole billing account',
        }
      : undefined,
    ...(projects ?? []).map((project) =>
      Token.isUnresolved(project)
        ? { property: 'projects', rule: 'must be known at synthesis', got: 'a token' }
        : undefined,
    ),
  ];
}

function amountRefusal(given: BudgetAmount): Refusal | undefined {
  if (given.kind === 'last-period') return undefined;
  if (given.currencyCode !== undefined && !/^[A-Z]{3}$/.test(given.currencyCode)) {
    return { property: 'amount.currencyCode', rule: 'must be three capitals, such as EUR', got: given.currencyCode };
  }
  return wholeNumberRefusal('amount.units', given.units, { min: 1 });
}

function thresholdRefusals(thresholds: readonly BudgetThreshold[]): (Refusal | undefined)[] {
  const keys = thresholds.map(({ percent, spendBasis = 'CURRENT_SPEND' }) => `${percent} ${spendBasis}`);
  return [
    thresholds.length === 0 ? { property: 'thresholds', rule: 'must be one at least', got: thresholds } : undefined,
    new Set(keys).size < keys.length ? { property: 'thresholds', rule: 'must all be different', got: keys } : undefined,
    ...thresholds.map(({ percent }) =>
      percent > 0 ? undefined : { property: 'thresholds', rule: 'must be above 0 percent', got: percent },
    ),
  ];
}

function recipientRefusals(props: BudgetProps): (Refusal | undefined)[] {
  const { notificationChannels = [], pubsubTopic, defaultIamRecipients = true } = props;
  return [
    pubsubTopic === undefined ? undefined : topicRefusal('pubsubTopic', pubsubTopic),
    notificationChannels.length > MAX_CHANNELS
      ? {
          property: 'notificationChannels',
          rule: `must be at most ${MAX_CHANNELS}`,
          got: notificationChannels.length,
        }
      : undefined,
    !defaultIamRecipients && notificationChannels.length === 0 && pubsubTopic === undefined
      ? {
          property: 'defaultIamRecipients',
          rule: 'must not be false where nobody else is notified',
          got: defaultIamRecipients,
          remedy: 'name notificationChannels or a pubsubTopic',
        }
      : undefined,
  ];
}
