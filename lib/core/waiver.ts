import type { Finding, SourceLocation } from './finding';

/** How many days before its end a waiver begins to be mentioned. */
const NOTICE_DAYS = 14;

const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;

/** Silences one rule for one resource, for a reason, until a day. */
export interface Waiver {
  readonly rule: string;
  readonly resource: string;
  readonly reason: string;
  /** Last day on which it holds, as 2027-03-01. */
  readonly expires: string;
  /**
   * The line it stands in.
   *
   * @default - the waiver was not read from a file
   */
  readonly location?: SourceLocation;
}

/** A finding that a waiver silences. */
export interface WaivedFinding {
  readonly finding: Finding;
  readonly waiver: Waiver;
}

/** What is left of findings once waivers were applied. */
export interface WaiverResult {
  /** What no waiver silences, and what is wrong with the waivers themselves. */
  readonly open: readonly Finding[];
  readonly waived: readonly WaivedFinding[];
}

/**
 * Silences the findings that waivers name. A waiver past its day silences nothing and is an error itself; one that
 * ends within 14 days, or that no finding needs, is a warning.
 *
 * `today`, as 2027-03-01, is the only clock there is: the same findings on the same day give the same result.
 */
export function applyWaivers(findings: readonly Finding[], waivers: readonly Waiver[], today: string): WaiverResult {
  const inForce = waivers.filter(({ expires }) => expires >= today);
  const waived: WaivedFinding[] = [];
  const open: Finding[] = [];
  for (const finding of findings) {
    const waiver = inForce.find(({ rule, resource }) => rule === finding.rule && resource === finding.resource);
    if (waiver === undefined) open.push(finding);
    else waived.push({ finding, waiver });
  }
  const used = new Set(waived.map(({ waiver }) => waiver));
  return { open: [...open, ...waivers.flatMap((waiver) => complaint(waiver, used.has(waiver), today))], waived };
}

function complaint(waiver: Waiver, used: boolean, today: string): readonly Finding[] {
  const { expires } = waiver;
  if (expires < today) {
    const remedy = 'mend what it silenced, or give it a later day and say why';
    return [finding(waiver, 'waiver-expired', 'error', `ended on ${expires} and silences nothing`, remedy)];
  }
  if (!used) {
    return [finding(waiver, 'waiver-unused', 'warning', 'silences nothing: no finding matches it', 'remove it')];
  }
  const days = (Date.parse(expires) - Date.parse(today)) / DAY_MILLISECONDS;
  if (days > NOTICE_DAYS) return [];
  const left = days === 0 ? 'today' : `in ${days} ${days === 1 ? 'day' : 'days'}`;
  return [finding(waiver, 'waiver-expiring', 'warning', `ends ${left}, on ${expires}`)];
}

function finding(
  waiver: Waiver,
  rule: string,
  severity: Finding['severity'],
  message: string,
  remedy?: string,
): Finding {
  const { resource, location } = waiver;
  return {
    rule,
    severity,
    resource,
    path: `waiver of ${waiver.rule} for ${resource}`,
    message,
    ...(remedy === undefined ? {} : { remedy }),
    ...(location === undefined ? {} : { location }),
  };
}
