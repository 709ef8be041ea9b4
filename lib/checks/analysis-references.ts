import type { Manifest } from '../core/manifest';
import type { ClusterIndex } from './cluster-index';
import { isRecord, list, text, value } from './output';
import { namespaceOf } from './pods';

/** Where a Rollout's strategy has analyses: beside its steps, in them, and before and after a promotion. */
const ANALYSIS_FIELDS = ['analysis', 'prePromotionAnalysis', 'postPromotionAnalysis'];

/** Templates of analyses that a Rollout names and nobody writes, and arguments of theirs that it leaves out. */
export function analysisReferences(index: ClusterIndex, rollout: Manifest): readonly string[] {
  return analyses(value(rollout, 'spec', 'strategy')).flatMap((analysis) =>
    list(analysis, 'templates').flatMap((ref) => {
      const name = text(ref, 'templateName') ?? '';
      const clusterScope = value(ref, 'clusterScope') === true;
      const kind = clusterScope ? 'ClusterAnalysisTemplate' : 'AnalysisTemplate';
      const template = index.find(kind, clusterScope ? '' : namespaceOf(rollout), name);
      if (template === undefined) return [`is judged by ${kind} ${name}, which is not written`];
      const given = list(analysis, 'args').map((arg) => value(arg, 'name'));
      return list(template, 'spec', 'args')
        .filter((arg) => value(arg, 'value') === undefined && value(arg, 'valueFrom') === undefined)
        .map((arg) => value(arg, 'name'))
        .filter((arg) => !given.includes(arg))
        .map((arg) => `is judged by ${kind} ${name} without its argument ${String(arg)}`);
    }),
  );
}

/** What the metrics of an analysis take from secrets that nothing makes. */
export function analysisTemplateReferences(index: ClusterIndex, template: Manifest): readonly string[] {
  return list(template, 'spec', 'args').flatMap((arg) => {
    const name = text(arg, 'valueFrom', 'secretKeyRef', 'name');
    const key = text(arg, 'valueFrom', 'secretKeyRef', 'key') ?? '';
    return name === undefined || index.hasSecret(namespaceOf(template), name, key)
      ? []
      : [`uses key ${key} of Secret ${name}, which nothing makes`];
  });
}

function analyses(at: unknown): readonly unknown[] {
  if (Array.isArray(at)) return at.flatMap(analyses);
  if (!isRecord(at)) return [];
  return Object.entries(at).flatMap(([field, inner]) => (ANALYSIS_FIELDS.includes(field) ? [inner] : analyses(inner)));
}
