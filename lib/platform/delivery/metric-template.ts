import { Construct } from 'constructs';
import {
  MetricTemplate as MetricTemplateResource,
  MetricTemplateSpecProviderType,
} from '../../../imports/flagger-flagger.app';
import { PROMETHEUS_ADDRESS } from '../observability/prometheus';
import type { Measurement } from './measurement';

export interface MetricTemplateProps {
  readonly name: string;
  readonly namespace: string;
  /** @default {} */
  readonly labels?: Readonly<Record<string, string>>;
  /** What is measured; its bounds stand in the Canary. */
  readonly measurement: Measurement;
}

/**
 * What Flagger asks Prometheus of a new version. A query that gives nothing fails the measurement:
 * https://docs.flagger.app/usage/metrics
 */
export class MetricTemplate extends Construct {
  public readonly name: string;

  constructor(scope: Construct, id: string, { name, namespace, labels = {}, measurement }: MetricTemplateProps) {
    super(scope, id);
    this.name = name;
    new MetricTemplateResource(this, 'Resource', {
      metadata: { name, namespace, labels: { ...labels } },
      spec: {
        provider: { type: MetricTemplateSpecProviderType.PROMETHEUS, address: PROMETHEUS_ADDRESS },
        query: measurement.query,
      },
    });
  }
}
