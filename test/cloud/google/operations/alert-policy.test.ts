import { AlertPolicy, type AlertPolicyProps } from '../../../../lib/cloud/google/operations/alert-policy';
import { NotificationChannel } from '../../../../lib/cloud/google/operations/notification-channel';
import { googleStack, only, PROJECT } from '../synth';

const TYPE = 'google_monitoring_alert_policy';

function policy(props: Partial<AlertPolicyProps> = {}) {
  const stack = googleStack();
  new AlertPolicy(stack, 'policy', {
    project: PROJECT,
    displayName: 'Down',
    conditions: { down: { kind: 'promql', query: 'up == 0' } },
    ...props,
  });
  return stack;
}

describe('AlertPolicy', () => {
  test('opens an incident when its condition holds', () => {
    expect(only(policy(), TYPE)).toMatchInlineSnapshot(`
      {
        "combiner": "OR",
        "conditions": [
          {
            "condition_prometheus_query_language": {
              "disable_metric_validation": false,
              "duration": "0s",
              "evaluation_interval": "60s",
              "query": "up == 0",
            },
            "display_name": "down",
          },
        ],
        "depends_on": [],
        "display_name": "Down",
        "enabled": true,
        "notification_channels": [],
        "project": "funlynk-prod",
        "severity": "WARNING",
      }
    `);
  });

  test('says what to do, with the variables of Cloud Monitoring', () => {
    const stack = policy({
      documentation: 'Look at `${resource.label.pod_name}`.',
      subject: '${policy.display_name}',
      runbookUrl: 'https://wiki.example.com/${resource.label.pod_name}',
    });
    expect(only(stack, TYPE)['documentation']).toEqual({
      content: 'Look at `$${resource.label.pod_name}`.',
      mime_type: 'text/markdown',
      subject: '$${policy.display_name}',
      links: [{ display_name: 'Runbook', url: 'https://wiki.example.com/$${resource.label.pod_name}' }],
    });
  });

  test('can link a runbook and say no more', () => {
    expect(only(policy({ runbookUrl: 'https://wiki.example.com' }), TYPE)['documentation']).toEqual({
      links: [{ display_name: 'Runbook', url: 'https://wiki.example.com' }],
    });
  });

  test('notifies channels once they deliver', () => {
    const stack = googleStack();
    const topic = new NotificationChannel(stack, 'topic', {
      project: PROJECT,
      displayName: 'Topic',
      target: { kind: 'pubsub', topic: `projects/${PROJECT}/topics/alerts` },
    });
    new AlertPolicy(stack, 'policy', {
      project: PROJECT,
      displayName: 'Down',
      conditions: { down: { kind: 'promql', query: 'up == 0' } },
      notificationChannels: [topic],
    });
    expect(only(stack, TYPE)).toMatchObject({
      notification_channels: [expect.stringMatching(/^\$\{google_monitoring_notification_channel\./)],
      depends_on: [expect.stringMatching(/^google_pubsub_topic_iam_member\./)],
    });
  });

  test('limits the notifications of a log condition, and closes when told', () => {
    const conditions = { error: { kind: 'log', filter: 'severity=ERROR' } } as const;
    expect(only(policy({ conditions }), TYPE)['alert_strategy']).toEqual({
      notification_rate_limit: { period: '3600s' },
    });
    expect(
      only(policy({ conditions, notificationRateLimitSeconds: 300, autoCloseSeconds: 1800 }), TYPE)['alert_strategy'],
    ).toEqual({ auto_close: '1800s', notification_rate_limit: { period: '300s' } });
  });

  test('closes without a limit where the condition is on a metric', () => {
    expect(only(policy({ autoCloseSeconds: 604_800 }), TYPE)['alert_strategy']).toEqual({ auto_close: '604800s' });
  });

  test('can be switched off, labelled, made urgent and want all of its conditions, in any order', () => {
    const down = { kind: 'promql', query: 'up == 0' } as const;
    const stack = policy({
      enabled: false,
      userLabels: { team: 'sre' },
      severity: 'CRITICAL',
      combiner: 'AND',
      conditions: { b: down, a: down },
    });
    expect(only(stack, TYPE)).toMatchObject({
      enabled: false,
      user_labels: { team: 'sre' },
      severity: 'CRITICAL',
      combiner: 'AND',
      conditions: [{ display_name: 'a' }, { display_name: 'b' }],
    });
  });

  test('refuses what Google would, all at once', () => {
    expect(() =>
      policy({
        conditions: {},
        displayName: '',
        documentation: 'x'.repeat(8193),
        runbookUrl: 'wiki',
        autoCloseSeconds: 60,
        notificationRateLimitSeconds: 60,
        userLabels: { Team: 'x' },
      }),
    ).toThrow(
      [
        "test/policy: 'conditions' must be from 1 to 6, got 0",
        "test/policy: 'displayName' must be from 1 to 512 characters, got ''",
        "test/policy: 'documentation' must be at most 8192 characters, got 8193",
        "test/policy: 'runbookUrl' must be a URL of up to 2083 characters, got 'wiki'",
        "test/policy: 'autoCloseSeconds' must be a whole number from 1800 to 604800, got 60",
        "test/policy: 'notificationRateLimitSeconds' must come with a log condition, the only kind it limits, got 60",
        "test/policy: 'userLabels.Team' must be lower-case letters",
      ].join('\n'),
    );
  });

  test('refuses a limit of no seconds', () => {
    const conditions = { error: { kind: 'log', filter: 'severity=ERROR' } } as const;
    expect(() => policy({ conditions, notificationRateLimitSeconds: 0 })).toThrow(
      "'notificationRateLimitSeconds' must be a whole number of at least 1, got 0",
    );
  });
});
