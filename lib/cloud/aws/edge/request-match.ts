import { Token } from 'cdktf';
import type { Refusal } from '../../../core/errors';
import { hostRefusal } from './host-name';
import type { WebAclStatement } from './web-acl-rule';

/** A regular expression's characters, and its cost beside its transformations: https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statement-type-regex-match.html */
const MAX_PATTERN = 512;
const PATTERN_CAPACITY = 3;
const TRANSFORMATION_CAPACITY = 10;

/** Which requests are meant: those that fit all that is said, and one value of each. */
export interface RequestMatch {
  /**
   * Beginnings of paths, such as `/login`. Paths are looked at once they are decoded, and rid of dots and double slashes.
   *
   * @default - all paths
   */
  readonly pathPrefixes?: readonly string[];
  /**
   * Methods, such as `POST`.
   *
   * @default - all methods
   */
  readonly methods?: readonly string[];
  /**
   * Hosts, such as `www.example.com` or `*.example.com`.
   *
   * @default - all hosts
   */
  readonly hosts?: readonly string[];
}

/** Which requests a rule looks at: those that match, or all others. */
export type ScopeDown = { readonly only: RequestMatch } | { readonly allBut: RequestMatch };

interface Part {
  readonly property: keyof RequestMatch;
  readonly pattern: string;
  readonly fieldToMatch: WebAclStatement;
  readonly transformations: readonly string[];
}

/** What a rule looks at, in Terraform's names, and what that costs. */
export function scopeDownStatement(scopeDown: ScopeDown): {
  readonly statement: WebAclStatement;
  readonly capacity: number;
} {
  const found = parts(matchOf(scopeDown));
  const [first = {}, ...others] = found.map(partStatement);
  const all = others.length === 0 ? first : { and_statement: { statement: [first, ...others] } };
  return {
    statement: 'only' in scopeDown ? all : { not_statement: { statement: [all] } },
    capacity: found.reduce(
      (sum, { transformations }) => sum + PATTERN_CAPACITY + TRANSFORMATION_CAPACITY * transformations.length,
      0,
    ),
  };
}

/** Refuses matches that WAF would, and those that say nothing. */
export function scopeDownRefusals(property: string, scopeDown: ScopeDown | undefined): (Refusal | undefined)[] {
  if (scopeDown === undefined) return [];
  const match = matchOf(scopeDown);
  const path = `${property}.${'only' in scopeDown ? 'only' : 'allBut'}`;
  return [
    parts(match).length === 0
      ? { property: path, rule: 'must say which requests are meant', got: match, remedy: 'or leave scopeDown out' }
      : undefined,
    ...valueRefusals(`${path}.pathPrefixes`, match.pathPrefixes, /^\/\S*$/, 'must begin with a slash'),
    ...valueRefusals(`${path}.methods`, match.methods, /^[A-Z]+$/, 'must be methods such as POST'),
    ...(match.hosts ?? []).map((host) => hostRefusal(`${path}.hosts`, host)),
    ...parts(match).map((part) =>
      part.pattern.length > MAX_PATTERN
        ? { property: `${path}.${part.property}`, rule: 'must be shorter altogether', got: part.pattern.length }
        : undefined,
    ),
  ];
}

function matchOf(scopeDown: ScopeDown): RequestMatch {
  return 'only' in scopeDown ? scopeDown.only : scopeDown.allBut;
}

function parts({ pathPrefixes = [], methods = [], hosts = [] }: RequestMatch): readonly Part[] {
  const found: readonly (Part & { readonly values: readonly string[] })[] = [
    {
      property: 'pathPrefixes',
      values: pathPrefixes,
      pattern: `^(${alternatives(pathPrefixes)})`,
      fieldToMatch: { uri_path: {} },
      transformations: ['URL_DECODE', 'NORMALIZE_PATH'],
    },
    {
      property: 'methods',
      values: methods,
      pattern: `^(${alternatives(methods)})$`,
      fieldToMatch: { method: {} },
      transformations: [],
    },
    {
      property: 'hosts',
      values: hosts,
      pattern: `^(${alternatives(hosts)})(:[0-9]+)?$`,
      fieldToMatch: { single_header: { name: 'host' } },
      transformations: ['LOWERCASE'],
    },
  ];
  return found.filter(({ values }) => values.length > 0);
}

function partStatement({ pattern, fieldToMatch, transformations }: Part): WebAclStatement {
  const named = transformations.length === 0 ? ['NONE'] : transformations;
  return {
    regex_match_statement: {
      regex_string: pattern,
      field_to_match: fieldToMatch,
      text_transformation: named.map((type, priority) => ({ priority, type })),
    },
  };
}

function alternatives(values: readonly string[]): string {
  return [...new Set(values)].sort().map(escape).join('|');
}

/** Makes a pattern of a text, in which only a star at the beginning means something. */
function escape(text: string): string {
  const escaped = text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return escaped.startsWith('\\*') ? `[^.]+${escaped.slice(2)}` : escaped;
}

function valueRefusals(
  property: string,
  values: readonly string[] | undefined,
  form: RegExp,
  rule: string,
): (Refusal | undefined)[] {
  return (values ?? []).map((value) => {
    if (Token.isUnresolved(value)) return { property, rule: 'must be known at synthesis', got: 'a token' };
    return form.test(value) ? undefined : { property, rule, got: value };
  });
}
