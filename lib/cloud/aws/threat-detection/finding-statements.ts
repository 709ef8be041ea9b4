import type { AwsPlace } from '../aws-construct';
import type { PrincipalStatement } from '../iam/policy-document';
import { eventRuleArn, GUARD_DUTY_RULE_NAME } from '../names';

/** Lets the rule of `GuardDuty` publish findings; for the policy of the topic given as `findingsTopicArn`. */
export function findingsTopicStatement(place: AwsPlace): PrincipalStatement {
  return {
    sid: 'GuardDutyFindings',
    principal: { service: 'events.amazonaws.com' },
    actions: ['sns:Publish'],
    conditions: { ArnEquals: { 'aws:SourceArn': [eventRuleArn(place, GUARD_DUTY_RULE_NAME)] } },
  };
}

/**
 * Lets the detector encrypt the findings that it puts into a bucket; for the policy of the key given as
 * `exportTo.kmsKeyArn`. https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_exportfindings.html
 */
export function findingsExportKeyStatement({ account, region }: AwsPlace): PrincipalStatement {
  return {
    sid: 'GuardDutyExports',
    principal: { service: 'guardduty.amazonaws.com' },
    actions: ['kms:GenerateDataKey'],
    conditions: {
      StringEquals: { 'aws:SourceAccount': [account] },
      // AWS makes up the detector's id once it is there; there is one in an account and region.
      ArnLike: { 'aws:SourceArn': [`arn:aws:guardduty:${region}:${account}:detector/*`] },
    },
  };
}
