import type { Chart } from 'cdk8s';
import { AnalysisTemplate } from '../../../lib/platform/delivery/analysis-template';

/** The example of lib/platform/delivery/README.md, word for word between the two marks. */
export function example(chart: Chart): void {
  // README begins
  new AnalysisTemplate(chart, 'Checkout', {
    name: 'checkout',
    namespace: 'shop',
    args: ['pod-template-hash'],
    metrics: {
      'failed-payments': {
        query: 'sum(rate(payments_failed_total{rollouts_pod_template_hash="{{args.pod-template-hash}}"}[2m]))',
        max: 0.1,
      },
    },
    intervalSeconds: 60,
    failureLimit: 2,
  });
  // README ends
}
