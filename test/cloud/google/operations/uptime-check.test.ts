import { UptimeCheck, type UptimeCheckProps } from '../../../../lib/cloud/google/operations/uptime-check';
import { googleStack, only, PROJECT } from '../synth';

const TYPE = 'google_monitoring_uptime_check_config';

function check(props: Partial<UptimeCheckProps> = {}) {
  const stack = googleStack();
  new UptimeCheck(stack, 'check', { project: PROJECT, displayName: 'api', host: 'api.example.com', ...props });
  return stack;
}

describe('UptimeCheck', () => {
  test('asks for the root over HTTPS every minute, from everywhere, and checks the certificate', () => {
    expect(only(check(), TYPE)).toMatchSnapshot();
  });

  test('asks as it is told', () => {
    const stack = check({
      path: '/healthz',
      port: 8443,
      periodSeconds: 900,
      timeoutSeconds: 60,
      regions: ['USA', 'EUROPE'],
      acceptedStatusClasses: ['STATUS_CLASS_3XX', 'STATUS_CLASS_2XX'],
      contentMatch: { content: '"ok": ${true}', matcher: 'MATCHES_REGEX' },
      userLabels: { team: 'sre' },
    });
    expect(only(stack, TYPE)).toMatchObject({
      period: '900s',
      timeout: '60s',
      selected_regions: ['EUROPE', 'USA'],
      content_matchers: [{ content: '"ok": $${true}', matcher: 'MATCHES_REGEX' }],
      http_check: {
        path: '/healthz',
        port: 8443,
        accepted_response_status_codes: [{ status_class: 'STATUS_CLASS_2XX' }, { status_class: 'STATUS_CLASS_3XX' }],
      },
      user_labels: { team: 'sre' },
    });
  });

  test('looks for text as it is, unless told otherwise', () => {
    expect(only(check({ contentMatch: { content: 'ok' } }), TYPE)).toMatchObject({
      content_matchers: [{ content: 'ok', matcher: 'CONTAINS_STRING' }],
    });
  });

  test.each([true, false])('validates the certificate and logs failures: %s', (on) => {
    expect(only(check({ validateSsl: on, logCheckFailures: on }), TYPE)).toMatchObject({
      http_check: { use_ssl: true, validate_ssl: on },
      log_check_failures: on,
    });
  });

  test('refuses what Google would, all at once', () => {
    expect(() =>
      check({
        host: 'https://api.example.com',
        port: 0,
        periodSeconds: 120,
        timeoutSeconds: 61,
        regions: ['EUROPE', 'EUROPE', 'USA_IOWA'],
        contentMatch: { content: '' },
        userLabels: { Team: 'x' },
      }),
    ).toThrow(
      [
        "test/check: 'host' must be a host name, without scheme, port and path, got 'https://api.example.com'",
        "test/check: 'port' must be a whole number from 1 to 65535, got 0",
        "test/check: 'periodSeconds' must be one of 60, 300, 600, 900, got 120",
        "test/check: 'timeoutSeconds' must be a whole number from 1 to 60, got 61",
        `test/check: 'regions' must have 3 places at least, got ["EUROPE","EUROPE","USA_IOWA"]`,
        "test/check: 'contentMatch.content' must be from 1 to 1024 bytes, got ''",
        "test/check: 'userLabels.Team'",
      ].join('\n'),
    );
    expect(() => check({ path: 'healthz' })).toThrow("'path' must begin with a slash, got 'healthz'");
  });
});
