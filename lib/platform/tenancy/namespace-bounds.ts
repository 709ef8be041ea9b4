import * as k8s from 'cdk8s-plus-28/lib/imports/k8s';
import { Construct } from 'constructs';
import type { Quota } from '../../core/model/system';

export interface NamespaceBoundsProps {
  readonly namespace: string;
  /** Name of the quota: the system's. */
  readonly name: string;
  readonly quota: Quota;
}

/**
 * What a namespace may use altogether, and what a container gets that does not say. Under a quota on CPU and
 * memory the API server refuses every container without requests and limits, those that webhooks inject
 * included, so the two come together.
 */
export class NamespaceBounds extends Construct {
  constructor(scope: Construct, id: string, props: NamespaceBoundsProps) {
    super(scope, id);
    new k8s.KubeResourceQuota(this, 'Quota', {
      metadata: { name: `${props.name}-quota`, namespace: props.namespace },
      spec: { hard: quantities(props.quota) },
    });
    new k8s.KubeLimitRange(this, 'LimitRange', {
      metadata: { name: `${props.name}-defaults`, namespace: props.namespace },
      spec: {
        limits: [
          {
            type: 'Container',
            defaultRequest: quantities({ cpu: '10m', memory: '64Mi' }),
            default: quantities({ cpu: '100m', memory: '128Mi' }),
          },
        ],
      },
    });
  }
}

function quantities(amounts: Readonly<Record<string, string>>): Record<string, k8s.Quantity> {
  return Object.fromEntries(Object.entries(amounts).map(([key, amount]) => [key, k8s.Quantity.fromString(amount)]));
}
