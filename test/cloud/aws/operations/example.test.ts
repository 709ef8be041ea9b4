import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EKS_ALARMS, EKS_AUDIT_ALARMS } from '../../../../lib/cloud/aws';
import { readmeExample } from '../../../support/readme-example';
import { synth } from '../harness';
import { example } from './example';

const README = readFileSync(join(__dirname, '../../../../lib/cloud/aws/operations/README.md'), 'utf8');

describe('the example of the README', () => {
  test('is the code that is tested here', () => {
    expect(README).toContain(readmeExample(join(__dirname, 'example.ts')));
  });

  test('watches a cluster and its costs', () => {
    const { all, one } = synth(example);
    const alarms = Object.keys(EKS_ALARMS).length - 1 + EKS_AUDIT_ALARMS.length;
    expect(Object.keys(all('aws_cloudwatch_metric_alarm'))).toHaveLength(alarms);
    expect(one('aws_cloudwatch_composite_alarm')['alarm_rule']).toMatch(
      /^\(ALARM\("\$\{aws_cloudwatch_metric_alarm\..*\}"\) AND ALARM\(".*"\)\)$/,
    );
    expect(one('aws_budgets_budget')['limit_amount']).toBe('5000');
  });

  test('comes with tables that name every alarm and its threshold', () => {
    for (const [name, { threshold }] of Object.entries(EKS_ALARMS)) {
      const row = README.split('\n').find((line) => line.startsWith(`| \`${name}\` |`)) ?? '';
      expect([name, row.replaceAll(',', '').includes(String(threshold))]).toEqual([name, true]);
    }
    for (const name of EKS_AUDIT_ALARMS) expect(README).toContain(`| \`${name}\` |`);
  });
});
