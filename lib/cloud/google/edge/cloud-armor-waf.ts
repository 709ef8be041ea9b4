import type { ComputeSecurityPolicyRule } from '@cdktf/provider-google/lib/compute-security-policy';
import type { Refusal } from '../../../core/errors';
import { wholeNumberRefusal } from '../../common/whole-number';

const SENSITIVITY = { min: 1, max: 4 };
const RULE_ID = /^owasp-crs-[a-z0-9-]+$/;

/**
 * Rule sets and their places in a policy. A place, once given, is never given again: other rules would be judged in
 * another order, and a change would be seen where there is none. Names are those of
 * https://cloud.google.com/armor/docs/waf-rules; `generic` was called `nodejs` before CRS 4.22.
 */
const RULE_SETS = [
  { name: 'sqli', priority: 20_000 },
  { name: 'xss', priority: 20_100 },
  { name: 'lfi', priority: 20_200 },
  { name: 'rfi', priority: 20_300 },
  { name: 'rce', priority: 20_400 },
  { name: 'methodenforcement', priority: 20_500 },
  { name: 'scannerdetection', priority: 20_600 },
  { name: 'protocolattack', priority: 20_700 },
  { name: 'php', priority: 20_800 },
  { name: 'sessionfixation', priority: 20_900 },
  { name: 'java', priority: 21_000 },
  { name: 'generic', priority: 21_100 },
  { name: 'json-sqli', priority: 21_200 },
  { name: 'cve', priority: 21_300 },
] as const;

/** Versions of the OWASP Core Rule Set. Google recommends the newest. */
export type WafVersion = 'v422' | 'v33';

/** What requests are searched for: signatures of one kind of attack. */
export type WafRuleSet = (typeof RULE_SETS)[number]['name'];

/** How a rule set is applied. */
export interface WafRule {
  /**
   * How eager the rule set is, from 1 to 4: OWASP's paranoia level. Higher levels stop more attacks, and more of
   * what is none.
   *
   * @default 1, and 2 for json-sqli, whose only signature is at that level
   */
  readonly sensitivity?: number;
  /**
   * Ids of signatures that are left out, such as `owasp-crs-v042200-id942350-sqli`.
   *
   * @default - none
   */
  readonly optOutRuleIds?: readonly string[];
  /**
   * Whether matches are only logged, not refused.
   *
   * @default - wafPreview of the policy
   */
  readonly preview?: boolean;
}

/** Rule sets of a policy, with how each is applied. */
export type WafRules = Readonly<Partial<Record<WafRuleSet, WafRule>>>;

/**
 * Every rule set but `methodenforcement`, which refuses PUT, PATCH and DELETE and with them most APIs. Spread it to
 * change a few: `{ ...DEFAULT_WAF_RULES, sqli: { sensitivity: 2 } }`.
 */
export const DEFAULT_WAF_RULES: WafRules = {
  sqli: {},
  xss: {},
  lfi: {},
  rfi: {},
  rce: {},
  scannerdetection: {},
  protocolattack: {},
  php: {},
  sessionfixation: {},
  java: {},
  generic: {},
  'json-sqli': {},
  cve: {},
};

/** Refuses rules that Cloud Armor would. */
export function wafRefusals(rules: WafRules): (Refusal | undefined)[] {
  return RULE_SETS.flatMap(({ name }) => {
    const { sensitivity, optOutRuleIds = [] } = rules[name] ?? {};
    return [
      sensitivity === undefined ? undefined : wholeNumberRefusal(`waf.${name}.sensitivity`, sensitivity, SENSITIVITY),
      ...optOutRuleIds
        .filter((id) => !RULE_ID.test(id))
        .map((got) => ({
          property: `waf.${name}.optOutRuleIds`,
          rule: 'must hold ids such as owasp-crs-v042200-id942350-sqli',
          got,
        })),
    ];
  });
}

/** The rules that refuse what the rule sets find. */
export function wafRules(rules: WafRules, version: WafVersion, preview: boolean): ComputeSecurityPolicyRule[] {
  return RULE_SETS.flatMap(({ name, priority }) => {
    const rule = rules[name];
    if (rule === undefined) return [];
    return [
      {
        action: 'deny(403)',
        priority,
        description: `OWASP: ${name}`,
        preview: rule.preview ?? preview,
        match: { expr: { expression: expression(name, version, rule) } },
      },
    ];
  });
}

function expression(name: WafRuleSet, version: WafVersion, rule: WafRule): string {
  const sensitivity = rule.sensitivity ?? (name === 'json-sqli' ? 2 : 1);
  const optOut = [...new Set(rule.optOutRuleIds)].sort().map((id) => `'${id}'`);
  const options = [
    `'sensitivity': ${sensitivity}`,
    ...(optOut.length === 0 ? [] : [`'opt_out_rule_ids': [${optOut.join(', ')}]`]),
  ];
  return `evaluatePreconfiguredWaf('${ruleSetName(name, version)}', {${options.join(', ')}})`;
}

function ruleSetName(name: WafRuleSet, version: WafVersion): string {
  if (name === 'cve' || name === 'json-sqli') return `${name}-canary`;
  return `${name === 'generic' && version === 'v33' ? 'nodejs' : name}-${version}-stable`;
}
