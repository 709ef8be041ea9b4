import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GKE_ALERTS } from '../../../../lib/cloud/google';
import { readmeExample } from '../../../support/readme-example';
import { googleStack, values } from '../synth';
import { example } from './example';

const README = readFileSync(join(__dirname, '../../../../lib/cloud/google/operations/README.md'), 'utf8');

describe('the example of the README', () => {
  test('is the code that is tested here', () => {
    expect(README).toContain(readmeExample(join(__dirname, 'example.ts')));
  });

  test('watches a cluster and a host, and keeps audit logs', () => {
    const stack = googleStack();
    example(stack);
    expect(values(stack, 'google_monitoring_alert_policy', 'display_name')).toHaveLength(GKE_ALERTS.length - 1 + 2);
    expect(values(stack, 'google_logging_project_bucket_config', 'bucket_id')).toEqual(['audit']);
    expect(values(stack, 'google_billing_budget', 'display_name')).toEqual(['Production']);
  });

  test('comes with a table that names every alert', () => {
    for (const name of GKE_ALERTS) expect(README).toContain(`| \`${name}\` |`);
  });
});
