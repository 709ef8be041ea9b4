import { Token } from 'cdktf';
import type { Refusal } from '../../../core/errors';
import { wholeNumberRefusal } from '../../common/whole-number';
import {
  DEFAULT_ALIGNMENT_SECONDS,
  DEFAULT_EVALUATION_SECONDS,
  type AlertCondition,
  type MetricSelection,
} from './alert-condition';

const MAX_CONDITIONS = 6;
const MAX_FILTER = 2048;
const MINUTE = 60;
/** 23.5 hours. https://cloud.google.com/monitoring/alerts/metric-absence */
const MAX_DURATION_SECONDS = 84_600;
const MIN_ABSENCE_SECONDS = 120;
const EVALUATION_STEP_SECONDS = 30;

/** Refuses conditions that Cloud Monitoring would, keyed by their names. */
export function conditionRefusals(conditions: Readonly<Record<string, AlertCondition>>): (Refusal | undefined)[] {
  const entries = Object.entries(conditions);
  const logs = entries.filter(([, condition]) => condition.kind === 'log');
  return [
    entries.length === 0 || entries.length > MAX_CONDITIONS
      ? { property: 'conditions', rule: `must be from 1 to ${MAX_CONDITIONS}`, got: entries.length }
      : undefined,
    logs.length > 0 && entries.length > 1
      ? {
          property: 'conditions',
          rule: 'must hold nothing beside a log condition',
          got: Object.keys(conditions),
          remedy: 'make a policy of its own for it',
        }
      : undefined,
    ...entries.flatMap(([name, condition]) => refusalsOf(`conditions.${name}`, condition)),
  ];
}

function refusalsOf(property: string, condition: AlertCondition): (Refusal | undefined)[] {
  switch (condition.kind) {
    case 'threshold':
      return [
        ...selectionRefusals(property, condition),
        durationRefusal(`${property}.durationSeconds`, condition.durationSeconds ?? 0, 0, MINUTE),
      ];
    case 'absence':
      return [
        ...selectionRefusals(property, condition),
        durationRefusal(`${property}.durationSeconds`, condition.durationSeconds, MIN_ABSENCE_SECONDS, MINUTE),
      ];
    case 'promql':
      return [
        emptyRefusal(`${property}.query`, condition.query),
        wholeNumberRefusal(`${property}.durationSeconds`, condition.durationSeconds ?? 0, { min: 0 }),
        durationRefusal(
          `${property}.evaluationIntervalSeconds`,
          condition.evaluationIntervalSeconds ?? DEFAULT_EVALUATION_SECONDS,
          EVALUATION_STEP_SECONDS,
          EVALUATION_STEP_SECONDS,
        ),
      ];
    case 'log':
      return [emptyRefusal(`${property}.filter`, condition.filter)];
  }
}

function selectionRefusals(property: string, selection: MetricSelection): (Refusal | undefined)[] {
  const { filter, alignmentPeriodSeconds = DEFAULT_ALIGNMENT_SECONDS, crossSeriesReducer, groupByFields } = selection;
  return [
    emptyRefusal(`${property}.filter`, filter),
    !Token.isUnresolved(filter) && filter.length > MAX_FILTER
      ? { property: `${property}.filter`, rule: `must be at most ${MAX_FILTER} characters`, got: filter.length }
      : undefined,
    durationRefusal(`${property}.alignmentPeriodSeconds`, alignmentPeriodSeconds, MINUTE, MINUTE),
    groupByFields !== undefined && crossSeriesReducer === undefined
      ? {
          property: `${property}.groupByFields`,
          rule: 'must come with crossSeriesReducer, without which it has no effect',
          got: groupByFields,
        }
      : undefined,
  ];
}

function emptyRefusal(property: string, text: string): Refusal | undefined {
  return text.trim() === '' ? { property, rule: 'must not be empty', got: text } : undefined;
}

function durationRefusal(property: string, seconds: number, min: number, step: number): Refusal | undefined {
  if (Token.isUnresolved(seconds)) return undefined;
  if (seconds % step === 0 && seconds >= min && seconds <= MAX_DURATION_SECONDS) return undefined;
  return { property, rule: `must be a multiple of ${step} from ${min} to ${MAX_DURATION_SECONDS}`, got: seconds };
}
