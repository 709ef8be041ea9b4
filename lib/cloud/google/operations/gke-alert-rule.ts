import type { AlertCondition } from './alert-condition';
import type { AlertSeverity } from './alert-policy';
import type { IMonitoredCluster } from './monitored-cluster';

/** What all ready-made alerts have. */
interface RuleBase {
  /** What is wrong, as the title of an incident. */
  readonly summary: string;
  readonly severity: AlertSeverity;
  /** What it means and where to look first, in Markdown. */
  readonly documentation: string;
}

/** An alert on a value that a PromQL query compares with a threshold. */
export interface QueryRule extends RuleBase {
  readonly kind: 'query';
  readonly threshold: number;
  /** How long the threshold has to be passed. Rules that look back over a window of their own take 0. */
  readonly durationSeconds: number;
  readonly query: (cluster: IMonitoredCluster, threshold: number) => string;
}

/** An alert on something that either is or is not, without a threshold to set. */
export interface EventRule extends RuleBase {
  readonly kind: 'event';
  readonly condition: (cluster: IMonitoredCluster) => AlertCondition;
}

/** One alert of the ready-made set. */
export type GkeAlertRule = QueryRule | EventRule;
