import { Token } from 'cdktf';
import { fluentBitRefusals, fluentBitStatements } from '../../../../../lib/cloud/aws/identity/controllers/fluent-bit';
import { CLUSTER } from '../../harness';
import { refused } from './refused';
import { GRANTS } from './sample-grants';

const grant = GRANTS['fluent-bit'];

describe('Fluent Bit', () => {
  test('writes to one log group, and makes none', () => {
    const [write, ...others] = fluentBitStatements(CLUSTER, grant);
    expect(others).toEqual([]);
    expect(write).toMatchObject({
      actions: ['logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents'],
      resources: ['arn:aws:logs:us-east-1:111122223333:log-group:/funlynk/production:*'],
    });
  });

  test('refuses the ARN of a log group, but not what Terraform alone knows', () => {
    const logGroupName = 'arn:aws:logs:us-east-1:111122223333:log-group:/funlynk';
    expect(refused(fluentBitRefusals({ ...grant, logGroupName }))).toEqual([
      `controller.logGroupName must be the name of a log group, of letters, digits and _./#-, 512 at most: "${logGroupName}"`,
    ]);
    const later = Token.asString({ resolve: () => 'later' });
    expect(refused(fluentBitRefusals({ ...grant, logGroupName: later }))).toEqual([]);
  });
});
