import * as k8s from 'cdk8s-plus-28/lib/imports/k8s';
import { Construct } from 'constructs';
import type { DisruptionLimit, PodShare } from '../../core/model/disruption';

/** Properties for `DisruptionBudget`. */
export interface DisruptionBudgetProps {
  readonly name: string;
  readonly namespace: string;
  /** @default {} */
  readonly labels?: Readonly<Record<string, string>>;
  /** Labels of the pods that are counted. */
  readonly selector: Readonly<Record<string, string>>;
  readonly limit: DisruptionLimit;
}

/** How many of some pods may be taken away on purpose at once, or have to stay. */
export class DisruptionBudget extends Construct {
  constructor(scope: Construct, id: string, props: DisruptionBudgetProps) {
    super(scope, id);
    const { name, namespace, labels, selector, limit } = props;
    new k8s.KubePodDisruptionBudget(this, 'Resource', {
      metadata: { name, namespace, ...(labels === undefined ? {} : { labels: { ...labels } }) },
      spec: {
        ...('minAvailable' in limit
          ? { minAvailable: share(limit.minAvailable) }
          : { maxUnavailable: share(limit.maxUnavailable) }),
        selector: { matchLabels: { ...selector } },
        // A pod that never became ready must not keep its node from being drained.
        unhealthyPodEvictionPolicy: 'AlwaysAllow',
      },
    });
  }
}

function share(pods: PodShare): k8s.IntOrString {
  return typeof pods === 'number' ? k8s.IntOrString.fromNumber(pods) : k8s.IntOrString.fromString(pods);
}
