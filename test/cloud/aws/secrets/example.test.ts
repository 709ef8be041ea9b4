import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readmeExample } from '../../../support/readme-example';
import { synth } from '../harness';
import { example } from './example';

describe('the example of the README', () => {
  test('is the code that is tested here', () => {
    const readme = readFileSync(join(__dirname, '../../../../lib/cloud/aws/secrets/README.md'), 'utf8');
    expect(readme).toContain(readmeExample(join(__dirname, 'example.ts')));
  });

  test('makes two secrets, one of which a function rotates', () => {
    const output = synth(example);
    expect(Object.keys(output.all('aws_secretsmanager_secret'))).toHaveLength(2);
    expect(output.one('aws_secretsmanager_secret_rotation')).toBeDefined();
    expect(output.one('aws_cloudwatch_event_target')).toBeDefined();
  });
});
