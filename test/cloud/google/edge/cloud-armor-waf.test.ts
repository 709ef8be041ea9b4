import {
  DEFAULT_WAF_RULES,
  wafRefusals,
  wafRules,
  type WafRules,
  type WafVersion,
} from '../../../../lib/cloud/google/edge/cloud-armor-waf';

function expressions(rules: WafRules, version: WafVersion = 'v422') {
  return wafRules(rules, version, false).map(({ match }) => match.expr?.expression);
}

describe('OWASP rules', () => {
  test('are all there but the one that would refuse APIs their methods', () => {
    expect(expressions(DEFAULT_WAF_RULES)).toEqual([
      "evaluatePreconfiguredWaf('sqli-v422-stable', {'sensitivity': 1})",
      "evaluatePreconfiguredWaf('xss-v422-stable', {'sensitivity': 1})",
      "evaluatePreconfiguredWaf('lfi-v422-stable', {'sensitivity': 1})",
      "evaluatePreconfiguredWaf('rfi-v422-stable', {'sensitivity': 1})",
      "evaluatePreconfiguredWaf('rce-v422-stable', {'sensitivity': 1})",
      "evaluatePreconfiguredWaf('scannerdetection-v422-stable', {'sensitivity': 1})",
      "evaluatePreconfiguredWaf('protocolattack-v422-stable', {'sensitivity': 1})",
      "evaluatePreconfiguredWaf('php-v422-stable', {'sensitivity': 1})",
      "evaluatePreconfiguredWaf('sessionfixation-v422-stable', {'sensitivity': 1})",
      "evaluatePreconfiguredWaf('java-v422-stable', {'sensitivity': 1})",
      "evaluatePreconfiguredWaf('generic-v422-stable', {'sensitivity': 1})",
      "evaluatePreconfiguredWaf('json-sqli-canary', {'sensitivity': 2})",
      "evaluatePreconfiguredWaf('cve-canary', {'sensitivity': 1})",
    ]);
  });

  test('have other names in the older version', () => {
    expect(expressions({ sqli: {}, generic: {}, cve: {} }, 'v33')).toEqual([
      "evaluatePreconfiguredWaf('sqli-v33-stable', {'sensitivity': 1})",
      "evaluatePreconfiguredWaf('nodejs-v33-stable', {'sensitivity': 1})",
      "evaluatePreconfiguredWaf('cve-canary', {'sensitivity': 1})",
    ]);
  });

  test('are as eager as told, and leave signatures out', () => {
    const optOutRuleIds = ['owasp-crs-v042200-id942360-sqli', 'owasp-crs-v042200-id942350-sqli'];
    expect(expressions({ sqli: { sensitivity: 3, optOutRuleIds } })).toEqual([
      "evaluatePreconfiguredWaf('sqli-v422-stable', {'sensitivity': 3, 'opt_out_rule_ids': ['owasp-crs-v042200-id942350-sqli', 'owasp-crs-v042200-id942360-sqli']})",
    ]);
  });

  test('have places that do not depend on each other', () => {
    const [alone] = wafRules({ xss: {} }, 'v422', false);
    expect(wafRules(DEFAULT_WAF_RULES, 'v422', false)).toContainEqual(alone);
    expect(wafRules({ xss: {}, sqli: {} }, 'v422', false)).toEqual(wafRules({ sqli: {}, xss: {} }, 'v422', false));
  });

  test('refuse a sensitivity and signatures that there are none of', () => {
    const waf: WafRules = { sqli: { sensitivity: 0 }, xss: { optOutRuleIds: ["x'"] }, lfi: {} };
    expect(wafRefusals(waf).filter((refusal) => refusal !== undefined)).toEqual([
      { property: 'waf.sqli.sensitivity', rule: 'must be a whole number from 1 to 4', got: 0 },
      { property: 'waf.xss.optOutRuleIds', rule: 'must hold ids such as owasp-crs-v042200-id942350-sqli', got: "x'" },
    ]);
  });
});
