import type { Chart } from 'cdk8s';
import { MetricsAdapterRules, type ScaledService } from '../../../lib/platform/autoscaling/metrics-adapter-rules';
import { ScheduledDisruptionBudget } from '../../../lib/platform/autoscaling/scheduled-disruption-budget';

/** The example of lib/platform/autoscaling/README.md, word for word between the two marks. */
export function example(chart: Chart): void {
  // README begins
  const talk: ScaledService = {
    name: 'talk',
    autoscaling: {
      metrics: {
        active_sessions: {
          type: 'pods',
          averageValue: '50',
          from: { series: 'active_sessions', measure: 'value' },
        },
      },
    },
  };
  new MetricsAdapterRules(chart, 'MetricsAdapter', { services: [talk] });
  new ScheduledDisruptionBudget(chart, 'Budget', {
    name: 'broker',
    namespace: 'messaging',
    selector: { app: 'broker' },
    limit: { maxUnavailable: 1 },
    schedule: {
      timeZone: 'Europe/Berlin',
      start: '0 8 * * 1-5',
      end: '0 18 * * 1-5',
      limit: { minAvailable: '100%' },
    },
  });
  // README ends
}
