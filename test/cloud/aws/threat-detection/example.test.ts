import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readmeExample } from '../../../support/readme-example';
import { synth } from '../harness';
import { example } from './example';

describe('the example of the README', () => {
  test('is the code that is tested here', () => {
    const readme = readFileSync(join(__dirname, '../../../../lib/cloud/aws/threat-detection/README.md'), 'utf8');
    expect(readme).toContain(readmeExample(join(__dirname, 'example.ts')));
  });

  test('watches an account and region, and tells of what is severe', () => {
    const output = synth(example);
    expect(output.one('aws_guardduty_detector')).toMatchObject({ enable: true });
    expect(output.one('aws_cloudwatch_event_target')).toMatchObject({
      arn: 'arn:aws:sns:us-east-1:111122223333:funlynk-production-alarms',
    });
  });
});
