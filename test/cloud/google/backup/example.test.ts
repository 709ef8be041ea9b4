import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readmeExample } from '../../../support/readme-example';
import { googleStack, only, values } from '../synth';
import { example } from './example';

describe('the example of the README', () => {
  test('is the code that is tested here', () => {
    const readme = readFileSync(join(__dirname, '../../../../lib/cloud/google/backup/README.md'), 'utf8');
    expect(readme).toContain(readmeExample(join(__dirname, 'example.ts')));
  });

  test('makes backups, and is ready for a drill', () => {
    const stack = googleStack();
    example(stack);
    expect(values(stack, 'google_gke_backup_backup_plan', 'name')).toEqual(['main-nightly', 'main-orders']);
    expect(only(stack, 'google_gke_backup_restore_plan')).toMatchObject({
      location: 'europe-west4',
      name: 'main-drill',
    });
  });
});
