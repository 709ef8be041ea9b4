import { Token } from 'cdktf';
import { Budget, type BudgetProps } from '../../../../lib/cloud/google/operations/budget';
import { NotificationChannel } from '../../../../lib/cloud/google/operations/notification-channel';
import { googleStack, only, PROJECT } from '../synth';

const TYPE = 'google_billing_budget';
const CHANNEL = NotificationChannel.fromId('projects/p/notificationChannels/1');

function budget(props: Partial<BudgetProps> = {}) {
  const stack = googleStack();
  new Budget(stack, 'budget', {
    billingAccount: '012345-6789AB-CDEF01',
    displayName: 'Production',
    amount: { kind: 'specified', units: 5000 },
    ...props,
  });
  return stack;
}

describe('Budget', () => {
  test('notifies at 50, 90 and 100 percent, and when 100 are to be expected', () => {
    expect(only(budget(), TYPE)).toMatchSnapshot();
  });

  test('counts some projects, by their numbers, one label and no credits', () => {
    const stack = budget({
      projects: ['other', PROJECT, 'other'],
      label: { key: 'team', value: 'shop' },
      calendarPeriod: 'YEAR',
      includeCredits: false,
    });
    expect(only(stack, TYPE)['budget_filter']).toEqual({
      projects: [
        expect.stringMatching(/^projects\/\$\{data\.google_project\.budget_funlynk-prod.*\.number\}$/),
        expect.stringMatching(/^projects\/\$\{data\.google_project\.budget_other.*\.number\}$/),
      ],
      labels: { team: 'shop' },
      calendar_period: 'YEAR',
      credit_types_treatment: 'EXCLUDE_ALL_CREDITS',
    });
    expect(only(budget({ includeCredits: true }), TYPE)['budget_filter']).toMatchObject({
      credit_types_treatment: 'INCLUDE_ALL_CREDITS',
    });
  });

  test('is in a currency, or as large as the last', () => {
    expect(only(budget({ amount: { kind: 'specified', units: 1, currencyCode: 'EUR' } }), TYPE)['amount']).toEqual({
      specified_amount: { units: '1', currency_code: 'EUR' },
    });
    expect(only(budget({ amount: { kind: 'last-period' } }), TYPE)['amount']).toEqual({ last_period_amount: true });
  });

  test('notifies at other shares', () => {
    expect(only(budget({ thresholds: [{ percent: 120 }] }), TYPE)['threshold_rules']).toEqual([
      { threshold_percent: 1.2, spend_basis: 'CURRENT_SPEND' },
    ]);
  });

  test.each([true, false])('notifies channels and a topic, and the account’s own people: %s', (own) => {
    const stack = budget({
      notificationChannels: [CHANNEL],
      pubsubTopic: 'projects/p/topics/budget',
      defaultIamRecipients: own,
    });
    expect(only(stack, TYPE)['all_updates_rule']).toEqual({
      monitoring_notification_channels: [CHANNEL.id],
      pubsub_topic: 'projects/p/topics/budget',
      schema_version: '1.0',
      disable_default_iam_recipients: !own,
    });
  });

  test('refuses to notify nobody', () => {
    expect(() => budget({ defaultIamRecipients: false })).toThrow(
      "test/budget: 'defaultIamRecipients' must not be false where nobody else is notified, got false; name notificationChannels or a pubsubTopic",
    );
  });

  test('refuses what Google would, all at once', () => {
    expect(() =>
      budget({
        billingAccount: 'ours',
        displayName: 'x'.repeat(61),
        projects: [],
        amount: { kind: 'specified', units: 0.5 },
        thresholds: [{ percent: 0 }, { percent: 0 }],
        pubsubTopic: 'budget',
        notificationChannels: Array.from({ length: 6 }, () => CHANNEL),
      }),
    ).toThrow(
      [
        "test/budget: 'billingAccount' must be of the form 012345-6789AB-CDEF01, got 'ours'",
        `test/budget: 'displayName' must be at most 60 characters, got '${'x'.repeat(61)}'`,
        "test/budget: 'projects' must name one project at least, got []; leave it out for the whole billing account",
        "test/budget: 'amount.units' must be a whole number of at least 1, got 0.5",
        `test/budget: 'thresholds' must all be different, got ["0 CURRENT_SPEND","0 CURRENT_SPEND"]`,
        "test/budget: 'thresholds' must be above 0 percent, got 0",
        "test/budget: 'thresholds' must be above 0 percent, got 0",
        "test/budget: 'pubsubTopic' must be of the form projects/…/topics/…, got 'budget'",
        "test/budget: 'notificationChannels' must be at most 5, got 6",
      ].join('\n'),
    );
    expect(() => budget({ thresholds: [] })).toThrow("'thresholds' must be one at least, got []");
    expect(() => budget({ amount: { kind: 'specified', units: 1, currencyCode: 'euro' } })).toThrow(
      "'amount.currencyCode' must be three capitals, such as EUR, got 'euro'",
    );
    expect(() => budget({ projects: [Token.asString({ known: 'later' })] })).toThrow(
      "'projects' must be known at synthesis, got 'a token'",
    );
  });
});
