import { Token } from 'cdktf';
import type { Refusal } from '../../../core/errors';
import { DEFAULT_PERIOD_SECONDS, type Metric, RESULT_ID, SIMPLE_STATISTICS, type Watched } from './metric';

/** Bounds of https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html */
const SHORT_PERIODS: readonly number[] = [10, 20, 30];
const MINUTE = 60;
const MAX_TEXT = 255;
const MAX_DIMENSIONS = 30;
const MAX_EXPRESSION = 1024;
const MAX_METRICS = 10;
/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Statistics-definitions.html */
const STATISTIC =
  /^(?:(?:p|tm|wm|tc|ts)(?:\d{1,2}(?:\.\d+)?|100)|IQM|(?:TM|WM|PR|TC|TS)\((?:\d+(?:\.\d+)?%?)?:(?:\d+(?:\.\d+)?%?)?\))$/;

type Refusals = (Refusal | undefined)[];

/** Refuses what CloudWatch cannot watch. */
export function watchedRefusals(property: string, watched: Watched): Refusals {
  switch (watched.kind) {
    case 'metric':
      return metricRefusals(property, watched);
    case 'expression':
      return [
        ...expressionRefusals(`${property}.expression`, watched.expression, Object.keys(watched.metrics)),
        ...Object.entries(watched.metrics).flatMap(([id, metric]) => [
          idRefusal(`${property}.metrics`, id),
          ...metricRefusals(`${property}.metrics.${id}`, metric),
        ]),
        ...metricCountRefusals(`${property}.metrics`, Object.keys(watched.metrics)),
        periodsRefusal(`${property}.metrics`, Object.values(watched.metrics)),
      ];
    case 'query':
      return [
        Token.isUnresolved(watched.query) || /^SELECT\s+(?:AVG|COUNT|MAX|MIN|SUM)\(/.test(watched.query)
          ? undefined
          : {
              property: `${property}.query`,
              rule: 'must begin with SELECT and one of AVG, COUNT, MAX, MIN or SUM',
              got: watched.query,
            },
        lengthRefusal(`${property}.query`, watched.query, MAX_EXPRESSION),
        periodRefusal(`${property}.periodSeconds`, watched.periodSeconds),
      ];
  }
}

function metricRefusals(property: string, metric: Metric): Refusals {
  const { namespace, metricName, dimensions = {}, statistic, periodSeconds } = metric;
  return [
    lengthRefusal(`${property}.namespace`, namespace, MAX_TEXT),
    namespace.startsWith(':')
      ? { property: `${property}.namespace`, rule: 'must not begin with a colon', got: namespace }
      : undefined,
    lengthRefusal(`${property}.metricName`, metricName, MAX_TEXT),
    Object.keys(dimensions).length > MAX_DIMENSIONS
      ? {
          property: `${property}.dimensions`,
          rule: `must be at most ${MAX_DIMENSIONS}`,
          got: Object.keys(dimensions).length,
        }
      : undefined,
    Token.isUnresolved(statistic) || SIMPLE_STATISTICS.includes(statistic) || STATISTIC.test(statistic)
      ? undefined
      : {
          property: `${property}.statistic`,
          rule: `must be ${SIMPLE_STATISTICS.join(', ')}, a percentile such as p99 or a trimmed statistic such as TM(10%:90%)`,
          got: statistic,
        },
    periodRefusal(`${property}.periodSeconds`, periodSeconds),
  ];
}

function expressionRefusals(property: string, expression: string, ids: readonly string[]): Refusals {
  if (Token.isUnresolved(expression)) return [];
  const words = new Set(expression.replace(/'[^']*'|"[^"]*"/g, '').match(/\b[a-z]\w*\b/g));
  const unused = ids.find((id) => !words.has(id));
  const unknown = [...words].find((word) => !ids.includes(word));
  return [
    lengthRefusal(property, expression, MAX_EXPRESSION),
    /\bSEARCH\s*\(/.test(expression)
      ? {
          property,
          rule: 'must not hold SEARCH, which alarms do not know',
          got: expression,
          remedy: "use a watched of kind 'query'",
        }
      : undefined,
    unused === undefined
      ? undefined
      : { property, rule: `must use every one of its metrics (${ids.join(', ')})`, got: expression },
    unknown === undefined
      ? undefined
      : { property, rule: `must use no ids but those of its metrics (${ids.join(', ')})`, got: unknown },
  ];
}

function metricCountRefusals(property: string, ids: readonly string[]): Refusals {
  const within = ids.length > 0 && ids.length <= MAX_METRICS;
  return [within ? undefined : { property, rule: `must be from 1 to ${MAX_METRICS}`, got: ids.length }];
}

/** A result has one period, and CloudWatch finds out which only where all have the same. */
function periodsRefusal(property: string, metrics: readonly Metric[]): Refusal | undefined {
  const seconds = [...new Set(metrics.map(({ periodSeconds = DEFAULT_PERIOD_SECONDS }) => periodSeconds))];
  if (seconds.length < 2) return undefined;
  return { property, rule: 'must all have the same periodSeconds', got: seconds };
}

function idRefusal(property: string, id: string): Refusal | undefined {
  if (id === RESULT_ID)
    return { property, rule: `must not have the id ${RESULT_ID}, which is that of the result`, got: id };
  if (/^[a-z]\w{0,254}$/.test(id)) return undefined;
  return { property, rule: 'must have ids of letters, digits and _, beginning with a lower-case letter', got: id };
}

function periodRefusal(property: string, seconds: number = DEFAULT_PERIOD_SECONDS): Refusal | undefined {
  const valid = SHORT_PERIODS.includes(seconds) || (seconds > 0 && seconds % MINUTE === 0);
  if (Token.isUnresolved(seconds) || valid) return undefined;
  return { property, rule: `must be ${SHORT_PERIODS.join(', ')} or a multiple of ${MINUTE}`, got: seconds };
}

function lengthRefusal(property: string, text: string, max: number): Refusal | undefined {
  if (Token.isUnresolved(text) || (text !== '' && text.length <= max)) return undefined;
  return { property, rule: `must be from 1 to ${max} characters`, got: text };
}
