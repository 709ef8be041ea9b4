import { LoggingMetric } from '@cdktf/provider-google/lib/logging-metric';
import { Token } from 'cdktf';
import { Construct } from 'constructs';
import { refuse, type Refusal } from '../../../core/errors';
import { templateText } from './template-text';

const MAX_LABELS = 10;
const LABEL = /^[a-z][a-z0-9_]{0,99}$/;
const EXTRACTOR = /^(EXTRACT|REGEXP_EXTRACT)\(.+\)$/s;

/** Properties for `LogMetric`. */
export interface LogMetricProps {
  /** Project id. */
  readonly project: string;
  /** Name of the metric, of up to 100 characters; slashes make a hierarchy: `checkout/failures`. */
  readonly name: string;
  /** Filter in the Logging query language, of the entries that count. */
  readonly filter: string;
  /**
   * Labels that are counted apart, each with `EXTRACT(field)` or `REGEXP_EXTRACT(field, regex)`; up to 10. Every
   * value of a label is a time series, so take none that is different in each entry.
   *
   * @default - none
   */
  readonly labelExtractors?: Readonly<Record<string, string>>;
  /**
   * What is counted.
   *
   * @default - none
   */
  readonly description?: string;
}

/** Counts log entries, so that dashboards and alerts can show how many there are. */
export class LogMetric extends Construct {
  /** What filters name the metric by: `logging.googleapis.com/user/…`, for use in Terraform only. */
  public readonly metricType: string;

  constructor(scope: Construct, id: string, props: LogMetricProps) {
    super(scope, id);

    const labels = Object.entries(props.labelExtractors ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
    refuse(this.node.path, [
      metricNameRefusal(props.name),
      props.filter.trim() === '' ? { property: 'filter', rule: 'must not be empty', got: props.filter } : undefined,
      labels.length > MAX_LABELS
        ? { property: 'labelExtractors', rule: `must be at most ${MAX_LABELS}`, got: labels.length }
        : undefined,
      ...labels.map(([label, extractor]) => extractorRefusal(label, extractor)),
    ]);

    const metric = new LoggingMetric(this, 'Resource', {
      project: props.project,
      name: props.name,
      filter: templateText(props.filter),
      description: props.description,
      metricDescriptor: {
        metricKind: 'DELTA',
        valueType: 'INT64',
        unit: '1',
        labels: labels.map(([key]) => ({ key, valueType: 'STRING' })),
      },
      labelExtractors: labels.length === 0 ? undefined : Object.fromEntries(labels),
    });
    // A reference, since a policy on a metric that does not exist yet is refused.
    this.metricType = `logging.googleapis.com/user/${metric.name}`;
  }
}

function metricNameRefusal(name: string): Refusal | undefined {
  if (Token.isUnresolved(name) || /^[\w.,+!*'()%-][\w.,+!*'()%/-]{0,99}$/.test(name)) return undefined;
  return {
    property: 'name',
    rule: 'must be up to 100 letters, digits and signs, not beginning with a slash',
    got: name,
  };
}

function extractorRefusal(label: string, extractor: string): Refusal | undefined {
  if (!LABEL.test(label)) {
    return {
      property: 'labelExtractors',
      rule: 'must be named with lower-case letters, digits and underscores',
      got: label,
    };
  }
  if (Token.isUnresolved(extractor) || EXTRACTOR.test(extractor)) return undefined;
  return {
    property: `labelExtractors.${label}`,
    rule: 'must be EXTRACT(field) or REGEXP_EXTRACT(field, regex)',
    got: extractor,
  };
}
