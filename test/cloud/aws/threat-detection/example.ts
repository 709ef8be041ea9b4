import type { TerraformStack } from 'cdktf';
import { GuardDuty } from '../../../../lib/cloud/aws';

/** The example of lib/cloud/aws/threat-detection/README.md, word for word between the two marks. */
export function example(stack: TerraformStack): void {
  // README begins
  const account = '111122223333';
  const region = 'us-east-1';

  new GuardDuty(stack, 'guard-duty', {
    account,
    region,
    findingsTopicArn: 'arn:aws:sns:us-east-1:111122223333:funlynk-production-alarms',
  });
  // README ends
}
