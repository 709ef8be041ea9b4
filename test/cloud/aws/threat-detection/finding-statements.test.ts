import {
  findingsExportKeyStatement,
  findingsTopicStatement,
} from '../../../../lib/cloud/aws/threat-detection/finding-statements';
import { PLACE } from '../harness';

describe('statements for findings', () => {
  test('let the one rule publish', () => {
    expect(findingsTopicStatement(PLACE)).toEqual({
      sid: 'GuardDutyFindings',
      principal: { service: 'events.amazonaws.com' },
      actions: ['sns:Publish'],
      conditions: {
        ArnEquals: { 'aws:SourceArn': ['arn:aws:events:us-east-1:111122223333:rule/guardduty-findings'] },
      },
    });
  });

  test('let detectors of the account and region encrypt what they export', () => {
    expect(findingsExportKeyStatement(PLACE)).toMatchObject({
      principal: { service: 'guardduty.amazonaws.com' },
      actions: ['kms:GenerateDataKey'],
      conditions: {
        StringEquals: { 'aws:SourceAccount': ['111122223333'] },
        ArnLike: { 'aws:SourceArn': ['arn:aws:guardduty:us-east-1:111122223333:detector/*'] },
      },
    });
  });
});
