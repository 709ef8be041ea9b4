import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readmeExample } from '../../../support/readme-example';
import { synth } from '../harness';
import { example } from './example';

const README = readFileSync(join(__dirname, '../../../../lib/cloud/aws/backup/README.md'), 'utf8');

describe('the example of the README', () => {
  test('is the code that is tested here', () => {
    expect(README).toContain(readmeExample(join(__dirname, 'example.ts')));
  });

  test('keeps backups in two regions, in both ways, and tries to restore them', () => {
    const { all, one } = synth(example);
    expect(Object.keys(all('aws_s3_bucket'))).toHaveLength(2);
    expect(Object.keys(all('aws_backup_vault'))).toHaveLength(2);
    expect(Object.keys(all('aws_backup_selection'))).toHaveLength(2);
    expect(one('aws_backup_restore_testing_plan')['name']).toBe('funlynk_production');
  });
});
