import { WebAclLog, type WebAclLogging } from '../../../../lib/cloud/aws/edge/web-acl-logging';
import { type Output, PLACE, statements, synth } from '../harness';

const ACL = { webAclName: 'edge', webAclArn: 'arn:aws:wafv2:us-east-1:111122223333:regional/webacl/edge/1' };

function log(logging: WebAclLogging = {}): Output {
  return synth((stack) => new WebAclLog(stack, 'log', { ...PLACE, ...ACL, ...logging }));
}

const output = log();

describe('WebAclLog', () => {
  test('is a group whose name WAF asks for, and that it may write to', () => {
    expect(output.one('aws_cloudwatch_log_group')).toMatchObject({ name: 'aws-waf-logs-edge', retention_in_days: 90 });
    const policy = output.one('aws_cloudwatch_log_resource_policy');
    expect(policy).toMatchObject({ policy_name: 'aws-waf-logs-edge' });
    expect(statements(policy['policy_document'])[0]).toMatchObject({
      Principal: { Service: 'delivery.logs.amazonaws.com' },
      Resource: 'arn:aws:logs:us-east-1:111122223333:log-group:aws-waf-logs-edge:*',
    });
    expect(output.one('aws_wafv2_web_acl_logging_configuration')['depends_on']).toEqual([
      expect.stringContaining('aws_cloudwatch_log_resource_policy.log_Delivery'),
    ]);
  });

  test('leaves out who somebody is', () => {
    expect(output.one('aws_wafv2_web_acl_logging_configuration')['redacted_fields']).toEqual([
      { single_header: { name: 'authorization' } },
      { single_header: { name: 'cookie' } },
    ]);
  });

  test('keeps what a rule has found, even if it only counts', () => {
    const kept = ['BLOCK', 'CAPTCHA', 'CHALLENGE', 'COUNT', 'EXCLUDED_AS_COUNT'];
    expect(output.one('aws_wafv2_web_acl_logging_configuration')['logging_filter']).toEqual({
      default_behavior: 'DROP',
      filter: [
        {
          behavior: 'KEEP',
          requirement: 'MEETS_ANY',
          condition: kept.map((action) => ({ action_condition: { action } })),
        },
      ],
    });
  });

  test.each([true, false])('keeps all requests, or does not: %s', (allowedRequests) => {
    const found = log({ allowedRequests }).one('aws_wafv2_web_acl_logging_configuration');
    expect('logging_filter' in found).toBe(!allowedRequests);
  });

  test('is kept and encrypted as told', () => {
    const kmsKeyArn = 'arn:aws:kms:us-east-1:111122223333:key/a';
    expect(log({ retentionDays: 365, kmsKeyArn }).one('aws_cloudwatch_log_group')).toMatchObject({
      retention_in_days: 365,
      kms_key_id: kmsKeyArn,
    });
  });
});
