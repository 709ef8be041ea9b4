import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readmeExample } from '../../../support/readme-example';
import { CLUSTER, synth } from '../harness';
import { example } from './example';

describe('the example of the README', () => {
  test('is the code that is tested here', () => {
    const readme = readFileSync(join(__dirname, '../../../../lib/cloud/aws/identity/README.md'), 'utf8');
    expect(readme).toContain(readmeExample(join(__dirname, 'example.ts')));
  });

  test('makes a role for a workload and one for a controller', () => {
    const roles = synth((stack) => example(stack, CLUSTER)).all('aws_iam_role');
    expect(Object.values(roles).map(({ name }) => name)).toEqual([
      'funlynk-production-us-east-1-external-dns',
      'funlynk-production-us-east-1-backend',
    ]);
  });
});
