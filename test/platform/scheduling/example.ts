import type { Chart } from 'cdk8s';
import { PriorityClasses } from '../../../lib/platform/scheduling/priority-classes';

/** The example of lib/platform/scheduling/README.md, word for word between the two marks. */
export function example(chart: Chart): void {
  // README begins
  new PriorityClasses(chart, 'PriorityClasses', { priorities: ['critical', 'high', 'low'] });
  // README ends
}
