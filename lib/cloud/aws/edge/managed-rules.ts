import { Token } from 'cdktf';
import type { Refusal } from '../../../core/errors';
import { type ScopeDown, scopeDownRefusals, scopeDownStatement } from './request-match';
import { type WebAclStatement, webAclRule, type WeighedRule } from './web-acl-rule';

const MAX_EXCLUDED = 100;
const MAX_FIELD = 512;
const MAX_LOGIN_PATH = 256;

/**
 * Rule groups of AWS, their places in a web ACL and their capacity in WCU. A place, once given, is never given again.
 * https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-list.html
 */
const GROUPS = [
  { name: 'AWSManagedRulesAmazonIpReputationList', priority: 1000, capacity: 25 },
  { name: 'AWSManagedRulesAnonymousIpList', priority: 1100, capacity: 50 },
  { name: 'AWSManagedRulesCommonRuleSet', priority: 3000, capacity: 700 },
  { name: 'AWSManagedRulesKnownBadInputsRuleSet', priority: 3100, capacity: 200 },
  { name: 'AWSManagedRulesAdminProtectionRuleSet', priority: 3200, capacity: 100 },
  { name: 'AWSManagedRulesSQLiRuleSet', priority: 3300, capacity: 200 },
  { name: 'AWSManagedRulesLinuxRuleSet', priority: 3400, capacity: 200 },
  { name: 'AWSManagedRulesUnixRuleSet', priority: 3500, capacity: 100 },
  { name: 'AWSManagedRulesWindowsRuleSet', priority: 3600, capacity: 200 },
  { name: 'AWSManagedRulesPHPRuleSet', priority: 3700, capacity: 100 },
  { name: 'AWSManagedRulesWordPressRuleSet', priority: 3800, capacity: 100 },
  { name: 'AWSManagedRulesBotControlRuleSet', priority: 4000, capacity: 50 },
  { name: 'AWSManagedRulesATPRuleSet', priority: 4100, capacity: 50 },
] as const;

/** How a rule group of AWS is applied. */
export interface ManagedRuleOptions {
  /**
   * Whether requests are refused that a rule finds, or only counted.
   *
   * @default 'block'
   */
  readonly action?: 'block' | 'count';
  /**
   * Rules of the group that only count, such as `SizeRestrictions_BODY`.
   *
   * @default []
   */
  readonly excludedRules?: readonly string[];
  /**
   * Version that is kept to, such as `Version_1.20`. AWS ends versions after a while; some groups have none.
   *
   * @default - AWS' default, which moves on
   */
  readonly version?: string;
  /**
   * Which requests are looked at.
   *
   * @default - all
   */
  readonly scopeDown?: ScopeDown;
}

/** How bots are told from people. AWS charges by the request. */
export interface BotControlOptions extends ManagedRuleOptions {
  /**
   * `COMMON` finds bots that say what they are; `TARGETED` also those that do not, at a higher price.
   *
   * @default 'COMMON'
   */
  readonly inspectionLevel?: 'COMMON' | 'TARGETED';
  /**
   * Whether traffic is analysed for bots that act together. Only with `TARGETED`.
   *
   * @default true
   */
  readonly enableMachineLearning?: boolean;
}

/** Where people log in, so that stolen passwords can be told of. AWS charges by the login. */
export interface AccountTakeoverOptions extends ManagedRuleOptions {
  /** Path that logins are sent to, such as `/api/login`. */
  readonly loginPath: string;
  /** Form of what is sent. */
  readonly payloadType: 'JSON' | 'FORM_ENCODED';
  /** Where the name is: `/user/name` in JSON, or the name of a field of a form. */
  readonly usernameField: string;
  /** Where the password is: `/user/password` in JSON, or the name of a field of a form. */
  readonly passwordField: string;
}

type PlainGroup = Exclude<
  (typeof GROUPS)[number]['name'],
  'AWSManagedRulesBotControlRuleSet' | 'AWSManagedRulesATPRuleSet'
>;

/** Rule groups of a web ACL by the names that AWS gave them, with how each is applied. */
export interface ManagedRules extends Readonly<Partial<Record<PlainGroup, ManagedRuleOptions>>> {
  readonly AWSManagedRulesBotControlRuleSet?: BotControlOptions;
  readonly AWSManagedRulesATPRuleSet?: AccountTakeoverOptions;
}

/**
 * What suits a platform whose pods run on Linux, at no price beside that of the web ACL. Spread it to change a few:
 * `{ ...DEFAULT_MANAGED_RULES, AWSManagedRulesAnonymousIpList: {} }`.
 */
export const DEFAULT_MANAGED_RULES: ManagedRules = {
  AWSManagedRulesAmazonIpReputationList: {},
  AWSManagedRulesCommonRuleSet: {},
  AWSManagedRulesKnownBadInputsRuleSet: {},
  AWSManagedRulesSQLiRuleSet: {},
  AWSManagedRulesLinuxRuleSet: {},
  AWSManagedRulesUnixRuleSet: {},
};

/** The rules that apply AWS' groups. */
export function managedRules(rules: ManagedRules, preview: boolean): WeighedRule[] {
  return GROUPS.flatMap(({ name, priority, capacity }) => {
    const options = rules[name];
    if (options === undefined) return [];
    const counted = preview || options.action === 'count';
    const scope = options.scopeDown === undefined ? undefined : scopeDownStatement(options.scopeDown);
    const statement = {
      managed_rule_group_statement: {
        vendor_name: 'AWS',
        name,
        ...(options.version === undefined ? {} : { version: options.version }),
        ...overrides(options.excludedRules ?? []),
        ...groupConfigs(rules, name),
        ...(scope === undefined ? {} : { scope_down_statement: scope.statement }),
      },
    };
    const rule = webAclRule(name, priority, statement, { overrideAction: counted ? { count: {} } : { none: {} } });
    return [{ rule, capacity: capacity + (scope?.capacity ?? 0) }];
  });
}

/** Refuses options that WAF would. */
export function managedRuleRefusals(rules: ManagedRules): (Refusal | undefined)[] {
  const { AWSManagedRulesBotControlRuleSet: bots, AWSManagedRulesATPRuleSet: logins } = rules;
  return [
    ...GROUPS.flatMap(({ name }) => groupRefusals(`managedRules.${name}`, rules[name])),
    ...(bots === undefined ? [] : [learningRefusal('managedRules.AWSManagedRulesBotControlRuleSet', bots)]),
    ...(logins === undefined ? [] : loginRefusals('managedRules.AWSManagedRulesATPRuleSet', logins)),
  ];
}

function overrides(excludedRules: readonly string[]): WebAclStatement {
  if (excludedRules.length === 0) return {};
  return {
    rule_action_override: [...new Set(excludedRules)].sort().map((name) => ({ name, action_to_use: { count: {} } })),
  };
}

function groupConfigs(rules: ManagedRules, name: (typeof GROUPS)[number]['name']): WebAclStatement {
  const { AWSManagedRulesBotControlRuleSet: bots, AWSManagedRulesATPRuleSet: logins } = rules;
  if (name === 'AWSManagedRulesBotControlRuleSet' && bots !== undefined) {
    const { inspectionLevel = 'COMMON', enableMachineLearning = true } = bots;
    const learning = inspectionLevel === 'TARGETED' ? { enable_machine_learning: enableMachineLearning } : {};
    const config = { inspection_level: inspectionLevel, ...learning };
    return { managed_rule_group_configs: [{ aws_managed_rules_bot_control_rule_set: config }] };
  }
  if (name === 'AWSManagedRulesATPRuleSet' && logins !== undefined) {
    const config = {
      login_path: logins.loginPath,
      request_inspection: {
        payload_type: logins.payloadType,
        username_field: { identifier: logins.usernameField },
        password_field: { identifier: logins.passwordField },
      },
    };
    return { managed_rule_group_configs: [{ aws_managed_rules_atp_rule_set: config }] };
  }
  return {};
}

function groupRefusals(property: string, options: ManagedRuleOptions | undefined): (Refusal | undefined)[] {
  const { excludedRules = [], version, scopeDown } = options ?? {};
  return [
    excludedRules.length > MAX_EXCLUDED
      ? {
          property: `${property}.excludedRules`,
          rule: `must be at most ${MAX_EXCLUDED} rules`,
          got: excludedRules.length,
          remedy: "set the group's action to 'count'",
        }
      : undefined,
    ...excludedRules
      .filter((rule) => !/^[0-9A-Za-z_-]{1,128}$/.test(rule))
      .map((got) => ({
        property: `${property}.excludedRules`,
        rule: 'must hold names of rules such as SizeRestrictions_BODY',
        got,
      })),
    version === undefined || Token.isUnresolved(version) || /^Version_\d+\.\d+$/.test(version)
      ? undefined
      : { property: `${property}.version`, rule: 'must be a version such as Version_1.20', got: version },
    ...scopeDownRefusals(`${property}.scopeDown`, scopeDown),
  ];
}

function learningRefusal(property: string, bots: BotControlOptions): Refusal | undefined {
  const { inspectionLevel = 'COMMON', enableMachineLearning } = bots;
  if (enableMachineLearning === undefined || inspectionLevel === 'TARGETED') return undefined;
  return {
    property: `${property}.enableMachineLearning`,
    rule: 'must not be given with an inspectionLevel of COMMON',
    got: enableMachineLearning,
  };
}

function loginRefusals(property: string, logins: AccountTakeoverOptions): (Refusal | undefined)[] {
  const { loginPath, payloadType, usernameField, passwordField } = logins;
  const form = payloadType === 'JSON' ? /^\/\S+$/ : /^\S+$/;
  const rule =
    payloadType === 'JSON' ? 'must be a JSON pointer such as /login/name' : 'must be the name of a field of the form';
  return [
    /^\/\S+$/.test(loginPath) && loginPath.length <= MAX_LOGIN_PATH
      ? undefined
      : { property: `${property}.loginPath`, rule: 'must be a path such as /api/login', got: loginPath },
    ...Object.entries({ usernameField, passwordField }).map(([field, got]) =>
      form.test(got) && got.length <= MAX_FIELD ? undefined : { property: `${property}.${field}`, rule, got },
    ),
  ];
}
