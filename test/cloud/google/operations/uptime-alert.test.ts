import { UptimeAlert, type UptimeAlertProps } from '../../../../lib/cloud/google/operations/uptime-alert';
import { UptimeCheck } from '../../../../lib/cloud/google/operations/uptime-check';
import { googleStack, PROJECT, resources } from '../synth';

function policies(props: Partial<UptimeAlertProps> = {}): Readonly<Record<string, unknown>> {
  const stack = googleStack();
  const check = new UptimeCheck(stack, 'check', { project: PROJECT, displayName: 'api', host: 'api.example.com' });
  new UptimeAlert(stack, 'alert', { check, ...props });
  return Object.fromEntries(
    Object.values(resources(stack, 'google_monitoring_alert_policy')).map((policy) => [
      String(policy['display_name']),
      policy,
    ]),
  );
}

const threshold = (policy: unknown) =>
  (policy as { readonly conditions: readonly { readonly condition_threshold: unknown }[] }).conditions[0]
    ?.condition_threshold;

describe('UptimeAlert', () => {
  const all = policies();

  test('opens an incident when two places find the host down', () => {
    expect(all['api: down']).toMatchObject({ severity: 'CRITICAL', enabled: true });
    expect(threshold(all['api: down'])).toMatchInlineSnapshot(`
      {
        "aggregations": [
          {
            "alignment_period": "1200s",
            "cross_series_reducer": "REDUCE_COUNT_FALSE",
            "group_by_fields": [
              "resource.label.host",
            ],
            "per_series_aligner": "ALIGN_NEXT_OLDER",
          },
        ],
        "comparison": "COMPARISON_GT",
        "duration": "60s",
        "filter": "metric.type="monitoring.googleapis.com/uptime_check/check_passed" AND metric.label.check_id="\${google_monitoring_uptime_check_config.check_2D380ED0.uptime_check_id}" AND resource.type="uptime_url"",
        "threshold_value": 1,
        "trigger": {
          "count": 1,
        },
      }
    `);
  });

  test('warns a fortnight before the certificate ends', () => {
    expect(all['api: certificate']).toMatchObject({ severity: 'WARNING' });
    expect(threshold(all['api: certificate'])).toMatchObject({
      comparison: 'COMPARISON_LT',
      threshold_value: 14,
      filter: expect.stringContaining('time_until_ssl_cert_expires') as unknown,
    });
  });

  test('waits for as many places, as long and as urgently as told', () => {
    const made = policies({ failingPlaces: 1, durationSeconds: 300, severity: 'ERROR', enabled: false });
    expect(made['api: down']).toMatchObject({ severity: 'ERROR', enabled: false });
    expect(threshold(made['api: down'])).toMatchObject({ threshold_value: 0, duration: '300s' });
    expect(made['api: certificate']).toMatchObject({ severity: 'WARNING', enabled: false });
  });

  test('says nothing of certificates where told not to', () => {
    expect(Object.keys(policies({ certificateDays: false }))).toEqual(['api: down']);
    expect(threshold(policies({ certificateDays: 30 })['api: certificate'])).toMatchObject({ threshold_value: 30 });
  });

  test('refuses no places and no days', () => {
    expect(() => policies({ failingPlaces: 0, certificateDays: 0 })).toThrow(
      [
        "test/alert: 'failingPlaces' must be a whole number of at least 1, got 0",
        "test/alert: 'certificateDays' must be a whole number of at least 1, got 0",
      ].join('\n'),
    );
  });
});
