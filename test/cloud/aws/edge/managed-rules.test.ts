import {
  DEFAULT_MANAGED_RULES,
  managedRuleRefusals,
  type ManagedRules,
  managedRules,
} from '../../../../lib/cloud/aws/edge/managed-rules';

const LOGIN = { loginPath: '/login', payloadType: 'JSON', usernameField: '/name', passwordField: '/password' } as const;

function only(rules: ManagedRules, preview = false) {
  const [first] = managedRules(rules, preview);
  return first?.rule;
}

function refused(rules: ManagedRules) {
  return managedRuleRefusals(rules).filter((refusal) => refusal !== undefined);
}

describe('managed rules', () => {
  test('are by default those that suit pods on Linux, and come to less than 1500 WCU', () => {
    const rules = managedRules(DEFAULT_MANAGED_RULES, false);
    expect(rules.map(({ rule, capacity }) => [rule.priority, rule.name, capacity])).toEqual([
      [1000, 'AWSManagedRulesAmazonIpReputationList', 25],
      [3000, 'AWSManagedRulesCommonRuleSet', 700],
      [3100, 'AWSManagedRulesKnownBadInputsRuleSet', 200],
      [3300, 'AWSManagedRulesSQLiRuleSet', 200],
      [3400, 'AWSManagedRulesLinuxRuleSet', 200],
      [3500, 'AWSManagedRulesUnixRuleSet', 100],
    ]);
    expect(refused(DEFAULT_MANAGED_RULES)).toEqual([]);
  });

  test('refuse what they find, each with a metric of its own', () => {
    expect(only({ AWSManagedRulesSQLiRuleSet: {} })).toMatchInlineSnapshot(`
      {
        "name": "AWSManagedRulesSQLiRuleSet",
        "overrideAction": {
          "none": {},
        },
        "priority": 3300,
        "statement": {
          "managed_rule_group_statement": {
            "name": "AWSManagedRulesSQLiRuleSet",
            "vendor_name": "AWS",
          },
        },
        "visibilityConfig": {
          "cloudwatchMetricsEnabled": true,
          "metricName": "AWSManagedRulesSQLiRuleSet",
          "sampledRequestsEnabled": true,
        },
      }
    `);
  });

  test('only count, all of them or some', () => {
    const count = { overrideAction: { count: {} } };
    expect(only({ AWSManagedRulesSQLiRuleSet: { action: 'count' } })).toMatchObject(count);
    expect(only({ AWSManagedRulesSQLiRuleSet: { action: 'block' } }, true)).toMatchObject(count);
    const excludedRules = ['SizeRestrictions_BODY', 'NoUserAgent_HEADER'];
    expect(only({ AWSManagedRulesCommonRuleSet: { excludedRules, version: 'Version_1.20' } })?.statement).toMatchObject(
      {
        managed_rule_group_statement: {
          version: 'Version_1.20',
          rule_action_override: [
            { name: 'NoUserAgent_HEADER', action_to_use: { count: {} } },
            { name: 'SizeRestrictions_BODY', action_to_use: { count: {} } },
          ],
        },
      },
    );
  });

  test('can look at some requests only, which takes capacity, too', () => {
    const scopeDown = { only: { methods: ['POST'] } };
    const [found] = managedRules({ AWSManagedRulesSQLiRuleSet: { scopeDown } }, false);
    expect(found?.capacity).toBe(203);
    expect(found?.rule.statement).toMatchObject({
      managed_rule_group_statement: { scope_down_statement: { regex_match_statement: { regex_string: '^(POST)$' } } },
    });
  });

  test.each([
    [{}, { inspection_level: 'COMMON' }],
    [{ inspectionLevel: 'TARGETED' }, { inspection_level: 'TARGETED', enable_machine_learning: true }],
    [
      { inspectionLevel: 'TARGETED', enableMachineLearning: false },
      { inspection_level: 'TARGETED', enable_machine_learning: false },
    ],
  ] as const)('tell bots from people: %j', (options, config) => {
    expect(only({ AWSManagedRulesBotControlRuleSet: options })?.statement).toMatchObject({
      managed_rule_group_statement: {
        managed_rule_group_configs: [{ aws_managed_rules_bot_control_rule_set: config }],
      },
    });
  });

  test('look at logins where they are told how those look', () => {
    expect(only({ AWSManagedRulesATPRuleSet: LOGIN })?.statement).toMatchObject({
      managed_rule_group_statement: {
        managed_rule_group_configs: [
          {
            aws_managed_rules_atp_rule_set: {
              login_path: '/login',
              request_inspection: {
                payload_type: 'JSON',
                username_field: { identifier: '/name' },
                password_field: { identifier: '/password' },
              },
            },
          },
        ],
      },
    });
    expect(refused({ AWSManagedRulesATPRuleSet: LOGIN })).toEqual([]);
  });

  test('are refused with names and versions that there are none of', () => {
    expect(refused({ AWSManagedRulesSQLiRuleSet: { excludedRules: ['a b'], version: '1.2' } })).toEqual([
      {
        property: 'managedRules.AWSManagedRulesSQLiRuleSet.excludedRules',
        rule: 'must hold names of rules such as SizeRestrictions_BODY',
        got: 'a b',
      },
      {
        property: 'managedRules.AWSManagedRulesSQLiRuleSet.version',
        rule: 'must be a version such as Version_1.20',
        got: '1.2',
      },
    ]);
    const excludedRules = Array.from({ length: 101 }, (_, index) => `R${index}`);
    expect(refused({ AWSManagedRulesSQLiRuleSet: { excludedRules } })).toMatchObject([
      { rule: 'must be at most 100 rules', got: 101, remedy: "set the group's action to 'count'" },
    ]);
  });

  test('are refused where bots or logins are not told of in full', () => {
    expect(refused({ AWSManagedRulesBotControlRuleSet: { enableMachineLearning: true } })).toMatchObject([
      { rule: 'must not be given with an inspectionLevel of COMMON' },
    ]);
    expect(refused({ AWSManagedRulesATPRuleSet: { ...LOGIN, loginPath: 'login', usernameField: 'name' } })).toEqual([
      {
        property: 'managedRules.AWSManagedRulesATPRuleSet.loginPath',
        rule: 'must be a path such as /api/login',
        got: 'login',
      },
      {
        property: 'managedRules.AWSManagedRulesATPRuleSet.usernameField',
        rule: 'must be a JSON pointer such as /login/name',
        got: 'name',
      },
    ]);
    const form = { ...LOGIN, payloadType: 'FORM_ENCODED', usernameField: '', passwordField: 'password' } as const;
    expect(refused({ AWSManagedRulesATPRuleSet: form })).toMatchObject([
      { rule: 'must be the name of a field of the form', got: '' },
    ]);
  });
});
