import { Construct } from 'constructs';
import { refuse } from '../../../core/errors';
import { wholeNumberRefusal } from '../../common/whole-number';
import type { ThresholdCondition } from './alert-condition';
import { AlertPolicy, type AlertPolicyOptions } from './alert-policy';
import type { IUptimeCheck } from './uptime-check';

const DEFAULT_FAILING_PLACES = 2;
const DEFAULT_DURATION_SECONDS = 60;
const DEFAULT_CERTIFICATE_DAYS = 14;
/** Longer than the longest period of a check, so that each place has a result to count. */
const ALIGNMENT_SECONDS = 1200;

/** Properties for `UptimeAlert`. */
export interface UptimeAlertProps extends AlertPolicyOptions {
  /** The check that is alerted on. */
  readonly check: IUptimeCheck;
  /**
   * How many places have to find the host down. One alone may be cut off itself.
   *
   * @default 2
   */
  readonly failingPlaces?: number;
  /**
   * How long they have to, a multiple of 60.
   *
   * @default 60
   */
  readonly durationSeconds?: number;
  /**
   * Days before its end at which the certificate is worth a notification, from 1; `false` for none.
   *
   * @default 14
   */
  readonly certificateDays?: number | false;
}

/** Notifies when a host is down, and before its certificate ends. */
export class UptimeAlert extends Construct {
  constructor(scope: Construct, id: string, props: UptimeAlertProps) {
    super(scope, id);

    const { check, failingPlaces, durationSeconds, certificateDays, ...options } = props;
    const places = failingPlaces ?? DEFAULT_FAILING_PLACES;
    const days = certificateDays ?? DEFAULT_CERTIFICATE_DAYS;
    refuse(this.node.path, [
      wholeNumberRefusal('failingPlaces', places, { min: 1 }),
      days === false ? undefined : wholeNumberRefusal('certificateDays', days, { min: 1 }),
    ]);

    new AlertPolicy(this, 'Down', {
      ...options,
      severity: options.severity ?? 'CRITICAL',
      project: check.project,
      displayName: `${check.displayName}: down`,
      conditions: { 'The host does not answer': down(check, places, durationSeconds ?? DEFAULT_DURATION_SECONDS) },
      documentation: `\`${check.host}\` does not answer as it should, as seen from ${places} or more places.`,
    });
    if (days === false) return;
    new AlertPolicy(this, 'Certificate', {
      ...options,
      severity: 'WARNING',
      project: check.project,
      displayName: `${check.displayName}: certificate`,
      conditions: { 'The certificate ends soon': certificate(check, days) },
      documentation: `The certificate of \`${check.host}\` ends within ${days} days. It should have been renewed by now.`,
    });
  }
}

/** A series for each place, of which those that failed are counted. */
function down(check: IUptimeCheck, failingPlaces: number, durationSeconds: number): ThresholdCondition {
  return {
    kind: 'threshold',
    filter: filter(check, 'check_passed'),
    perSeriesAligner: 'ALIGN_NEXT_OLDER',
    alignmentPeriodSeconds: ALIGNMENT_SECONDS,
    crossSeriesReducer: 'REDUCE_COUNT_FALSE',
    groupByFields: ['resource.label.host'],
    comparison: 'COMPARISON_GT',
    thresholdValue: failingPlaces - 1,
    durationSeconds,
  };
}

/** The metric is in days. */
function certificate(check: IUptimeCheck, days: number): ThresholdCondition {
  return {
    kind: 'threshold',
    filter: filter(check, 'time_until_ssl_cert_expires'),
    perSeriesAligner: 'ALIGN_NEXT_OLDER',
    alignmentPeriodSeconds: ALIGNMENT_SECONDS,
    crossSeriesReducer: 'REDUCE_MIN',
    groupByFields: ['resource.label.host'],
    comparison: 'COMPARISON_LT',
    thresholdValue: days,
    durationSeconds: 600,
  };
}

function filter(check: IUptimeCheck, metric: string): string {
  return [
    `metric.type="monitoring.googleapis.com/uptime_check/${metric}"`,
    `metric.label.check_id="${check.checkId}"`,
    'resource.type="uptime_url"',
  ].join(' AND ');
}
